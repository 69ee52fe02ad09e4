// What moved between two graphs (METHOD 9).
#include "analysis/candidates.hpp"
#include "analysis/order.hpp"
#include "analysis/two_states.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <set>

namespace entente {

namespace {

// ---- relations ----

std::optional<Relation> relation_in(const State& state, const CommonPair& pair) {
    if (!state.has(pair)) return std::nullopt;
    return state.graph.relation(*state.vertex[pair.a], *state.vertex[pair.b]);
}

std::vector<Moved> compare_relations(const TwoStates& states) {
    std::set<CommonPair> pairs;
    for (const auto* state : {&states.before, &states.after})
        for (const auto& listed : state->graph.relations())
            pairs.insert(state->pair(listed.a, listed.b));
    MovedRows rows;
    for (const auto& pair : pairs) {
        const auto before = relation_in(states.before, pair);
        const auto after = relation_in(states.after, pair);
        const auto add = [&](const std::string& aspect, auto number) {
            rows.add_of_pair(states, pair, aspect, before ? Moved::Value(number(*before)) : Moved::Value(),
                             after ? Moved::Value(number(*after)) : Moved::Value());
        };
        add("cooperation", [](const Relation& relation) { return relation.cooperation; });
        add("tension", [](const Relation& relation) { return relation.tension; });
        add("net", [](const Relation& relation) { return relation.net(); });
    }
    return std::move(rows).sorted();
}

// ---- tensions ----

using Tensions = std::map<CommonPair, Tension>;

Tensions tensions_in(const State& state, const CompareOptions& options) {
    const TensionOptions asked{options.brokers, TensionOrder::severity, options.threats};
    Tensions tensions;
    for (auto& tension : find_tensions(state.graph, asked)) {
        const auto pair = state.pair(tension.a, tension.b);
        tensions.emplace(pair, std::move(tension));
    }
    return tensions;
}

/// How a pair stands in one state: at 0 where it is not in tension, nothing where it does not exist.
class TensionValues {
  public:
    TensionValues(const State& state, const Tensions& tensions, const CommonPair& pair)
        : state_(state), exists_(state.has(pair)) {
        if (const auto found = tensions.find(pair); found != tensions.end()) tension_ = &found->second;
    }
    Moved::Value number(double Tension::*member) const {
        if (tension_ != nullptr) return tension_->*member;
        return exists_ ? Moved::Value(0.0) : Moved::Value();
    }
    Moved::Value best_broker() const {
        if (tension_ == nullptr || !tension_->best_broker) return {};
        return state_.graph.model().id(*tension_->best_broker);
    }
    Moved::Value torn() const {
        std::vector<std::string> ids;
        if (tension_ != nullptr)
            for (const auto& side : tension_->torn)
                ids.push_back(state_.graph.model().id(side.id));
        std::sort(ids.begin(), ids.end());
        return listed(ids);
    }

  private:
    const State& state_;
    bool exists_;
    const Tension* tension_ = nullptr;
};

std::vector<Moved> compare_tensions(const TwoStates& states, const CompareOptions& options) {
    const auto before = tensions_in(states.before, options);
    const auto after = tensions_in(states.after, options);
    std::set<CommonPair> pairs;
    for (const auto* tensions : {&before, &after})
        for (const auto& [pair, tension] : *tensions)
            pairs.insert(pair);
    MovedRows rows;
    MovedRows torn;
    for (const auto& pair : pairs) {
        const TensionValues from(states.before, before, pair);
        const TensionValues to(states.after, after, pair);
        rows.add_of_pair(states, pair, "tension", from.number(&Tension::tension), to.number(&Tension::tension));
        rows.add_of_pair(states, pair, "opportunity", from.number(&Tension::opportunity),
                         to.number(&Tension::opportunity));
        rows.add_of_pair(states, pair, "strain", from.number(&Tension::strain), to.number(&Tension::strain));
        rows.add_of_pair(states, pair, "best broker", from.best_broker(), to.best_broker());
        torn.add_of_pair(states, pair, "torn", from.torn(), to.torn());
    }
    auto sorted = std::move(rows).sorted();
    std::ranges::move(std::move(torn).sorted(), std::back_inserter(sorted));
    return sorted;
}

// ---- brokers ----

using Candidates = std::map<CommonIndex, Candidate>;

/// The candidates for pairs of one state, in tension there or not.
class Rankings {
  public:
    Rankings(const State& state, const CompareOptions& options) : state_(state), options_(options.brokers) {
        options_.top.reset();
        options_.records = false;
        standing_ = standings(state.graph);
        for (auto& pair : find_all_brokers(state.graph, options_, options.threats))
            found_.emplace(state.pair(pair.a, pair.b), by_common_index(std::move(pair.candidates)));
    }
    void add_pairs_to(std::set<CommonPair>& pairs) const {
        for (const auto& [pair, candidates] : found_)
            pairs.insert(pair);
    }
    /// None where a party does not exist.
    Candidates of(const CommonPair& pair) const {
        if (const auto found = found_.find(pair); found != found_.end()) return found->second;
        if (!state_.has(pair)) return {};
        const VertexIndex parties[]{*state_.vertex[pair.a], *state_.vertex[pair.b]};
        return by_common_index(rank_candidates(state_.graph, parties, options_, standing_));
    }

