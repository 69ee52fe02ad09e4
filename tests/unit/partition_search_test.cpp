#include "analysis/partition_search.hpp"

#include "analysis/random.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

namespace entente {
namespace {

constexpr double threshold = 0.1;
using Form = std::vector<std::vector<std::uint32_t>>;

SignedGraph unsigned_graph(std::size_t size, const std::vector<std::array<std::uint32_t, 2>>& ties) {
    std::vector<SignedPair> pairs;
    for (const auto& [a, b] : ties)
        pairs.push_back({a, b, {1, 0}});
    return {size, pairs, threshold};
}

/// Zachary (1977), members 1 to 34 as 0 to 33.
SignedGraph karate_club() {
    std::vector<std::array<std::uint32_t, 2>> ties{
        {1, 2},   {1, 3},   {1, 4},   {1, 5},   {1, 6},   {1, 7},   {1, 8},   {1, 9},   {1, 11},  {1, 12},
        {1, 13},  {1, 14},  {1, 18},  {1, 20},  {1, 22},  {1, 32},  {2, 3},   {2, 4},   {2, 8},   {2, 14},
        {2, 18},  {2, 20},  {2, 22},  {2, 31},  {3, 4},   {3, 8},   {3, 28},  {3, 29},  {3, 33},  {3, 10},
        {3, 9},   {3, 14},  {4, 8},   {4, 13},  {4, 14},  {5, 7},   {5, 11},  {6, 7},   {6, 11},  {6, 17},
        {7, 17},  {9, 31},  {9, 33},  {9, 34},  {10, 34}, {14, 34}, {15, 33}, {15, 34}, {16, 33}, {16, 34},
        {19, 33}, {19, 34}, {20, 34}, {21, 33}, {21, 34}, {23, 33}, {23, 34}, {24, 26}, {24, 28}, {24, 33},
        {24, 34}, {24, 30}, {25, 26}, {25, 28}, {25, 32}, {26, 32}, {27, 30}, {27, 34}, {28, 34}, {29, 32},
        {29, 34}, {30, 33}, {30, 34}, {31, 33}, {31, 34}, {32, 33}, {32, 34}, {33, 34}};
    for (auto& tie : ties)
        for (auto& end : tie)
            --end;
    return unsigned_graph(34, ties);
}

SignedGraph two_complete_fives() {
    std::vector<std::array<std::uint32_t, 2>> ties{{0, 5}};
    for (std::uint32_t a = 0; a < 5; ++a) {
        for (std::uint32_t b = a + 1; b < 5; ++b) {
            ties.push_back({a, b});
            ties.push_back({a + 5, b + 5});
        }
    }
    return unsigned_graph(10, ties);
}

bool is_connected(const SignedGraph& graph, const std::vector<std::uint32_t>& part) {
    std::vector<std::uint32_t> reached{part.front()};
    for (std::size_t next = 0; next < reached.size(); ++next) {
        for (const auto& link : graph.links(reached[next])) {
            const bool inside = std::find(part.begin(), part.end(), link.to) != part.end();
            const bool seen = std::find(reached.begin(), reached.end(), link.to) != reached.end();
            if (link.weight.positive >= threshold && inside && !seen) reached.push_back(link.to);
        }
    }
    return reached.size() == part.size();
}

/// The best of all partitions into connected parts, by trying each.
struct Optimum {
    double modularity = std::numeric_limits<double>::lowest();
    Form form;
};

Optimum enumerate(const SignedGraph& graph, double resolution) {
    std::vector<Optimum> all;
    Partition partition(graph.size());
    const std::function<void(std::size_t, std::uint32_t)> place = [&](std::size_t vertex, std::uint32_t parts) {
        if (vertex == graph.size()) {
            const auto form = sorted_form(partition);
            const auto connected = [&](const auto& part) { return is_connected(graph, part); };
            if (std::all_of(form.begin(), form.end(), connected))
                all.push_back({modularity(graph, partition, resolution), form});
            return;
        }
        for (std::uint32_t part = 0; part <= parts; ++part) {
            partition[vertex] = part;
            place(vertex + 1, std::max(parts, part + 1));
        }
    };
    place(0, 0);

    Optimum best;
    for (const auto& one : all)
        best.modularity = std::max(best.modularity, one.modularity);
    for (const auto& one : all)
        if (one.modularity >= best.modularity - 1e-9 && (best.form.empty() || one.form < best.form))
            best.form = one.form;
    return best;
}

/// Few different weights, so that partitions tie; some under the threshold.
SignedGraph random_graph(Random& random) {
    constexpr std::array<double, 6> weights{0.05, 0.1, 0.2, 0.4, 0.6, 1};
    const auto size = 1 + random.below(8);
    const auto density = 1 + random.below(100);
    const auto weight_count = 1 + random.below(weights.size());
    std::vector<SignedPair> pairs;
    for (std::uint32_t a = 0; a < size; ++a) {
        for (std::uint32_t b = a + 1; b < size; ++b) {
            if (random.below(100) >= density) continue;
            SignedPair pair{a, b, {}};
            if (random.below(3) > 0) pair.weight.positive = weights[weights.size() - 1 - random.below(weight_count)];
            if (random.below(3) == 0) pair.weight.negative = weights[weights.size() - 1 - random.below(weight_count)];
            pairs.push_back(pair);
        }
    }
    return {size, pairs, threshold};
}

/// Too large to try every partition; with ties under the threshold, and enemies.
SignedGraph larger_graph() {
    Random random(7, 0);
    std::vector<SignedPair> pairs;
    for (std::uint32_t a = 0; a < 150; ++a) {
        for (std::uint32_t b = a + 1; b < 150; ++b) {
            const auto lot = random.below(100);
            if (lot < 3) pairs.push_back({a, b, {0.5, 0}});
            if (lot == 3) pairs.push_back({a, b, {0, 0.7}});
            if (lot > 90) pairs.push_back({a, b, {0.05, 0}});
        }
    }
    return {150, pairs, threshold};
}

}  // namespace

TEST_CASE("the karate club's greatest modularity is found at every resolution") {
    const auto graph = karate_club();
    const auto best = [&](double resolution) {
        return modularity(graph, find_best_partition(graph, {.resolution = resolution}), resolution);
    };
    CHECK(best(1) == doctest::Approx(0.4197896121).epsilon(1e-9));
    CHECK(best(2) == doctest::Approx(0.1645299145).epsilon(1e-9));
    CHECK(best(0.5) == doctest::Approx(0.6217948718).epsilon(1e-9));
}

TEST_CASE("two complete fives joined by one tie are two parts of known modularity") {
    const auto graph = two_complete_fives();
    const auto partition = find_best_partition(graph, {});
    CHECK(sorted_form(partition) == Form{{0, 1, 2, 3, 4}, {5, 6, 7, 8, 9}});
    CHECK(modularity(graph, partition, 1) == doctest::Approx(0.452381).epsilon(1e-6));
    CHECK(modularity(graph, partition, 0.5) == doctest::Approx(0.702381).epsilon(1e-6));
    CHECK(modularity(graph, partition, 1.5) == doctest::Approx(0.202381).epsilon(1e-6));
}

TEST_CASE("signed modularity rewards friends within and enemies across") {
    const std::vector<SignedPair> ties{{0, 1, {1, 0}}, {2, 3, {1, 0}}, {0, 2, {0, 1}}, {1, 3, {0, 1}}};
    const SignedGraph graph(4, ties, threshold);
    CHECK(modularity(graph, {0, 0, 1, 1}, 1) == doctest::Approx(0.5));
    CHECK(modularity(graph, {0, 0, 0, 0}, 1) == doctest::Approx(0));
    CHECK(sorted_form(find_best_partition(graph, {})) == Form{{0, 1}, {2, 3}});
}

TEST_CASE("modularity without weights is 0") {
    const SignedGraph lone(3, {}, threshold);
    CHECK(modularity(lone, find_best_partition(lone, {}), 1) == 0);
    CHECK(sorted_form(find_best_partition(lone, {})) == Form{{0}, {1}, {2}});
    const SignedGraph empty(0, {}, threshold);
    CHECK(find_best_partition(empty, {}).empty());
    CHECK(modularity(empty, {}, 1) == 0);
}

TEST_CASE("the search finds what trying every partition finds, ties broken alike, for any seed") {
    Random random(20160718, 0);
    for (std::uint64_t trial = 0; trial < 300; ++trial) {
        const auto graph = random_graph(random);
        const double resolution = 0.5 + 0.5 * random.below(3);
        const auto optimum = enumerate(graph, resolution);
        const std::uint64_t seed = 1 + trial % 5;
        CAPTURE(trial);
        const auto partition = find_best_partition(graph, {resolution, 100, seed});
        CHECK(modularity(graph, partition, resolution) == doctest::Approx(optimum.modularity).epsilon(1e-9));
        CHECK(sorted_form(partition) == optimum.form);
    }
}

TEST_CASE("of partitions as good the one with the smallest sorted form is taken") {
    std::vector<std::array<std::uint32_t, 2>> ring;
    for (std::uint32_t vertex = 0; vertex < 8; ++vertex)
        ring.push_back({std::min(vertex, (vertex + 1) % 8), std::max(vertex, (vertex + 1) % 8)});
    const auto graph = unsigned_graph(8, ring);
    const auto optimum = enumerate(graph, 1);
    for (const std::uint64_t seed : {1, 2, 3, 4, 5})
        CHECK(sorted_form(find_best_partition(graph, {1, 100, seed})) == optimum.form);
}

TEST_CASE("every part of a larger signed graph is connected") {
    const auto graph = larger_graph();
    for (const auto& part : sorted_form(find_best_partition(graph, {1, 10, 1})))
        CHECK(is_connected(graph, part));
}

TEST_CASE("any number of threads finds the same partition") {
    const auto graph = larger_graph();
    const auto alone = find_best_partition(graph, {.threads = 1});
    for (const std::size_t threads : {0, 2, 3, 8})
        CHECK(find_best_partition(graph, {.threads = threads}) == alone);
}

TEST_CASE("the order of the pairs does not matter") {
    auto ties = std::vector<SignedPair>{{0, 1, {0.3, 0}},   {1, 2, {0.7, 0.1}}, {2, 3, {0.2, 0}},  {0, 3, {0.9, 0.2}},
                                        {3, 4, {0.1, 0.4}}, {4, 5, {0.6, 0}},   {0, 5, {0, 0.35}}, {1, 4, {0.15, 0}}};
    const SignedGraph graph(6, ties, threshold);
    const auto expected = find_best_partition(graph, {});
    Random random(3, 0);
    for (int trial = 0; trial < 5; ++trial) {
        random.shuffle(ties);
        const SignedGraph shuffled(6, ties, threshold);
        CHECK(find_best_partition(shuffled, {}) == expected);
        CHECK(modularity(shuffled, expected, 1) == modularity(graph, expected, 1));
    }
}

}  // namespace entente
