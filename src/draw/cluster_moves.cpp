#include "draw/cluster_moves.hpp"

#include "draw/phrases.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>
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

/// What each cluster of before has become, by positions: pairs with most members in common first, each cluster once.
std::map<std::size_t, std::size_t> successors(const BothStates& states, const Clustering& before,
                                              const Clustering& after) {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> common;
    for (std::size_t cluster = 0; cluster < before.clusters.size(); ++cluster)
        for (const auto& member : before.clusters[cluster].members)
            if (const auto now = after.cluster_of(states.later(member.id))) ++common[{cluster, *now}];
    std::vector<std::tuple<std::size_t, std::size_t, std::size_t>> ranked;
    for (const auto& [pair, count] : common)
        ranked.emplace_back(count, pair.first, pair.second);
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& left, const auto& right) { return std::get<0>(left) > std::get<0>(right); });
    std::map<std::size_t, std::size_t> become;
    std::set<std::size_t> taken;
    for (const auto& [count, was, is] : ranked)
        if (!become.contains(was) && taken.insert(is).second) become.emplace(was, is);
    return become;
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
        const auto successor = become.find(*was);
        if (is && successor != become.end() && successor->second == *is) continue;
        const auto members = members_of(before.clusters[*was]);
        const auto centre = heaviest(states.before(), members);
        moves.emplace(vertex, centre == *earlier ? "was the centre of its own"
                                                 : "was around " + name_of(states.before(), centre));
    }
    return moves;
}

}  // namespace entente::drawing
