/// The parts of a candidate's rank that other files of this room share.
#pragma once

#include "analysis/components.hpp"
#include <entente/analysis.hpp>

#include <algorithm>
#include <span>
#include <vector>

namespace entente {

/// S of METHOD 7 by vertex: mean cooperation with all other actors; 0 for what is no actor.
std::vector<double> standings(const RelationGraph& graph);

/// rank_candidates with the standings at hand, for many pairs of one graph.
std::vector<Candidate> rank_candidates(const RelationGraph& graph, std::span<const VertexIndex> parties,
                                       const BrokerOptions& options, const std::vector<double>& standing);

/// Who could stand between some parties, and in what way; not ranked yet.
struct Contender {
    VertexIndex id = 0;
    Components components{};
    std::optional<VertexIndex> forum;  ///< the best table
};
/// Those trusted by every party, by id.
std::vector<Contender> find_contenders(const RelationGraph& graph, std::span<const VertexIndex> parties,
                                       const BrokerOptions& options, const std::vector<double>& standing);

PartyLink link_between(const RelationGraph& graph, VertexIndex candidate, VertexIndex party);

/// Forums that seat all parties, by id, with what convening they offer so many brokers beside them.
struct Table {
    VertexIndex forum;
    double least_role;  ///< the smallest rho of a party
    double reach;       ///< omega · sqrt(m / max(m, n))
    double effectiveness;

    double convening(double role) const { return reach * effectiveness * std::min(role, least_role); }
};
std::vector<Table> tables_for(const RelationGraph& graph, std::span<const VertexIndex> parties,
                              std::size_t brokers = 1);

/// Whether an actor may stand between the parties at all: it is none of them, and of a kind that is asked for.
bool may_broker(const RelationGraph& graph, std::span<const VertexIndex> parties, VertexIndex actor,
                const BrokerOptions& options);

/// Pairs with tension above 0, by severity, then pair; of a tag, where one is given, only those whose two bear it.
std::vector<PairRelation> tense_pairs(const RelationGraph& graph, Threats threats, const std::optional<Tag>& only = {});

/// Positions in Model::refusals of those in force that bar the candidate: who refuses and all whom it concerns are
/// among the parties (METHOD 2). Parties are ascending.
std::vector<std::size_t> refusals_against(const RelationGraph& graph, std::span<const VertexIndex> parties,
                                          VertexIndex candidate);

/// All records that entered a candidate's rank between the parties, sorted.
std::vector<RecordRef> records_behind(const RelationGraph& graph, std::span<const VertexIndex> parties,
                                      const Candidate& candidate);

/// Ascending, two or more, none twice, all existing; else a std::invalid_argument.
std::vector<VertexIndex> checked_parties(const RelationGraph& graph, std::span<const VertexIndex> parties);

}  // namespace entente
