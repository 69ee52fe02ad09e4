// What pulls apart, who is torn, and who could help (METHOD 6).
#include "analysis/candidates.hpp"
#include "analysis/order.hpp"
#include "analysis/thresholds.hpp"

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

std::vector<WeightedVertex> torn_between(const RelationGraph& graph, VertexIndex a, VertexIndex b) {
    std::vector<WeightedVertex> torn;
    const double hostility = -graph.relation(a, b).net();
    if (!at_least(hostility, tau)) return torn;
    for (const auto& friend_of_a : graph.neighbours(a)) {
        const double to_a = friend_of_a.relation.net();
        if (!graph.is_side(friend_of_a.vertex) || !at_least(to_a, tau)) continue;
        const double to_b = graph.relation(friend_of_a.vertex, b).net();
        if (at_least(to_b, tau)) torn.push_back({friend_of_a.vertex, std::min({hostility, to_a, to_b})});
    }
    return torn;
}

std::vector<WeightedVertex> common_forums(const RelationGraph& graph, VertexIndex a, VertexIndex b) {
    std::vector<WeightedVertex> forums;
    for (const auto forum : graph.shared_forums(a, b)) {
        const double role = std::min(*graph.role_factor(a, forum), *graph.role_factor(b, forum));
        forums.push_back({forum, graph.effectiveness(forum) * role});
    }
    return forums;
}

void by_weight(std::vector<WeightedVertex>& items) {
    rank_by(items.begin(), items.end(), {[](const WeightedVertex& item) { return item.weight; }},
            [](const WeightedVertex& left, const WeightedVertex& right) { return left.id < right.id; });
}

Tension tension_of(const RelationGraph& graph, const PairRelation& pair, const TensionOptions& options,
                   const std::vector<double>& standing) {
    Tension tension;
    tension.a = pair.a;
    tension.b = pair.b;
    tension.tension = pair.relation.tension;
    tension.cooperation = pair.relation.cooperation;
    tension.net = pair.relation.net();
    tension.ambivalent = pair.relation.ambivalent();
    tension.torn = torn_between(graph, pair.a, pair.b);
    for (const auto& friend_of_both : tension.torn)
        tension.strain += friend_of_both.weight;
    by_weight(tension.torn);
    tension.forums = common_forums(graph, pair.a, pair.b);
    by_weight(tension.forums);

    BrokerOptions best = options.brokers;
    best.top = 1;
    const VertexIndex parties[]{pair.a, pair.b};
    const auto candidates = rank_candidates(graph, parties, best, standing);
    if (candidates.empty() || !candidates.front().refused_by.empty()) return tension;
    tension.best_broker = candidates.front().id;
    tension.best_score = candidates.front().score;
    tension.depends_on = candidates.front().dependent_on;
    tension.opportunity = tension.tension * tension.best_score;
    return tension;
}

double order_key(const Tension& tension, TensionOrder order) {
    switch (order) {
        case TensionOrder::opportunity:
            return tension.opportunity;
        case TensionOrder::strain:
            return tension.strain;
        case TensionOrder::severity:
            break;
    }
    return tension.tension;
}

bool by_pair(const auto& left, const auto& right) {
    return std::pair(left.a, left.b) < std::pair(right.a, right.b);
}

}  // namespace

std::vector<PairRelation> tense_pairs(const RelationGraph& graph, Threats threats, const std::optional<Tag>& only) {
    const auto bears = [&](VertexIndex vertex) {
        const auto& tags = graph.model().vertices[vertex].tags;
        const auto found = tags.find(only->first);
        return found != tags.end() && found->second == only->second;
    };
    std::vector<PairRelation> pairs;
    for (const auto& pair : graph.relations()) {
        const bool threat = graph.is_threat(pair.a) || graph.is_threat(pair.b);
        if (above(pair.relation.tension, 0) && (threats == Threats::listed || !threat) &&
            (!only || (bears(pair.a) && bears(pair.b))))
            pairs.push_back(pair);
    }
    rank_by(pairs.begin(), pairs.end(), {[](const PairRelation& pair) { return pair.relation.tension; }},
            by_pair<PairRelation, PairRelation>);
    return pairs;
}

std::vector<Tension> find_tensions(const RelationGraph& graph, const TensionOptions& options) {
    const auto standing = standings(graph);
    std::vector<Tension> tensions;
    for (const auto& pair : tense_pairs(graph, options.threats, options.brokers.only))
        tensions.push_back(tension_of(graph, pair, options, standing));
    rank_by(tensions.begin(), tensions.end(), {[&](const Tension& item) { return order_key(item, options.order); }},
            by_pair<Tension, Tension>);
    return tensions;
}

}  // namespace entente
