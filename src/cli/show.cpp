#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"

namespace entente::cli {

namespace {

Result portrait(const RelationGraph& graph, const std::vector<VertexIndex>& named) {
    if (named.empty()) return ModelPortrait{measure_coverage(graph)};
    if (named.size() == 1) return portray_vertex(graph, named.front());
    return portray_pair(graph, named[0], named[1]);
}

int run(const Arguments& arguments) {
    expect_operands(show_command, arguments, 1, 3);
    const auto session = open_session(show_command.name, arguments);
    const auto graph = session.graph();
    emit(arguments, session, graph, portrait(graph, parties_named(graph, arguments)));
    return done;
}

}  // namespace

const Command show_command{
    .name = "show",
    .operands = "MODEL [A [B]]",
    .summary = "what the model holds: all of it, a vertex, or a pair with its evidence",
    .description =
        "Shows what the model holds; of one vertex its relations and forums; of a pair every record behind its "
        "relation, with evidence and remarks.",
    .options = shared_options(),
    .examples = {"entente show model/heart-of-asia AFG PAK",
                 "entente show model/heart-of-asia \"Shanghai Cooperation Organization\""},
    .run = run,
};

}  // namespace entente::cli
