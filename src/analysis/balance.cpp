#include "analysis/blocs.hpp"
#include "analysis/frustration.hpp"
#include "analysis/order.hpp"
#include "analysis/side_graph.hpp"
#include "analysis/triangles.hpp"
#include <entente/analysis.hpp>

#include <cmath>
#include <stdexcept>

namespace entente {
namespace {

void check(const BalanceOptions& options) {
    if (!(options.threshold >= 0 && options.threshold <= 1))
        throw std::invalid_argument("the threshold must be in [0, 1]");
    if (options.time_limit && !(*options.time_limit > 0)) throw std::invalid_argument("the time limit must be above 0");
}

/// From now on; a limit of years is none.
Deadline deadline_of(const BalanceOptions& options) {
    constexpr double longest = 1e9;
    if (!options.time_limit || *options.time_limit > longest) return std::nullopt;
    using Clock = std::chrono::steady_clock;
    return Clock::now() +
           std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(*options.time_limit));
}

/// Pairs whose net reaches the threshold; a net of 0 has no sign and is none.
std::vector<WeightedEdge> edges_of(const SignedGraph& graph, double threshold) {
    std::vector<WeightedEdge> edges;
    for (std::uint32_t a = 0; a < graph.size(); ++a) {
        for (const auto& link : graph.links(a)) {
            const double net = link.weight.positive - link.weight.negative;
            if (link.to > a && at_least(std::abs(net), threshold) && above(std::abs(net), 0))
                edges.push_back({a, link.to, net});
        }
    }
    return edges;
}

Camps camps_of(std::size_t size, const std::vector<WeightedEdge>& edges, const BalanceOptions& options) {
    const auto deadline = deadline_of(options);
    if (!options.count) return find_camps({size, edges, 0}, deadline);
    auto signs = edges;
    for (auto& edge : signs)
        edge.weight = edge.weight > 0 ? 1 : -1;
    return find_camps({size, signs, 1}, deadline);
}

/// By |net|, then pair.
void rank(std::vector<NetPair>& pairs) {
    rank_by(pairs.begin(), pairs.end(), {[](const NetPair& pair) { return std::abs(pair.net); }},
            [](const NetPair& left, const NetPair& right) {
                return std::pair(left.a, left.b) < std::pair(right.a, right.b);
            });
}

/// The least committed first.
void rank(std::vector<Commitment>& commitments) {
    rank_by(commitments.begin(), commitments.end(), {[](const Commitment& side) { return -side.value; }},
            [](const Commitment& left, const Commitment& right) { return left.id < right.id; });
}

/// What depends on the camps.
void describe(Balance& balance, const std::vector<WeightedEdge>& edges, const Split& camps,
              const std::vector<VertexIndex>& sides, const BalanceOptions& options) {
    std::vector<double> commitment(sides.size());
    std::vector<bool> on_a_pair(sides.size());
    for (const auto& edge : edges) {
        const bool strains = is_frustrated(edge, camps);
        if (strains) balance.frustrated.push_back({sides[edge.a], sides[edge.b], edge.weight});
        for (const auto end : {edge.a, edge.b}) {
            commitment[end] += strains ? -std::abs(edge.weight) : std::abs(edge.weight);
            on_a_pair[end] = true;
        }
    }
    rank(balance.frustrated);
    for (const auto& pair : balance.frustrated)
        balance.frustration += options.count ? 1 : std::abs(pair.net);
    for (std::size_t side = 0; side < sides.size(); ++side) {
        if (!on_a_pair[side]) {
            balance.apart.push_back(sides[side]);
            continue;
        }
        balance.camps[camps[side]].push_back(sides[side]);
        const double value = commitment[side];
        balance.commitment.push_back(
            {sides[side], std::size_t{camps[side]} + 1, value, !at_least(value, options.threshold)});
    }
    rank(balance.commitment);
}

}  // namespace

Balance find_balance(const RelationGraph& graph, const BalanceOptions& options) {
    check(options);
    const auto& sides = graph.sides();
    const auto of_sides = graph_of_sides(graph);
    const auto edges = edges_of(of_sides, options.threshold);
    const auto camps = camps_of(sides.size(), edges, options);

    Balance balance;
    balance.threshold = options.threshold;
    balance.count = options.count;
    describe(balance, edges, camps.split, sides, options);
    balance.gap = camps.gap;
    balance.proven = camps.gap == 0;
    balance.unique = camps.unique;
    balance.edges = edges.size();
    balance.blocs = find_blocs(of_sides, sides, options.seed);
    balance.triangles = count_triangles(sides.size(), edges);
    return balance;
}

}  // namespace entente
