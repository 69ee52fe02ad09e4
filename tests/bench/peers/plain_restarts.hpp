/// Local moving as it is in textbooks (Blondel et al. 2008), on signed modularity and from random orders.
#pragma once

#include "analysis/signed_graph.hpp"

namespace entente::bench {

/// The best of `restarts`. Nothing keeps its parts connected.
Partition best_of_plain_restarts(const SignedGraph& graph, std::size_t restarts);

}  // namespace entente::bench
