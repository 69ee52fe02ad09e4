#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"

namespace entente::cli {

namespace {

constexpr double shortest_limit = 1e-6;
constexpr double longest_limit = 1e6;

int run(const Arguments& arguments) {
    expect_operands(balance_command, arguments, 1, 1);
    BalanceOptions options;
    options.threshold = arguments.number("threshold", 0, 1).value_or(options.threshold);
    options.count = arguments.has("count");
    options.time_limit = arguments.number("time-limit", shortest_limit, longest_limit);
    options.seed = sampling_from(arguments).seed;
    const auto session = open_session(balance_command.name, arguments);
    if (arguments.has("only")) say(arguments, "--only narrows nothing here: camps are found among all sides");
    const auto graph = session.graph();
    emit(arguments, session, graph, find_balance(graph, options));
    return done;
}

}  // namespace

const Command balance_command{
    .name = "balance",
    .operands = "MODEL",
    .summary = "which camps, how far from balanced, and who could change sides?",
    .description =
        "Splits countries and groups into the two camps against which the least strains: friends in one camp, "
        "enemies in different ones. Tells which pairs strain all the same, what each side would lose by changing "
        "camps, and the two blocs of closest cooperation. The camps are proved to be the best unless a time limit "
        "comes first.",
    .options = std::vector<Option>{{"threshold", "W",
                                    "pairs whose net (cooperation less tension) is at least W either way, 0 to 1 "
                                    "(default 0.1)"},
                                   {"count", "", "strain is a number of pairs, not their weight"},
                                   {"time-limit", "SECONDS",
                                    "then the best camps found so far, and how far they may be from the best there "
                                    "are; such a result may differ from run to run (default: no limit)"}} +
               shared_options(),
    .examples = {"entente balance model/heart-of-asia",
                 "entente balance model/heart-of-asia --count --format csv -o camps.csv"},
    .run = run,
};

}  // namespace entente::cli
