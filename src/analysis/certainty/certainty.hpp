/// How sure the answers to who can broker whom are (METHOD 8).
#pragma once

#include <entente/analysis.hpp>

#include <span>
#include <vector>

namespace entente {

/// Fills p_first, p_top3, rank_low and rank_high of the candidates, and what would change the answer and what to find
/// out. Nothing without draws. The parties of the brokerage are ascending; its candidates may be some of all.
void add_certainty(const RelationGraph& graph, const BrokerOptions& options, Brokerage& brokerage);

/// Fills p_first, p_top3, rank_low and rank_high of the candidates of every pair. Nothing without draws.
void add_certainty(const RelationGraph& graph, const BrokerOptions& options, std::span<PairBrokers> pairs);

/// The same for the candidates between some parties, ascending.
void add_certainty(const RelationGraph& graph, std::span<const VertexIndex> parties, const BrokerOptions& options,
                   std::span<Candidate> candidates);

}  // namespace entente
