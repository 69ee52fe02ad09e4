#include "draw/cluster_moves.hpp"

#include "analysis/cluster_match.hpp"
#include "draw/phrases.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace entente::drawing {

namespace {

std::vector<VertexIndex> members_of(const Cluster& cluster) {
    std::vector<VertexIndex> members;
    for (const auto& member : cluster.members)
        members.push_back(member.id);
    std::sort(members.begin(), members.end());
    return members;
}

/// What each cluster of before has become, by positions.
std::vector<std::optional<std::size_t>> successors(const BothStates& states, const Clustering& before,
                                                   const Clustering& after) {
    std::vector<std::vector<VertexIndex>> were;
    for (const auto& cluster : before.clusters) {
        were.push_back(members_of(cluster));
        for (auto& member : were.back())
            member = states.later(member);
    }
    std::vector<std::vector<VertexIndex>> are;
    for (const auto& cluster : after.clusters)
        are.push_back(members_of(cluster));
    return match_clusters(were, are);
}

}  // namespace

VertexIndex heaviest(const RelationGraph& graph, const std::vector<VertexIndex>& members) {
    const auto weight = [&](VertexIndex member) {
        double sum = 0;
        for (const auto other : members)
            sum += graph.relation(member, other).cooperation;
        return sum;
    };
    return *std::max_element(members.begin(), members.end(),
                             [&](auto left, auto right) { return above(weight(right), weight(left)); });
}

std::map<VertexIndex, std::string> find_cluster_moves(const BothStates& states, const Clustering& before,
                                                      const Clustering& after) {
    const auto become = successors(states, before, after);
    std::map<VertexIndex, std::string> moves;
    for (const auto vertex : states.after().sides()) {
        const auto earlier = states.earlier(vertex);
        if (!earlier || !states.before().exists(*earlier)) continue;
        const auto was = before.cluster_of(*earlier);
        const auto is = after.cluster_of(vertex);
        if (!was && !is) continue;
        if (!was) {
            moves.emplace(vertex, "was unattached");
            continue;
        }
        if (is && become[*was] == is) continue;
        const auto members = members_of(before.clusters[*was]);
        const auto centre = heaviest(states.before(), members);
        moves.emplace(vertex, centre == *earlier ? "was the centre of its own"
                                                 : "was around " + name_of(states.before(), centre));
    }
    return moves;
}

}  // namespace entente::drawing
