#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "cli/session.hpp"

#include <algorithm>
#include <array>

namespace entente::cli {

namespace {

std::vector<RecordedCase> cases_from(const Arguments& arguments, Envelope& envelope) {
    auto read = read_cases(arguments.operands()[1]);
    if (!read.ok()) refuse_input(arguments, read.diagnostics, "the cases have errors");
    envelope.files.push_back(std::move(read.file));
    spare_inputs(arguments, envelope.files);
    return std::move(read.cases);
}

int run(const Arguments& arguments) {
    expect_operands(backtest_command, arguments, 2, 2);
    auto session = open_session(backtest_command.name, arguments);
    const auto cases = cases_from(arguments, session.envelope);
    BacktestOptions options;
    const auto question = broker_options(session.model, arguments);
    options.profile = question.profile;
    options.threads = question.sampling.threads;
    options.progress = progress_of(arguments, "judging");
    emit(arguments, session, session.graph(), backtest(session.model, session.lens, cases, options));
    return done;
}

/// The date is each case's own, every actor is a candidate, and nothing is drawn.
std::vector<Option> options() {
    constexpr std::array<std::string_view, 9> without{"as-of", "kinds",      "only", "threats",    "top",
                                                      "draws", "unrecorded", "seed", "any-weights"};
    auto list = shared_options();
    std::erase_if(list, [&](const Option& option) {
        return std::find(without.begin(), without.end(), option.name) != without.end();
    });
    for (auto& option : list)
        if (option.name == "profile") option.help = "the profile of the list case by case (default balanced)";
    return list;
}

}  // namespace

const Command backtest_command{
    .name = "backtest",
    .operands = "MODEL CASES.csv",
    .summary = "how well does the ranking find the brokers that history records?",
    .description =
        "Ranks all actors between the parties of each recorded mediation, on the model of 31 December of the year "
        "before, and looks how far down the list the recorded brokers are: for every profile, and beside rankings "
        "that cost nothing (capability, betweenness, forums shared, nearness, chance). CASES.csv has the columns "
        "case, year, a, b and brokers (parted by `;`); further columns are not looked at. A case whose parties or "
        "brokers are unknown on its day is skipped, and that is said.",
    .options = options(),
    .examples = {"entente backtest model/heart-of-asia examples/mediations.csv",
                 "entente backtest model/heart-of-asia examples/mediations.csv --profile power --format json"},
    .run = run,
};

}  // namespace entente::cli
