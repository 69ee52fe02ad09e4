/// Whether a graph has a cut of negative cost, decided by branch and cut.
#pragma once

#include "analysis/cut_relaxation.hpp"
#include "analysis/split_search.hpp"

namespace entente {

struct CutQuestion {
    std::size_t size = 0;
    std::span<const WeightedEdge> edges;  ///< connected, without a bridge
    double step = 0;                      ///< costs are multiples of it; 0 where nothing is known
    Deadline deadline{};
};

struct CutAnswer {
    std::optional<Split> better;  ///< a cut of cost below 0, where one was found
    double bound = 0;             ///< no cut costs less; 0 where it is proved that none is negative
    bool alone = true;            ///< whether no cut but the empty one costs 0
};

/// The empty cut costs 0; is there a cheaper one, or another as cheap (within the tolerance)? Ends with the first
/// that is cheaper.
CutAnswer find_cheaper_cut(const CutQuestion& question);

}  // namespace entente
