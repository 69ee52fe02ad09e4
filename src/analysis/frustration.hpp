/// The split of a signed graph in two camps against which the least strains (Aref, Mason & Wilson 2020).
#pragma once

#include "analysis/cut_relaxation.hpp"
#include "analysis/split_search.hpp"

namespace entente {

/// An edge of positive weight is frustrated where its ends are in different camps, one of negative weight where they
/// are in one.
inline bool is_frustrated(const WeightedEdge& edge, const Split& camps) {
    return (edge.weight > 0) != (camps[edge.a] == camps[edge.b]);
}

struct SignedEdges {
    std::size_t size = 0;
    std::span<const WeightedEdge> edges;  ///< each pair once, no weight 0
    double step = 0;                      ///< weights are multiples of it; 0 where nothing is known
};

struct Camps {
    Split split;         ///< the first vertex of each connected component is in camp 0
    double gap = 0;      ///< by how much the weight frustrated may be less than here; 0 where it is proved the least
    bool unique = true;  ///< whether the optimum is the only one, up to exchanging the camps of a component
};

/// Exact within the tolerance unless the deadline comes first. Same input, same camps.
Camps find_camps(const SignedEdges& graph, const Deadline& deadline);

}  // namespace entente
