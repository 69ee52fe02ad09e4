#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"

#include <set>

namespace entente::cli {

namespace {

constexpr std::string_view by_clusters = "clusters";

RolesOptions roles_options(const Model& model, const Arguments& arguments) {
    RolesOptions options;
    options.clusters.sampling = sampling_from(arguments);
    options.clusters.sampling.draws = 0;  // nothing is said of how sure a role is
    const auto groups = arguments.text("groups").value_or(std::string(by_clusters));
    if (groups == by_clusters) return options;
    std::set<std::string_view> tags{by_clusters};
    for (const auto& vertex : model.vertices)
        for (const auto& [tag, value] : vertex.tags)
            tags.insert(tag);
    if (!tags.contains(groups)) throw UsageError(unknown_word("tag", groups, {tags.begin(), tags.end()}));
    options.tag = groups;
    return options;
}

int run(const Arguments& arguments) {
    expect_operands(roles_command, arguments, 1, 1);
    const auto session = open_session(roles_command.name, arguments);
    const auto graph = session.graph();
    const auto [top, only] =
        std::pair(broker_options(session.model, arguments).top, only_from(session.model, arguments));
    auto roles = find_roles(graph, roles_options(session.model, arguments));
    if (only)
        std::erase_if(roles.actors, [&](const ActorRoles& actor) {
            const auto& tags = session.model.vertices[actor.id].tags;
            const auto tag = tags.find(only->first);
            return tag == tags.end() || tag->second != only->second;
        });
    if (top && *top < roles.actors.size()) roles.actors.resize(*top);
    emit(arguments, session, graph, roles);
    return done;
}

}  // namespace

const Command roles_command{
    .name = "roles",
    .operands = "MODEL",
    .summary = "who stands between whom?",
    .description =
        "Tells the position of every actor: which pairs of others it links, and in which role towards its own group "
        "(Gould and Fernandez); how much room its partners leave it (Burt's constraint and effective size); and how "
        "many of the shortest ways of trust lead through it (betweenness). Those most between others come first.",
    .options = std::vector<Option>{{"groups", "G", "groups are the `clusters` (default) or the values of this tag"}} +
               shared_options(),
    .examples = {"entente roles model/heart-of-asia", "entente roles model/heart-of-asia --top 5 --format csv"},
    .run = run,
};

}  // namespace entente::cli
