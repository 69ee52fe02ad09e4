/// A cheapest cut of a small graph, by looking at every one.
#pragma once

#include "analysis/least_cut.hpp"

namespace entente {

/// Two million cuts.
inline constexpr std::size_t most_looked_through = 22;
/// Whether that is the quicker way: a few thousand cuts always, more where there are so many edges that inequalities
/// bound the cost badly.
bool is_looked_through(const CutQuestion& question);

/// As `find_cheaper_cut`, but the cut is a cheapest one, and `alone` speaks of it. O(2^size · size), whatever the
/// weights; no deadline. More than `most_looked_through` vertices are a std::invalid_argument.
CutAnswer look_through_cuts(const CutQuestion& question);

}  // namespace entente
