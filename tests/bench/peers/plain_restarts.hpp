/// Local moving as it is in textbooks (Blondel et al. 2008), on signed modularity and from random orders.
#pragma once

#include "analysis/signed_graph.hpp"

namespace entente::bench {

/// connected: a vertex goes only where it has a joined neighbour, and what falls apart is split, as METHOD 4 asks of
/// clusters. free: it goes anywhere that it has a link to, and parts may be in pieces.
enum class Parts { connected, free };

/// The best of `restarts`.
Partition best_of_plain_restarts(const SignedGraph& graph, std::size_t restarts, Parts parts);

}  // namespace entente::bench
