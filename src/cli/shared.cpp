#include "cli/shared.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace entente::cli {

namespace {

constexpr std::size_t most_rows = 1'000'000;
constexpr std::size_t usual_width = 100;
constexpr std::size_t narrowest = 60;
constexpr std::size_t rows_for_reading = 10;

Format format_of_ending(const std::string& path) {
    if (path.ends_with(".json")) return Format::json;
    if (path.ends_with(".csv")) return Format::csv;
    if (path.ends_with(".md")) return Format::markdown;
    return Format::text;
}

Profile profile_named(const Model& model, const std::string& name) {
    if (const auto profile = model.find_profile(name)) return *profile;
    std::vector<std::string_view> known;
    for (const auto* list : {&model.profiles, &builtin_profiles()})
        for (const auto& profile : *list)
            known.push_back(profile.name);
    throw UsageError(unknown_word("profile", name, known));
}

std::vector<Kind> kinds_from(const Arguments& arguments) {
    std::vector<Kind> kinds;
    const auto list = arguments.text("kinds");
    if (!list) return kinds;
    for (const auto& word : split_list("kinds", *list)) {
        const auto kind = kind_named(word);
        const bool can_act = kind == Kind::country || kind == Kind::group || kind == Kind::organisation;
        if (!can_act) throw UsageError(unknown_word("kind of candidate", word, {"country", "group", "organisation"}));
        kinds.push_back(*kind);
    }
    return kinds;
}

Result shortened_for_reading(Result result, const Arguments& arguments) {
    if (arguments.has("top")) return result;
    const auto shorten = [](auto& rows) { rows.resize(std::min(rows.size(), rows_for_reading)); };
    if (auto* brokerage = std::get_if<Brokerage>(&result)) {
        shorten(brokerage->candidates);
        shorten(brokerage->forums);
        shorten(brokerage->remarks);
    }
    return result;
}

std::string rendered(const Arguments& arguments, const Session& session, const RelationGraph& graph,
                     const Result& result) {
    switch (format_from(arguments)) {
        case Format::json:
            return to_json(session.envelope, graph, result);
        case Format::csv:
            return to_csv(graph, result);
        case Format::markdown:
            return to_markdown(graph, result);
        case Format::text:
            break;
    }
    return to_text(graph, shortened_for_reading(result, arguments), style_from(arguments));
}

std::vector<Option> lens_options() {
    return {
        {"as-of", "DATE", "look at the model on this day: 2016, 2016-07 or 2016-07-18 (a year's or month's last day)"},
        {"layers", "L=S,…", "salience (0 to 1) of the layers named, `forums` among them; 0 switches one off"},
        {"only-layers", "", "silence every layer that --layers does not name"}};
}

std::vector<Option> ranking_options() {
    return {
        {"profile", "NAME", "balanced (default), precedent, facilitator, convenor, power, or one of the model's own"},
        {"kinds", "KIND,…", "candidates of these kinds only: country, group, organisation"},
        {"threats", "", "list tensions with groups that are no party, too"},
        {"top", "N", "the first N only (text shows ten candidates, other formats all)"}};
}

std::vector<Option> output_options() {
    return {{"format", "F", "text (default), json, csv or markdown; else the ending of -o decides"},
            {"output", "FILE", "write to FILE, whole or not at all", 'o'},
            {"quiet", "", "nothing on standard error but errors"},
            {"no-color", "", "no colour, on a terminal either"}};
}

}  // namespace

