/// Out of a local optimum by a chain of moves (after Kernighan & Lin 1970).
#pragma once

#include "analysis/network.hpp"
#include "analysis/random.hpp"

namespace entente {

/// Moves vertices, each once at most, the least loss first, and goes back to the best partition on the way. Parts that
/// fell to pieces are parted, so Q may fall where these were held together by more than links.
void move_in_chain(const Network& network, Partition& partition, Random& random);

}  // namespace entente
