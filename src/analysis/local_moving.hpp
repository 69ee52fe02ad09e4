/// The moves of the search for clusters: vertices, then sets of vertices, go where modularity gains most.
#pragma once

#include "analysis/network.hpp"
#include "analysis/random.hpp"

namespace entente {

/// Which of the sets that gain a vertex joins when connected sets form; none: no set forms, only whole parts move.
enum class Refinement { best, any, none };

/// One round: single vertices move, then the connected sets that they form, up to whole parts, as in the Leiden method
/// (Traag, Waltman & van Eck 2019). Every part of `partition` is connected by joined links, before and after; a move
/// is judged with the pieces that it leaves behind. Never lowers Q.
void improve(const Network& network, Partition& partition, Refinement refinement, Random& random);

}  // namespace entente