std::vector<Option> operator+(std::vector<Option> left, const std::vector<Option>& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

std::vector<Option> question_options() {
    return lens_options() + ranking_options();
}

std::vector<Option> shared_options() {
    return question_options() + output_options();
}

Session open_session(std::string_view command, const Arguments& arguments, std::size_t operand) {
    const auto& path = arguments.operands()[operand];
    auto read = read_model(path);
    if (!read.ok()) {
        const auto colour = colour_for(STDERR_FILENO, arguments);
        std::fputs(format_diagnostics(read.diagnostics, colour).c_str(), stderr);
        throw InputError("the model has errors");
    }
    if (read.warnings() > 0 && isatty(STDERR_FILENO) != 0)
        say(arguments, fmt::format("{} warning{}: `entente check {}` lists them", read.warnings(),
                                   read.warnings() == 1 ? "" : "s", path));
    auto lens = lens_from(read.model, arguments);
    return {{std::string(command), std::move(read.files)}, std::move(read.model), std::move(lens)};
}

Lens lens_from(const Model& model, const Arguments& arguments) {
    Lens lens;
    if (const auto text = arguments.text("as-of")) {
        const auto date = parse_date(*text);
        if (!date) throw UsageError(fmt::format("option '--as-of' takes a date such as 2016-07-18, not '{}'", *text));
        lens.as_of = date->last;
    }
    lens.only_named = arguments.has("only-layers");
    const auto list = arguments.text("layers");
    if (!list) return lens;

    std::vector<std::string_view> known{forums_layer};
    for (const auto& layer : model.layers)
        known.push_back(layer.id);
    for (const auto& part : split_list("layers", *list)) {
        const auto equals = part.find('=');
        const auto layer = part.substr(0, equals);
        if (std::find(known.begin(), known.end(), layer) == known.end())
            throw UsageError(unknown_word("layer", layer, known));
        if (equals == std::string::npos)
            throw UsageError(
                fmt::format("option '--layers' takes LAYER=SALIENCE, such as {}=0.5, not '{}'", layer, part));
        const auto what = fmt::format("salience of '{}' in '--layers'", layer);
        const bool first = lens.salience.emplace(layer, parse_number(what, part.substr(equals + 1), 0, 1)).second;
        if (!first) throw UsageError(fmt::format("option '--layers' names '{}' twice", layer));
    }
    return lens;
}

BrokerOptions broker_options(const Model& model, const Arguments& arguments) {
    BrokerOptions options;
    options.profile = profile_named(model, arguments.text("profile").value_or(builtin_profiles().front().name));
    options.kinds = kinds_from(arguments);
    options.top = arguments.count("top", 1, most_rows);
    return options;
}

Threats threats_from(const Arguments& arguments) {
    return arguments.has("threats") ? Threats::listed : Threats::left_out;
}

VertexIndex vertex_named(const Model& model, const std::string& name) {
    if (const auto vertex = model.find_vertex(name)) return *vertex;
    std::vector<std::string_view> known;
    for (const auto& vertex : model.vertices) {
        known.push_back(vertex.id);
        known.push_back(vertex.name);
        known.insert(known.end(), vertex.aliases.begin(), vertex.aliases.end());
    }
    const auto message = unknown_word("vertex", name, known);
    constexpr std::size_t readable = 300;
    throw UsageError(message.size() <= readable
                         ? message
                         : fmt::format("unknown vertex '{}'; `entente show MODEL` lists all that are known", name));
}

std::vector<VertexIndex> vertices_named(const Model& model, const Arguments& arguments, std::size_t first) {
    std::vector<VertexIndex> vertices;
    for (std::size_t operand = first; operand < arguments.operands().size(); ++operand)
        vertices.push_back(vertex_named(model, arguments.operands()[operand]));
    return vertices;
}

std::vector<VertexIndex> parties_named(const RelationGraph& graph, const Arguments& arguments, std::size_t first) {
    std::vector<VertexIndex> parties;
    for (const auto party : vertices_named(graph.model(), arguments, first)) {
        const auto& id = graph.model().id(party);
        if (std::find(parties.begin(), parties.end(), party) != parties.end())
            throw UsageError(fmt::format("'{}' is named twice; the parties must differ", id));
        if (!graph.exists(party)) throw UsageError(fmt::format("'{}' does not exist on {}", id, graph.as_of().text()));
        parties.push_back(party);
    }
    return parties;
}

void expect_operands(const Command& command, const Arguments& arguments, std::size_t low, std::size_t high) {
    const auto count = arguments.operands().size();
    if (count < low || count > high)
        throw UsageError(fmt::format("usage: entente {} [options] {}", command.name, command.operands));
}

Format format_from(const Arguments& arguments) {
    const auto name = arguments.text("format");
    if (!name) return format_of_ending(arguments.text("output").value_or(""));
    const std::vector<std::string_view> names{"text", "json", "csv", "markdown"};
    const auto found = std::find(names.begin(), names.end(), *name);
    if (found == names.end()) throw UsageError(unknown_word("format", *name, names));
    return static_cast<Format>(found - names.begin());
}

Colour colour_for(int descriptor, const Arguments& arguments) {
    const auto variable = [](const char* name) {
        const char* const value = std::getenv(name);
        return std::string_view(value == nullptr ? "" : value);
    };
    const bool refused = arguments.has("no-color") || !variable("NO_COLOR").empty() || variable("TERM") == "dumb";
    return isatty(descriptor) != 0 && !refused ? Colour::on : Colour::off;
}

TextStyle style_from(const Arguments& arguments) {
    TextStyle style;
    style.width = usual_width;
    const bool terminal = isatty(STDOUT_FILENO) != 0 && !arguments.has("output");
    if (!terminal) return style;
    style.colour = colour_for(STDOUT_FILENO, arguments);
    winsize window{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0)
        style.width = std::max<std::size_t>(narrowest, window.ws_col);
    return style;
}

void emit(const Arguments& arguments, const Session& session, const RelationGraph& graph, const Result& result) {
    emit_bytes(arguments, rendered(arguments, session, graph, result));
}

void emit_bytes(const Arguments& arguments, std::string_view bytes) {
    if (const auto path = arguments.text("output")) return write_file(*path, bytes);
    print(bytes);
}

void print(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size() || std::fflush(stdout) != 0)
        throw WriteError(fmt::format("standard output: {}", std::strerror(errno)));
}

void say(const Arguments& arguments, std::string_view line) {
    if (!arguments.has("quiet")) fmt::print(stderr, "{}\n", line);
}

}  // namespace entente::cli