  private:
    Candidates by_common_index(std::vector<Candidate> candidates) const {
        Candidates sorted;
        for (auto& candidate : candidates)
            sorted.emplace(state_.common[candidate.id], std::move(candidate));
        return sorted;
    }

    const State& state_;
    BrokerOptions options_;
    std::vector<double> standing_;
    std::map<CommonPair, Candidates> found_;
};

const Candidate* find_candidate(const Candidates& candidates, CommonIndex id) {
    const auto found = candidates.find(id);
    return found == candidates.end() ? nullptr : &found->second;
}

double better_rank(const Moved& moved) {
    double better = std::numeric_limits<double>::infinity();
    for (const auto* value : {&moved.before, &moved.after})
        if (const auto* const rank = std::get_if<double>(value)) better = std::min(better, *rank);
    return better;
}

struct BrokerRows {
    MovedRows ranks;
    MovedRows chances;
    MovedRows scores;

    void add(const TwoStates& states, const CommonPair& pair, CommonIndex id, const Candidate* before,
             const Candidate* after) {
        const auto phrase = states.ids[id] + " for " + states.phrase(pair);
        const auto row = [&](const std::string& lead, const std::string& aspect, auto value) {
            return Moved{lead + phrase,
                         before != nullptr ? value_or_none(value(*before)) : Moved::Value(),
                         after != nullptr ? value_or_none(value(*after)) : Moved::Value(),
                         aspect,
                         {states.ids[id], states.ids[pair.a], states.ids[pair.b]}};
        };
        using Number = std::optional<double>;
        ranks.add(row("rank of ", "rank", [](const Candidate& one) { return Number(static_cast<double>(one.rank)); }));
        scores.add(row("score of ", "score", [](const Candidate& one) { return Number(one.score); }));
        const bool both = before != nullptr && after != nullptr && before->p_first && after->p_first;
        if (both && (before->rank == 1 || after->rank == 1))
            chances.add(row("P(first) of ", "P(first)", [](const Candidate& one) { return one.p_first; }));
    }

    std::vector<Moved> sorted() && {
        auto rows = std::move(ranks).sorted();
        std::stable_sort(rows.begin(), rows.end(),
                         [](const Moved& left, const Moved& right) { return better_rank(left) < better_rank(right); });
        std::ranges::move(std::move(chances).sorted(), std::back_inserter(rows));
        std::ranges::move(std::move(scores).sorted(), std::back_inserter(rows));
        return rows;
    }
};

std::vector<Moved> compare_brokers(const TwoStates& states, const CompareOptions& options) {
    const Rankings before(states.before, options);
    const Rankings after(states.after, options);
    std::set<CommonPair> pairs;
    before.add_pairs_to(pairs);
    after.add_pairs_to(pairs);
    BrokerRows rows;
    for (const auto& pair : pairs) {
        const auto from = before.of(pair);
        const auto to = after.of(pair);
        std::set<CommonIndex> brokers;
        for (const auto* candidates : {&from, &to})
            for (const auto& [id, candidate] : *candidates)
                brokers.insert(id);
        for (const auto id : brokers)
            rows.add(states, pair, id, find_candidate(from, id), find_candidate(to, id));
    }
    return std::move(rows).sorted();
}

}  // namespace

Comparison compare(const RelationGraph& before, const RelationGraph& after, const CompareOptions& options) {
    const TwoStates states(before, after);
    Comparison comparison;
    comparison.relations = compare_relations(states);
    comparison.tensions = compare_tensions(states, options);
    comparison.clusters = compare_clusters(states, options.clusters);
    comparison.balance = compare_balance(states, options.balance);
    comparison.brokers = compare_brokers(states, options);
    return comparison;
}

}  // namespace entente
