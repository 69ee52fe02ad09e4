#include "analysis/candidates.hpp"
#include "analysis/certainty/certainty.hpp"
#include "analysis/joint.hpp"
#include "analysis/order.hpp"

#include <algorithm>

namespace entente {

namespace {

/// The candidates and forums of which remarks are told: those that could well be chosen.
constexpr std::size_t foremost = 3;

/// Vertices whose remarks belong to the answer.
struct Foremost {
    std::vector<VertexIndex> brokers;
    std::vector<VertexIndex> forums;
};

Foremost foremost_of(const Brokerage& brokerage) {
    Foremost found;
    for (const auto& candidate : brokerage.candidates) {
        if (found.brokers.size() == foremost) break;
        found.brokers.push_back(candidate.id);
        if (candidate.forum) found.forums.push_back(*candidate.forum);
    }
    for (std::size_t place = 0; place < std::min(foremost, brokerage.forums.size()); ++place)
        found.forums.push_back(brokerage.forums[place].id);
    return found;
}

bool names_any(const Remark& remark, const std::vector<VertexIndex>& vertices) {
    return std::find_first_of(remark.about.begin(), remark.about.end(), vertices.begin(), vertices.end()) !=
           remark.about.end();
}

/// What is said of all parties, of a table that could well be chosen, or of a party and a broker that could.
bool concerns(const Remark& remark, const std::vector<VertexIndex>& parties, const Foremost& choices) {
    const auto named = [&](VertexIndex vertex) { return names_any(remark, {vertex}); };
    if (std::all_of(parties.begin(), parties.end(), named) || names_any(remark, choices.forums)) return true;
    return names_any(remark, parties) && names_any(remark, choices.brokers);
}

std::vector<std::size_t> remarks_on(const RelationGraph& graph, const Brokerage& brokerage) {
    std::vector<std::size_t> found;
    const auto choices = foremost_of(brokerage);
    const auto& remarks = graph.model().remarks;
    const auto exists = [&](VertexIndex vertex) { return graph.exists(vertex); };
    const auto in_force = [&](const Remark& remark) {
        return remark.period.covers(graph.as_of()) && std::all_of(remark.about.begin(), remark.about.end(), exists);
    };
    for (std::size_t position = 0; position < remarks.size(); ++position)
        if (in_force(remarks[position]) && concerns(remarks[position], brokerage.parties, choices))
            found.push_back(position);
    return found;
}

}  // namespace

Brokerage find_brokers(const RelationGraph& graph, std::span<const VertexIndex> parties, const BrokerOptions& options) {
    Brokerage brokerage;
    brokerage.parties = checked_parties(graph, parties);
    brokerage.profile = options.profile;
    brokerage.draws = options.sampling.draws;
    brokerage.any_weights = options.sampling.any_weights;
    const auto& sorted = brokerage.parties;
    for (std::size_t i = 0; i < sorted.size(); ++i)
        for (std::size_t j = i + 1; j < sorted.size(); ++j)
            brokerage.pairs.push_back(pair_of(graph, sorted[i], sorted[j]));
    brokerage.candidates = rank_candidates(graph, sorted, options);
    brokerage.together = options.together;
    if (options.together != 1) brokerage.joint = find_joint_brokers(graph, sorted, options);
    brokerage.forums = rank_forums(graph, sorted);
    if (sorted.size() == 2) brokerage.chain = strongest_chain(graph, sorted[0], sorted[1]);
    brokerage.remarks = remarks_on(graph, brokerage);
    add_certainty(graph, options, brokerage);
    return brokerage;
}

namespace {

/// For every pair in tension, by severity.
std::vector<PairBrokers> rank_all(const RelationGraph& graph, const BrokerOptions& options, Threats threats) {
    const auto standing = standings(graph);
    std::vector<PairBrokers> all;
    for (const auto& pair : tense_pairs(graph, threats, options.only)) {
        const VertexIndex parties[]{pair.a, pair.b};
        all.push_back({pair.a, pair.b, pair.relation.tension, rank_candidates(graph, parties, options, standing)});
    }
    return all;
}

}  // namespace

std::vector<PairBrokers> find_all_brokers(const RelationGraph& graph, const BrokerOptions& options, Threats threats) {
    auto all = rank_all(graph, options, threats);
    add_certainty(graph, options, all);
    return all;
}

BrokerReach find_reach(const RelationGraph& graph, VertexIndex broker, const BrokerOptions& options, Threats threats) {
    BrokerReach reach;
    reach.broker = broker;
    BrokerOptions all = options;
    all.top.reset();
    for (const auto& pair : rank_all(graph, all, threats)) {
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
