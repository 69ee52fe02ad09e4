/// The five roles of a broker between groups (Gould & Fernandez 1989).
#pragma once

#include <entente/analysis.hpp>

#include <cstdint>
#include <vector>

namespace entente {

/// Counts, of each vertex, the ordered pairs (i, k) that it brokers: i tied to it and it to k, but i not to k
/// (METHOD 7). successors[v] are those to whom v has a tie, none twice, not itself; `group` is by vertex. Fills the
/// counts of `actors`, by vertex, and nothing else.
void count_roles(const std::vector<std::vector<std::uint32_t>>& successors, const std::vector<std::size_t>& group,
                 std::vector<ActorRoles>& actors);

}  // namespace entente
