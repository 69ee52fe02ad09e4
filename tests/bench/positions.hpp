/// Positions of the world's actors.
#pragma once

#include <iosfwd>

namespace entente::bench {

/// A line a pair, `a b length trust`; an empty line; then a line a vertex, `constraint size betweenness`, with `-` for
/// nothing. Numbers read back to the same.
void write_network(std::ostream& out);

}  // namespace entente::bench
