#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "model/phrasing.hpp"

#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

namespace entente::cli {

namespace {

/// True where the model is sound.
bool check(const std::string& path, const Arguments& arguments, std::string& report) {
    auto read = read_model(path, read_options(arguments));
    spare_inputs(arguments, read.files);
    const auto warnings = read.warnings();
    if (arguments.has("strict"))
        for (auto& diagnostic : read.diagnostics)
            diagnostic.severity = Severity::error;
    const auto colour = colour_for(STDERR_FILENO, arguments);
    if (!read.ok() || !arguments.has("quiet")) std::fputs(format_diagnostics(read.diagnostics, colour).c_str(), stderr);
    if (!read.ok()) return false;
    const RelationGraph graph(read.model);
    report += to_text(CheckReport{path, measure_coverage(graph), warnings, scenario_words(read.model)},
                      style_from(arguments));
    return true;
}

int run(const Arguments& arguments) {
    constexpr std::size_t most_models = 1000;
    expect_operands(check_command, arguments, 1, most_models);
    bool sound = true;
    std::string report;
    for (const auto& path : arguments.operands())
        sound = check(path, arguments, report) && sound;
    if (!report.empty()) emit_bytes(arguments, report);
    return sound ? done : input_wrong;
}

}  // namespace

const Command check_command{
    .name = "check",
    .operands = "MODEL…",
    .summary = "is the model sound, and how much of it is evidenced?",
    .description =
        "Finds every error and warning of a model, each with its place and what would be right, and says what the "
        "model holds, how much of it carries evidence, and how much of the map is silence.",
    .options = {{"strict", "", "count warnings as errors"},
                scenario_option(),
                data_option(),
                {"output", "FILE", "write the report to FILE, whole or not at all", 'o'},
                {"quiet", "", "no warnings, only errors"},
                {"no-color", "", "no colour, on a terminal either"}},
    .examples = {"entente check model/heart-of-asia", "entente check --strict model/heart-of-asia my-region"},
    .run = run,
};

}  // namespace entente::cli
