/// Who stands in another cluster than before.
#pragma once

#include "draw/both_states.hpp"
#include <entente/analysis.hpp>

#include <map>
#include <string>

namespace entente::drawing {

/// Those that exist in both states and whose cluster is not the one that their former cluster has become (that with
/// which it has most members in common), with the words for where they were: "was around China".
std::map<VertexIndex, std::string> find_cluster_moves(const BothStates& states, const Clustering& before,
                                                      const Clustering& after);

/// Who cooperates most inside the cluster.
VertexIndex heaviest(const RelationGraph& graph, const std::vector<VertexIndex>& members);

}  // namespace entente::drawing
