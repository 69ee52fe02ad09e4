#include "analysis/split_search.hpp"

#include "analysis/random.hpp"
#include <entente/model.hpp>

#include <algorithm>
#include <numeric>

#include <doctest/doctest.h>

namespace entente {
namespace {

/// Few different weights, so that splits tie.
SignedGraph random_graph(Random& random) {
    const auto size = 1 + random.below(10);
    const auto density = 1 + random.below(100);
    const auto steps = 1 + random.below(4);
    std::vector<SignedPair> pairs;
    for (std::uint32_t a = 0; a < size; ++a) {
        for (std::uint32_t b = a + 1; b < size; ++b) {
            if (random.below(100) >= density) continue;
            SignedPair pair{a, b, {}};
            if (random.below(3) > 0) pair.weight.positive = 0.25 * (1 + random.below(steps));
            if (random.below(3) == 0) pair.weight.negative = 0.25 * (1 + random.below(steps));
            pairs.push_back(pair);
        }
    }
    return {size, pairs, 0.1};
}

double quality(const SignedGraph& graph, const Split& split) {
    return modularity(graph, {split.begin(), split.end()}, 1);
}

Network whole_network(const SignedGraph& graph) {
    std::vector<std::uint32_t> all(graph.size());
    std::iota(all.begin(), all.end(), 0U);
    return network_of(graph, all, 1);
}

/// By trying every split, the empty part included.
Split enumerate(const SignedGraph& graph) {
    Split best(graph.size());
    double most = quality(graph, best);
    for (std::uint32_t bits = 0; bits < 1U << graph.size(); bits += 2) {
        Split split(graph.size());
        for (std::uint32_t vertex = 0; vertex < graph.size(); ++vertex)
            split[vertex] = static_cast<std::uint8_t>(bits >> vertex & 1U);
        const double found = quality(graph, split);
        const auto form = [](const Split& of) { return sorted_form({of.begin(), of.end()}); };
        if (above(found, most) || (at_least(found, most) && form(split) < form(best))) best = split;
        most = std::max(most, found);
    }
    return best;
}

}  // namespace

TEST_CASE("the best split in two is what trying every split finds, ties broken alike, for any seed") {
    Random random(20160718, 1);
    for (std::uint64_t trial = 0; trial < 300; ++trial) {
        const auto graph = random_graph(random);
        const auto expected = enumerate(graph);
        CAPTURE(trial);
        CHECK(find_best_split(whole_network(graph), {100, 1 + trial % 5}) == expected);
    }
}

TEST_CASE("a crossing gains what modularity gains") {
    Random random(5, 0);
    for (int trial = 0; trial < 50; ++trial) {
        const auto graph = random_graph(random);
        Split split(graph.size());
        for (auto& part : split)
            part = static_cast<std::uint8_t>(random.below(2));
        const auto gains = crossing_gains(whole_network(graph), split);
        for (std::size_t vertex = 0; vertex < graph.size(); ++vertex) {
            auto crossed = split;
            crossed[vertex] ^= 1;
            CHECK(gains[vertex] == doctest::Approx(quality(graph, crossed) - quality(graph, split)));
        }
    }
}

}  // namespace entente
