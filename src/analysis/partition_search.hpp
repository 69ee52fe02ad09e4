/// The search for the partition of greatest modularity whose parts are connected (METHOD 4).
#pragma once

#include "analysis/signed_graph.hpp"

namespace entente {

struct SearchOptions {
    double resolution = 1;
    std::size_t starts = 100;
    std::uint64_t seed = 1;
    std::size_t threads = 1;  ///< that share the starts; 0: as many as the machine has
};

/// The best of `starts` seeded starts, every part connected by joined pairs; of several as good, the one whose sorted
/// form is smallest. Parts are numbered by smallest vertex. Same input, same result, for any number of threads. About
/// O(vertices + pairs) a start.
Partition find_best_partition(const SignedGraph& graph, const SearchOptions& options);

}  // namespace entente
