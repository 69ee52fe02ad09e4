#include "cli/output.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace entente::cli {

namespace {

constexpr std::size_t usual_width = 100;
constexpr std::size_t narrowest = 60;
constexpr std::size_t rows_for_reading = 10;

Format format_of_ending(const std::string& path) {
    const auto ending = std::filesystem::path(path).extension().string();
    if (ending == ".json") return Format::json;
    if (ending == ".csv") return Format::csv;
    if (ending == ".md") return Format::markdown;
    if (ending.empty() || ending == ".txt") return Format::text;
    throw UsageError(
        fmt::format("what goes into a file that ends in '{}'? Name one that ends in .txt, .json, .csv or .md, "
                    "or say --format",
                    ending));
}

/// The first rows of a long list, and a line on what is left out.
struct Shortened {
    Result result;
    std::string note;
};

Shortened shortened_for_reading(Result result, const Arguments& arguments) {
    auto* const brokerage = std::get_if<Brokerage>(&result);
    if (brokerage == nullptr) return {std::move(result), {}};
    std::string left_out;
    const auto shorten = [&](auto& rows, std::string_view what) {
        if (rows.size() <= rows_for_reading) return;
        left_out += fmt::format("{}{} of {} {}", left_out.empty() ? "" : ", ", rows_for_reading, rows.size(), what);
        rows.resize(rows_for_reading);
    };
    if (!arguments.has("top")) {
        shorten(brokerage->candidates, "candidates");
        shorten(brokerage->joint, brokerage->together == 2 ? "pairs of brokers" : "threes of brokers");
    }
    shorten(brokerage->forums, "forums");
    shorten(brokerage->flips, "changes");
    shorten(brokerage->remarks, "remarks");
    if (!left_out.empty()) left_out = fmt::format("Shown: {}; all with --format json or markdown.\n", left_out);
    return {std::move(result), std::move(left_out)};
}

std::string rendered(const Arguments& arguments, const Envelope& envelope, const RelationGraph& graph,
                     const Result& result) {
    switch (format_from(arguments)) {
        case Format::json:
            return to_json(envelope, graph, result);
        case Format::csv:
            return to_csv(graph, result);
        case Format::markdown:
            return to_markdown(graph, result);
        case Format::text:
            break;
    }
    const auto shortened = shortened_for_reading(result, arguments);
    return to_text(graph, shortened.result, style_from(arguments)) + shortened.note;
}

}  // namespace

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
    emit(arguments, session.envelope, graph, result);
}

void emit(const Arguments& arguments, const Envelope& envelope, const RelationGraph& graph, const Result& result) {
    emit_bytes(arguments, rendered(arguments, envelope, graph, result));
}

void print(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size() || std::fflush(stdout) != 0)
        throw WriteError(fmt::format("standard output: {}", std::strerror(errno)));
}

void emit_bytes(const Arguments& arguments, std::string_view bytes) {
    if (const auto path = arguments.text("output")) return write_file(*path, bytes);
    print(bytes);
}

void say(const Arguments& arguments, std::string_view line) {
    if (!arguments.has("quiet")) std::fputs(fmt::format("{}\n", line).c_str(), stderr);
}

}  // namespace entente::cli
