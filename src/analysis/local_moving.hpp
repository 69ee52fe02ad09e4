/// The moves of the search for clusters: vertices, then sets of vertices, go where modularity gains most.
#pragma once

#include "analysis/network.hpp"
#include "analysis/random.hpp"

namespace entente {

/// A smaller gain in Q is none: it may be rounding.
inline constexpr double least_gain = 1e-12;

/// Whether a part may fall to pieces while vertices move, to be parted afterwards (quick), or every move is judged with
/// the pieces that it leaves behind.
enum class Moves { free, judged };

/// One round: single vertices move, then the connected sets that they form, up to whole parts, as in the Leiden method
/// (Traag, Waltman & van Eck 2019). Every part of `partition` is connected by joined links, before and after.
/// Judged moves never lower Q; free ones may, where pieces that part were held together by more than links.
void improve(const Network& network, Partition& partition, Moves moves, Random& random);

}  // namespace entente
