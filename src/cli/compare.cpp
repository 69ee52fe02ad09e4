#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "model/phrasing.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::cli {

namespace {

/// One side of the comparison: a model and how it is looked at.
struct State {
    Model model;
    Lens lens;
    std::string path;

    Date day() const { return lens.as_of.value_or(model.as_of); }
};

/// Before and after, and the files of both.
struct Question {
    Envelope envelope;
    State before;
    State after;

    /// Whether they make the difference.
    bool has_scenarios() const { return before.model.scenarios != after.model.scenarios; }
};

/// Two models, two dates or scenarios make the difference; where models or dates do, scenarios apply on both sides.
Question question_from(const Arguments& arguments) {
    const auto& paths = arguments.operands();
    const auto& dates = arguments.texts("as-of");
    if (dates.size() > 2) throw UsageError("option '--as-of' is given more than twice; two dates are compared");
    const bool of_models = paths.size() == 2;
    const bool of_dates = dates.size() == 2;
    if (!of_models && !of_dates && !arguments.has("scenario"))
        throw UsageError(
            "compare what? Name a scenario (--scenario FILE), a second model, or two dates (--as-of D1 --as-of D2)");

    auto first = open_session(compare_command.name, arguments);
    Question question{std::move(first.envelope), {std::move(first.model), first.lens, paths.front()}, {}};
    if (of_models) {
        auto second = open_session(compare_command.name, arguments, 1);
        question.after = {std::move(second.model), second.lens, paths.back()};
        auto& files = question.envelope.files;
        for (const auto& file : second.envelope.files)
            if (std::none_of(files.begin(), files.end(), [&](const InputFile& one) { return one.path == file.path; }))
                files.push_back(file);
    } else {
        question.after = question.before;
        if (!of_dates) question.before.model = std::move(*first.before);
    }
    if (of_dates) question.after.lens.as_of = date_from("as-of", dates.back());
    return question;
}

/// “A” and “B”
std::string quoted_scenarios(const Model& model) {
    std::vector<std::string> titles;
    for (const auto& title : model.scenarios)
        titles.push_back("“" + title + "”");
    return join_words(titles);
}

/// What sets it apart from the other side: its model, its date, its scenarios.
std::string called(const State& state, const State& other) {
    auto words = state.path == other.path ? "the model" : fmt::format("{} ({})", state.model.title, state.path);
    if (state.day() != other.day() || state.path != other.path) words += " on " + date_words(state.day());
    if (state.model.scenarios == other.model.scenarios) return words;
    return words + (state.model.scenarios.empty() ? " as it is" : " with " + quoted_scenarios(state.model));
}

int run(const Arguments& arguments) {
    expect_operands(compare_command, arguments, 1, 2);
    const auto question = question_from(arguments);
    const auto& envelope = question.envelope;
    const auto& before = question.before;
    const auto& after = question.after;
    CompareOptions options;
    options.brokers = broker_options(after.model, arguments);
    options.threats = threats_from(arguments);
    const RelationGraph graph_before(before.model, before.lens);
    const RelationGraph graph_after(after.model, after.lens);
    const auto supposition = find_supposition(graph_before, graph_after);
    if (question.has_scenarios() && supposition.said.empty() && supposition.withdrawn.empty() &&
        supposition.added.empty())
        say(arguments, fmt::format("nothing that the scenario says differs from the model on {}; does it begin later?",
                                   date_words(graph_after.as_of())));
    auto comparison = compare(graph_before, graph_after, options);
    comparison.before = called(before, after);
    comparison.after = called(after, before);
    comparison.top = options.brokers.top;
    emit(arguments, envelope, graph_after, comparison);
    return done;
}

std::vector<Option> options() {
    auto list = shared_options();
    for (auto& option : list) {
        if (option.name == "as-of") {
            option.help = "look at the model on this day; given twice: compare the two days, before and after";
            option.repeatable = true;
        }
        if (option.name == "scenario")
            option.help = "compare the model without and with this scenario; several apply together, in this order";
        if (option.name == "top")
            option.help = "the first N rows of each part only (text shows ten, other formats all)";
    }
    return list;
}

}  // namespace

const Command compare_command{
    .name = "compare",
    .operands = "MODEL [MODEL]",
    .summary = "what changes with a scenario, another model or another date?",
    .description =
        "Tells what moves: how pairs stand, tensions and their best brokers, clusters, camps, and the ranks of "
        "brokers, each before and after. Of one model with a scenario: without it, then with it. Of two models: the "
        "first, then the second. Of two dates: the first given, then the second. With two models or two dates, "
        "scenarios apply on both sides. What does not move is not listed.",
    .options = options(),
    .examples = {"entente compare model/heart-of-asia --scenario model/heart-of-asia/scenarios/qcg-taliban.yaml",
                 "entente compare model/heart-of-asia --as-of 2014 --as-of 2016-07-18"},
    .run = run,
};

}  // namespace entente::cli
