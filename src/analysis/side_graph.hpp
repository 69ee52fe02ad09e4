/// The sides and how they stand, apart from the model: vertex v is the v-th side.
#pragma once

#include "analysis/signed_graph.hpp"
#include <entente/graph.hpp>

namespace entente {

/// A pair of sides is joined where they cooperate at tau.
SignedGraph graph_of_sides(const RelationGraph& graph);

}  // namespace entente
