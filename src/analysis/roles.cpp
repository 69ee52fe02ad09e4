// Where actors stand between others (METHOD 7, roles).
#include "analysis/betweenness.hpp"
#include "analysis/brokerage_roles.hpp"
#include "analysis/order.hpp"
#include "analysis/structural_holes.hpp"
#include "analysis/thresholds.hpp"

#include <map>
#include <stdexcept>

namespace entente {

namespace {

/// The actors and what joins them; vertex v of it is the v-th actor.
struct ActorNetwork {
    std::vector<std::vector<std::uint32_t>> partners;  ///< by cooperation
    std::vector<std::vector<WeightedTie>> trust;
    std::vector<std::vector<Step>> steps;
};

ActorNetwork network_of(const RelationGraph& graph) {
    const auto& actors = graph.actors();
    std::vector<std::uint32_t> position(graph.model().vertices.size());
    for (std::uint32_t actor = 0; actor < actors.size(); ++actor)
        position[actors[actor]] = actor;

    ActorNetwork network{std::vector<std::vector<std::uint32_t>>(actors.size()),
                         std::vector<std::vector<WeightedTie>>(actors.size()),
                         std::vector<std::vector<Step>>(actors.size())};
    for (std::size_t actor = 0; actor < actors.size(); ++actor)
        for (const auto& neighbour : graph.neighbours(actors[actor])) {
            if (!graph.is_actor(neighbour.vertex)) continue;
            const auto to = position[neighbour.vertex];
            const double trust = neighbour.relation.trust();
            if (at_least(neighbour.relation.cooperation, partnership)) network.partners[actor].push_back(to);
            if (!above(trust, 0)) continue;
            network.trust[actor].push_back({to, trust});
            network.steps[actor].push_back({to, length_of(trust)});
        }
    return network;
}

/// By actor; each that is in no cluster is a group of its own.
std::vector<std::size_t> groups_by_cluster(const RelationGraph& graph, const ClusterOptions& options) {
    const auto clustering = find_clusters(graph, options);
    std::map<VertexIndex, std::size_t> cluster_of;
    for (const auto& cluster : clustering.clusters)
        for (const auto& member : cluster.members)
            cluster_of[member.id] = cluster.number;
    std::vector<std::size_t> groups;
    auto next = clustering.clusters.size();
    for (const auto actor : graph.actors()) {
        const auto found = cluster_of.find(actor);
        groups.push_back(found != cluster_of.end() ? found->second : ++next);
    }
    return groups;
}

/// By actor; each without the tag is a group of its own.
std::vector<std::size_t> groups_by_tag(const RelationGraph& graph, const std::string& tag) {
    std::map<std::string_view, std::size_t> group_of;
    std::vector<std::size_t> groups;
    std::size_t next = 0;
    for (const auto actor : graph.actors()) {
        const auto& tags = graph.model().vertices[actor].tags;
        const auto found = tags.find(tag);
        if (found == tags.end()) {
            groups.push_back(++next);
            continue;
        }
        const auto [group, first] = group_of.emplace(found->second, next + 1);
        if (first) ++next;
        groups.push_back(group->second);
    }
    return groups;
}

bool is_tag(const Model& model, const std::string& tag) {
    return std::any_of(model.vertices.begin(), model.vertices.end(),
                       [&](const Vertex& vertex) { return vertex.tags.contains(tag); });
}

}  // namespace

Roles find_roles(const RelationGraph& graph, const RolesOptions& options) {
    if (options.tag && !is_tag(graph.model(), *options.tag))
        throw std::invalid_argument("no vertex bears the tag '" + *options.tag + "'");

    Roles roles;
    roles.groups = options.tag.value_or("clusters");
    roles.actors.resize(graph.actors().size());
    const auto network = network_of(graph);
    const auto groups = options.tag ? groups_by_tag(graph, *options.tag) : groups_by_cluster(graph, options.clusters);
    count_roles(network.partners, groups, roles.actors);
    const auto holes = structural_holes(network.trust);
    const auto between = betweenness(network.steps);
    for (std::size_t actor = 0; actor < roles.actors.size(); ++actor) {
        auto& row = roles.actors[actor];
        row.id = graph.actors()[actor];
        row.constraint = holes[actor].constraint;
        row.effective_size = holes[actor].effective_size;
        row.betweenness = between[actor];
    }
    rank_by(roles.actors.begin(), roles.actors.end(), {[](const ActorRoles& row) { return row.betweenness; }},
            [](const ActorRoles& left, const ActorRoles& right) { return left.id < right.id; });
    return roles;
}

}  // namespace entente
