/// The search for the best split of a network in two.
#pragma once

#include "analysis/network.hpp"

#include <functional>

namespace entente {

/// 0 or 1 for each vertex; the first vertex is in 0.
using Split = std::vector<std::uint8_t>;

/// Puts the first vertex in 0, by exchanging the two parts where it is not.
void orient(Split& split);

struct SplitSearch {
    std::size_t starts = 100;
    std::uint64_t seed = 1;
    std::function<bool()> enough = [] { return false; };  ///< asked before each start but the first
};

/// The best of seeded starts of local moving and chains of moves (Kernighan & Lin 1970); one part may be empty. Of
/// several as good, the one whose sorted form is smallest. Same input, same result.
Split find_best_split(const Network& network, const SplitSearch& search);

/// What each vertex would gain by crossing alone.
std::vector<double> crossing_gains(const Network& network, const Split& split);

}  // namespace entente
