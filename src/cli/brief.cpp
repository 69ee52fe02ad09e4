#include "cli/briefing.hpp"

#include <filesystem>

#include <fmt/format.h>

namespace entente::cli {

namespace {

/// `x.md` has its pictures in `x-pictures/` beside it.
std::string picture_folder(const std::filesystem::path& path) {
    return path.stem().string() + "-pictures";
}

/// Pictures and page together, or, on a failure, no new folder.
void write_markdown(const RelationGraph& graph, const Briefing& briefing, const std::filesystem::path& path) {
    const auto folder = path.parent_path() / picture_folder(path);
    std::error_code error;
    const bool made = std::filesystem::create_directory(folder, error);
    if (error) throw WriteError(fmt::format("{}: cannot be made: {}", folder.string(), error.message()));
    try {
        for (const auto& [name, picture] : briefing.pictures)
            write_file(folder / (name + ".svg"), picture.svg);
        write_file(path, to_markdown(graph, briefing, picture_folder(path)));
    } catch (const WriteError&) {
        if (made) std::filesystem::remove_all(folder, error);
        throw;
    }
}

/// The model with each scenario by itself.
std::vector<Session> scenario_sessions(const Arguments& arguments) {
    const auto& scenarios = arguments.texts("scenario");
    if (!scenarios.empty() && arguments.operands().front() == "-")
        throw UsageError(
            "a briefing tells each scenario by itself and reads the model anew for it; name the model's file");
    std::vector<Session> sessions;
    for (const auto& scenario : scenarios) {
        try {
            sessions.push_back(open_session_with({scenario}, brief_command.name, arguments));
        } catch (const InputError&) {
            if (scenarios.size() > 1)
                say(arguments,
                    "a briefing lays each scenario over the model by itself; `entente compare` applies "
                    "several together");
            throw;
        }
    }
    return sessions;
}

int run(const Arguments& arguments) {
    constexpr std::size_t most_parties = 20;
    expect_operands(brief_command, arguments, 1, 1 + most_parties);
    const std::filesystem::path path = arguments.text("output").value_or("");
    const bool html = path.extension() == ".html";
    if (!html && path.extension() != ".md")
        throw UsageError("a briefing goes to a file: name one that ends in .html or .md with -o");

    auto session = open_session_with({}, brief_command.name, arguments);
    const auto sessions = scenario_sessions(arguments);
    const auto graph = session.graph();
    std::vector<RelationGraph> scenarios;
    for (const auto& with_scenario : sessions) {
        scenarios.push_back(with_scenario.graph());
        session.envelope.files.push_back(with_scenario.envelope.files.back());
    }
    const auto briefing = compute_briefing(session, graph, parties_named(graph, arguments), scenarios,
                                           broker_options(session.model, arguments),
                                           [&](std::string_view line) { say(arguments, line); });
    if (html)
        write_file(path, to_html(graph, briefing));
    else
        write_markdown(graph, briefing, path);
    return done;
}

std::vector<Option> options() {
    auto list = file_options("the file to write; its ending decides: .html or .md") + question_options();
    for (auto& option : list)
        if (option.name == "scenario")
            option.help = "tell in a part of its own what this scenario changes; several are told one by one";
    return list;
}

}  // namespace

const Command brief_command{
    .name = "brief",
    .operands = "MODEL [A [B]]",
    .summary = "the briefing on all, an actor or a pair, in one file",
    .description =
        "Writes the briefing: the answer first (for each tense pair who can broker, where, why, and what stands in "
        "the way), then matrix, tensions, clusters, camps, forums, a part a pair with its picture and evidence, a part "
        "a scenario, and the method. As one self-contained page (.html), or as Markdown (.md) with its pictures in a "
        "folder beside it.",
    .options = options(),
    .examples = {"entente brief model/heart-of-asia -o briefing.html",
                 "entente brief model/heart-of-asia --scenario model/heart-of-asia/scenarios/saudi-turn.yaml -o b.md"},
    .run = run,
};

}  // namespace entente::cli
