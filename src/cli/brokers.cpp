#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"

#include <fmt/format.h>

namespace entente::cli {

namespace {

constexpr std::size_t most_parties = 20;

/// What is asked, made of the options and the number of operands.
enum class Question { of_parties, of_all_pairs, of_a_broker, why };

Question question_from(const Arguments& arguments) {
    const auto parties = arguments.operands().empty() ? 0 : arguments.operands().size() - 1;
    const bool all = arguments.has("all");
    const bool broker = arguments.has("broker");
    const bool why = arguments.has("why");
    if (all + broker + why > 1) throw UsageError("of '--all', '--broker' and '--why' one at a time");
    if (arguments.has("together") && (all || broker || why))
        throw UsageError("'--together' goes with the parties named, not with '--all', '--broker' or '--why'");
    if ((all || broker) && parties > 0)
        throw UsageError(fmt::format("with '--{}' no parties are named", all ? "all" : "broker"));
    if (all) return Question::of_all_pairs;
    if (broker) return Question::of_a_broker;
    if (parties < 2)
        throw UsageError(
            "name two parties or more, or ask with '--all' or '--broker K'; usage: entente brokers [options] " +
            std::string(brokers_command.operands));
    return why ? Question::why : Question::of_parties;
}

VertexIndex broker_named(const RelationGraph& graph, const std::string& name) {
    const auto broker = vertex_named(graph.model(), name);
    if (!graph.exists(broker))
        throw UsageError(fmt::format("'{}' does not exist on {}", graph.model().id(broker), graph.as_of().text()));
    return broker;
}

Result answer(const RelationGraph& graph, const Arguments& arguments, Question question) {
    auto options = broker_options(graph.model(), arguments);
    options.records = question == Question::of_parties;
    options.together = arguments.count("together", 2, 3).value_or(options.together);
    switch (question) {
        case Question::of_all_pairs:
            return find_all_brokers(graph, options, threats_from(arguments));
        case Question::of_a_broker:
            return find_reach(graph, broker_named(graph, *arguments.text("broker")), options, threats_from(arguments));
        case Question::why:
            return explain_broker(graph, parties_named(graph, arguments),
                                  vertex_named(graph.model(), *arguments.text("why")), options);
        case Question::of_parties:
            break;
    }
    return find_brokers(graph, parties_named(graph, arguments), options);
}

int run(const Arguments& arguments) {
    expect_operands(brokers_command, arguments, 1, 1 + most_parties);
    const auto question = question_from(arguments);
    const auto session = open_session(brokers_command.name, arguments);
    const auto graph = session.graph();
    emit(arguments, session, graph, answer(graph, arguments, question));
    return done;
}

}  // namespace

const Command brokers_command{
    .name = "brokers",
    .operands = "MODEL A B [C…]",
    .summary = "who can broker them, where, and why?",
    .description =
        "Ranks the actors that all parties trust by access, leverage, convening and more, as the profile weighs "
        "them, and the forums that seat all parties; tells what stands in the way, what all of them care about, "
        "and the chain of trust between two. Parties are named by id, name or alias.",
    .options =
        std::vector<Option>{
            {"all", "", "every pair in tension, instead of the parties named"},
            {"broker", "K", "the pairs that K can broker, instead of the parties named"},
            {"why", "K", "why K ranks where it does between the parties, or is no candidate"},
            {"together", "N", "also sets of 2 or 3 brokers who do better together than alone", 0, false, {"2", "3"}}} +
        shared_options(),
    .examples = {"entente brokers model/heart-of-asia AFG PAK", "entente brokers model/heart-of-asia AFG PAK --why CHN",
                 "entente brokers model/heart-of-asia AFG PAK --together 2 --top 5",
                 "entente brokers model/heart-of-asia --all --top 3"},
    .run = run,
};

}  // namespace entente::cli
