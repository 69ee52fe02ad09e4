#include "analysis/candidates.hpp"
#include "analysis/order.hpp"

#include <algorithm>

namespace entente {

namespace {

bool names(const Remark& remark, VertexIndex vertex) {
    return std::find(remark.about.begin(), remark.about.end(), vertex) != remark.about.end();
}

/// What is said of all parties, of a forum that seats them, or of a party and a candidate together.
bool concerns(const Remark& remark, const Brokerage& brokerage) {
    const auto named = [&](VertexIndex vertex) { return names(remark, vertex); };
    const auto& parties = brokerage.parties;
    if (std::all_of(parties.begin(), parties.end(), named)) return true;
    const auto seats_all = [&](const ForumOption& forum) { return named(forum.id); };
    if (std::any_of(brokerage.forums.begin(), brokerage.forums.end(), seats_all)) return true;
    const auto candidate_named = [&](const Candidate& candidate) { return named(candidate.id); };
    return std::any_of(parties.begin(), parties.end(), named) &&
           std::any_of(brokerage.candidates.begin(), brokerage.candidates.end(), candidate_named);
}

std::vector<std::size_t> remarks_on(const RelationGraph& graph, const Brokerage& brokerage) {
    std::vector<std::size_t> found;
    const auto& remarks = graph.model().remarks;
    for (std::size_t position = 0; position < remarks.size(); ++position)
        if (remarks[position].period.covers(graph.as_of()) && concerns(remarks[position], brokerage))
            found.push_back(position);
    return found;
}

}  // namespace

Brokerage find_brokers(const RelationGraph& graph, std::span<const VertexIndex> parties, const BrokerOptions& options) {
    Brokerage brokerage;
    brokerage.parties = checked_parties(graph, parties);
    brokerage.profile = options.profile;
    const auto& sorted = brokerage.parties;
    for (std::size_t i = 0; i < sorted.size(); ++i)
        for (std::size_t j = i + 1; j < sorted.size(); ++j)
            brokerage.pairs.push_back(pair_of(graph, sorted[i], sorted[j]));
    brokerage.candidates = rank_candidates(graph, sorted, options);
    brokerage.forums = rank_forums(graph, sorted);
    if (sorted.size() == 2) brokerage.chain = strongest_chain(graph, sorted[0], sorted[1]);
    brokerage.remarks = remarks_on(graph, brokerage);
    return brokerage;
}

std::vector<PairBrokers> find_all_brokers(const RelationGraph& graph, const BrokerOptions& options, Threats threats) {
    const auto standing = standings(graph);
    std::vector<PairBrokers> all;
    for (const auto& pair : tense_pairs(graph, threats)) {
        const VertexIndex parties[]{pair.a, pair.b};
        all.push_back({pair.a, pair.b, pair.relation.tension, rank_candidates(graph, parties, options, standing)});
    }
    return all;
}

BrokerReach find_reach(const RelationGraph& graph, VertexIndex broker, const BrokerOptions& options, Threats threats) {
    BrokerReach reach;
    reach.broker = broker;
    BrokerOptions all = options;
    all.top.reset();
    for (const auto& pair : find_all_brokers(graph, all, threats)) {
        const auto candidate = std::find_if(pair.candidates.begin(), pair.candidates.end(),
                                            [&](const Candidate& item) { return item.id == broker; });
        if (candidate == pair.candidates.end() || !candidate->refused_by.empty()) continue;
        reach.pairs.push_back({pair.a, pair.b, pair.tension, candidate->rank, candidate->score});
    }
    // They come by severity, then pair: that order stands among equal ranks.
    std::stable_sort(
        reach.pairs.begin(), reach.pairs.end(),
        [](const BrokerReach::Row& left, const BrokerReach::Row& right) { return left.rank < right.rank; });
    if (options.top && *options.top < reach.pairs.size()) reach.pairs.resize(*options.top);
    return reach;
}

}  // namespace entente
