/// Betweenness on ways of whole lengths, so that equal ways are equal.
#pragma once

#include <cstdint>
#include <vector>

namespace entente {

/// A way from a vertex to the next; of one pair, both directions are given, in one length.
struct Step {
    std::uint32_t to;
    std::uint64_t length;  ///< > 0
};

/// -log of the trust in whole units of 1e-12, at least one (METHOD 7). Trust is in (0, 1].
std::uint64_t length_of(double trust);

/// Over unordered pairs, the summed share of the shortest ways between the two that lead through a vertex; not
/// normalised (Brandes 2001). steps[v] are those from v. O(vertices · steps · log vertices).
std::vector<double> betweenness(const std::vector<std::vector<Step>>& steps);

}  // namespace entente
