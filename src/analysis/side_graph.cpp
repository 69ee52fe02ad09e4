#include "analysis/side_graph.hpp"

#include "analysis/thresholds.hpp"

#include <algorithm>

namespace entente {

SignedGraph graph_of_sides(const RelationGraph& graph) {
    const auto& sides = graph.sides();
    std::vector<SignedPair> pairs;
    for (std::uint32_t a = 0; a < sides.size(); ++a) {
        for (const auto& neighbour : graph.neighbours(sides[a])) {
            if (neighbour.vertex < sides[a] || !graph.is_side(neighbour.vertex)) continue;
            const auto found = std::lower_bound(sides.begin(), sides.end(), neighbour.vertex);
            pairs.push_back({a,
                             static_cast<std::uint32_t>(found - sides.begin()),
                             {neighbour.relation.cooperation, neighbour.relation.tension}});
        }
    }
    return {sides.size(), pairs, tau};
}

}  // namespace entente
