#include "cli/options.hpp"

#include "cli/progress.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

namespace entente::cli {

namespace {

constexpr std::size_t most_rows = 1'000'000;
constexpr std::size_t usual_draws = 10'000;
constexpr std::size_t most_draws = 1'000'000;
constexpr std::size_t most_threads = 1024;
constexpr std::size_t most_seeds = 1'000'000'000;

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

Tag tag_from(const Model& model, const std::string& text) {
    const auto equals = text.find('=');
    if (equals == std::string::npos) throw UsageError(fmt::format("option '--only' takes TAG=VALUE, not '{}'", text));
    const auto tag = text.substr(0, equals);
    const auto value = text.substr(equals + 1);
    std::set<std::string_view> tags, values;
    for (const auto& vertex : model.vertices)
        for (const auto& [name, carried] : vertex.tags) {
            tags.insert(name);
            if (name == tag) values.insert(carried);
        }
    if (!tags.contains(tag)) throw UsageError(unknown_word("tag", tag, {tags.begin(), tags.end()}));
    if (!values.contains(value))
        throw UsageError(unknown_word(fmt::format("value of '{}'", tag), value, {values.begin(), values.end()}));
    return {tag, value};
}

std::vector<Option> ranking_options() {
    return {
        {"profile", "NAME", "balanced (default), precedent, facilitator, convenor, power, or one of the model's own"},
        {"kinds",
         "KIND,…",
         "candidates of these kinds only: country, group, organisation",
         0,
         false,
         {"country", "group", "organisation"}},
        {"only", "TAG=VALUE", "only vertices with this tag; of many pairs, only those whose two parties have it"},
        {"threats", "", "list tensions with groups that are no party, too"},
        {"top", "N", "the first N only (text shows ten candidates, other formats all)"},
        {"draws", "N", "draws of the model that tell how sure a result is (default 10000, at most 1000000; 0: none)"},
        {"unrecorded", "WORD",
         "doubt what is not recorded: draw a tie for each two actors without one, held as sure as "
         "this word of confidence says"},
        {"seed", "N", "another luck of the draws (default 1)"},
        {"threads", "N", "use so many threads (default: all); the result is the same"},
        {"any-weights", "", "draw the weights of the score, too: how sure a rank is whatever the profile"}};
}

std::vector<Option> output_options() {
    return {{"format",
             "F",
             "text (default), json, csv or markdown; else the ending of -o decides",
             0,
             false,
             {"text", "json", "csv", "markdown"}},
            {"output", "FILE", "write to FILE, whole or not at all", 'o'},
            {"quiet", "", "nothing on standard error but errors"},
            {"no-color", "", "no colour, on a terminal either"}};
}

}  // namespace

std::vector<Option> operator+(std::vector<Option> left, const std::vector<Option>& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

Option scenario_option() {
    return {"scenario", "FILE", "look at the model as this scenario changes it; several apply in this order", 0, true};
}

Option data_option() {
    return {"data", "DIR", "look for tables in this folder, too; of several the first that has one", 0, true};
}

std::vector<Option> lens_options() {
    return {
        {"as-of", "DATE", "look at the model on this day: 2016, 2016-07 or 2016-07-18 (a year's or month's last day)"},
        {"layers", "L=S,…", "salience (0 to 1) of the layers named, `forums` among them; 0 switches one off"},
        {"only-layers", "", "silence every layer that --layers does not name"},
        scenario_option(),
        data_option()};
}

std::vector<Option> file_options(std::string_view help) {
    return {{"output", "FILE", help, 'o'},
            {"quiet", "", "nothing on standard error but errors"},
            {"no-color", "", "no colour in messages, on a terminal either"}};
}

std::vector<Option> question_options() {
    return lens_options() + ranking_options();
}

std::vector<Option> shared_options() {
    return question_options() + output_options();
}

ReadOptions read_options(const Arguments& arguments) {
    for (const auto& folder : arguments.texts("data")) {
        std::error_code failure;
        if (!std::filesystem::is_directory(folder, failure))
            throw UsageError(fmt::format("option '--data' takes a folder, and '{}' is none", folder));
    }
    return {arguments.texts("scenario"), arguments.texts("data"), progress_of(arguments, "reading")};
}

Date date_from(std::string_view option, const std::string& text) {
    if (const auto date = parse_date(text)) return date->last;
    throw UsageError(fmt::format("option '--{}' takes a date such as 2016-07-18, not '{}'", option, text));
}

Lens lens_from(const Model& model, const Arguments& arguments) {
    Lens lens;
    if (const auto text = arguments.text("as-of")) lens.as_of = date_from("as-of", *text);
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

std::optional<Share> unrecorded_from(const Model& model, const Arguments& arguments) {
    const auto word = arguments.text("unrecorded");
    if (!word) return model.unrecorded;
    const auto& words = model.scale.confidence;
    if (const auto found = words.find(*word); found != words.end()) return found->second;
    std::vector<std::string_view> known;
    for (const auto& [name, value] : words)
        known.push_back(name);
    throw UsageError(unknown_word("word of confidence", *word, known));
}

std::optional<Tag> only_from(const Model& model, const Arguments& arguments) {
    const auto text = arguments.text("only");
    if (!text) return std::nullopt;
    return tag_from(model, *text);
}

Sampling sampling_from(const Arguments& arguments) {
    Sampling sampling;
    sampling.draws = arguments.count("draws", 0, most_draws).value_or(usual_draws);
    sampling.seed = arguments.count("seed", 0, most_seeds).value_or(sampling.seed);
    sampling.threads = arguments.count("threads", 1, most_threads).value_or(sampling.threads);
    sampling.any_weights = arguments.has("any-weights");
    sampling.progress = progress_of(arguments, "drawing");
    return sampling;
}

BrokerOptions broker_options(const Model& model, const Arguments& arguments) {
    BrokerOptions options;
    options.profile = profile_named(model, arguments.text("profile").value_or(builtin_profiles().front().name));
    options.kinds = kinds_from(arguments);
    options.top = arguments.count("top", 1, most_rows);
    options.only = only_from(model, arguments);
    options.sampling = sampling_from(arguments);
    return options;
}

Threats threats_from(const Arguments& arguments) {
    return arguments.has("threats") ? Threats::listed : Threats::left_out;
}

}  // namespace entente::cli
