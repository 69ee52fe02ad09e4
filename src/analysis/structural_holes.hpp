/// Burt's measures of how an actor's neighbours hang together without it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace entente {

/// A tie to a neighbour, its weight above 0; of one pair, both directions are given, in one weight.
struct WeightedTie {
    std::uint32_t to;
    double weight;
};

/// Nothing where a vertex has no neighbour.
struct StructuralHoles {
    std::optional<double> constraint;      ///< may pass 1
    std::optional<double> effective_size;  ///< in the form of Borgatti (1997) for weights
};

/// Constraint and effective size of each vertex over its own neighbours (METHOD 7; Burt 1992). ties[v] are those of v.
std::vector<StructuralHoles> structural_holes(const std::vector<std::vector<WeightedTie>>& ties);

}  // namespace entente
