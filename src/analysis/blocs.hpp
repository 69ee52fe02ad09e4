/// The best split of all sides in two by signed modularity (METHOD 5).
#pragma once

#include "analysis/signed_graph.hpp"
#include <entente/analysis.hpp>

namespace entente {

/// `sides` names the vertices of the graph. The first bloc holds the first side; the second is empty where no split is
/// better than none.
Blocs find_blocs(const SignedGraph& graph, const std::vector<VertexIndex>& sides, std::uint64_t seed);

}  // namespace entente
