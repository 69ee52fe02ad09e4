/// Triangles of a signed graph, counted by their signs (METHOD 5).
#pragma once

#include "analysis/blocks.hpp"
#include <entente/analysis.hpp>

namespace entente {

/// O(sum over the edges of their ends' degrees).
Triangles count_triangles(std::size_t size, std::span<const WeightedEdge> edges);

}  // namespace entente
