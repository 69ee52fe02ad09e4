/// Unsigned graphs of three kinds, each the same on every machine.
#pragma once

#include "analysis/signed_graph.hpp"

#include <array>
#include <vector>

namespace entente::bench {

enum class GraphKind { random, planted, scale_free };

/// Pairs, each once, a < b; of about 10 neighbours a vertex. random: any two alike (Erdős & Rényi 1959). planted: eight
/// neighbours of ten within communities of 50. scale_free: each new vertex joins five, the more joined the likelier
/// (Barabási & Albert 1999).
std::vector<SignedPair> made_pairs(GraphKind kind, std::uint32_t size);

}  // namespace entente::bench
