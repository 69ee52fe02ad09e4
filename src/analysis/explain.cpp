// Why a vertex ranks where it does, or is no candidate.
#include "analysis/candidates.hpp"
#include "analysis/certainty/certainty.hpp"
#include "analysis/thresholds.hpp"
#include "model/phrasing.hpp"

#include <algorithm>

namespace entente {

namespace {

/// Why it cannot be one at all, whatever its relations; empty where it can.
std::string barred(const RelationGraph& graph, const std::vector<VertexIndex>& parties, VertexIndex broker,
                   const BrokerOptions& options) {
    const auto& vertex = graph.model().vertices[broker];
    if (std::binary_search(parties.begin(), parties.end(), broker)) return "it is one of the parties";
    if (!graph.exists(broker)) return "it does not exist on " + graph.as_of().text();
    if (vertex.is_threat()) return "it is a group that the model marks as no party";
    if (!vertex.is_actor())
        return "it is a forum and no actor: it can be a place to meet (an organisation that mediates by itself is "
               "marked `actor: true`)";
    if (!options.kinds.empty() &&
        std::find(options.kinds.begin(), options.kinds.end(), vertex.kind) == options.kinds.end())
        return "it is of a kind that was not asked for";
    return {};
}

std::string distrust(const RelationGraph& graph, VertexIndex broker, VertexIndex party) {
    const auto relation = graph.relation(broker, party);
    const auto& name = graph.model().vertices[party].name;
    if (!above(relation.cooperation, 0)) return "no cooperation with " + name + " is recorded";
    return "trust with " + name + " is under " + two_digits(least_trust) + ": cooperation " +
           two_digits(relation.cooperation) + ", tension " + two_digits(relation.tension);
}

std::vector<std::string> hindrances(const RelationGraph& graph, const Candidate& candidate) {
    std::vector<std::string> reasons;
    for (const auto by : candidate.refused_by)
        reasons.push_back("refused by " + graph.model().vertices[by].name);
    for (const auto on : candidate.dependent_on)
        reasons.push_back("depends on " + graph.model().vertices[on].name);
    for (const auto with : candidate.strained_with)
        reasons.push_back("strained with " + graph.model().vertices[with].name);
    return reasons;
}

}  // namespace

BrokerReasons explain_broker(const RelationGraph& graph, std::span<const VertexIndex> parties, VertexIndex broker,
                             const BrokerOptions& options) {
    BrokerReasons why;
    why.broker = broker;
    why.parties = checked_parties(graph, parties);
    for (const auto party : why.parties)
        if (party != broker)
            why.links.push_back({party, graph.relation(broker, party), graph.influence(broker, party)});

    BrokerOptions all = options;
    all.top.reset();
    const auto candidates = rank_candidates(graph, why.parties, all);
    why.candidates = candidates.size();
    const auto found = std::find_if(candidates.begin(), candidates.end(),
                                    [&](const Candidate& candidate) { return candidate.id == broker; });
    if (found != candidates.end()) {
        why.candidate = *found;
        add_certainty(graph, why.parties, options, {&*why.candidate, 1});
        why.candidate->records = records_behind(graph, why.parties, *found);
        why.reasons = hindrances(graph, *found);
        return why;
    }
    if (const auto reason = barred(graph, why.parties, broker, options); !reason.empty()) {
        why.reasons.push_back(reason);
        return why;
    }
    for (const auto party : why.parties)
        if (!at_least(graph.relation(broker, party).trust(), least_trust))
            why.reasons.push_back(distrust(graph, broker, party));
    return why;
}

}  // namespace entente
