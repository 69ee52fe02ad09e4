#include <entente/analysis.hpp>

#include <algorithm>

namespace entente {

Pair pair_of(const RelationGraph& graph, VertexIndex i, VertexIndex j) {
    const auto [a, b] = std::minmax(i, j);
    const auto relation = graph.relation(a, b);
    return {a, b, relation.cooperation, relation.tension, relation.net(), relation.ambivalent()};
}

}  // namespace entente
