#include "analysis/frustration.hpp"

#include "analysis/every_cut.hpp"
#include "analysis/random.hpp"
#include "recorded_data.hpp"
#include <entente/model.hpp>

#include <algorithm>
#include <cmath>
#include <map>

#include <doctest/doctest.h>

namespace entente {
namespace {

struct SignedCase {
    std::size_t size = 0;
    std::vector<WeightedEdge> edges;
};

double cost_of(const SignedCase& graph, const Split& camps) {
    double cost = 0;
    for (const auto& edge : graph.edges)
        if (is_frustrated(edge, camps)) cost += std::abs(edge.weight);
    return cost;
}

Camps exact_camps(const SignedCase& graph, double step = 0) {
    return find_camps({graph.size, graph.edges, step}, {});
}

/// The first vertex of each connected component.
std::vector<bool> firsts(const SignedCase& graph) {
    std::vector<std::uint32_t> component(graph.size);
    for (std::uint32_t vertex = 0; vertex < graph.size; ++vertex)
        component[vertex] = vertex;
    for (bool changed = true; changed;) {
        changed = false;
        for (const auto& edge : graph.edges) {
            const auto least = std::min(component[edge.a], component[edge.b]);
            changed = changed || component[edge.a] != least || component[edge.b] != least;
            component[edge.a] = component[edge.b] = least;
        }
    }
    std::vector<bool> first(graph.size);
    for (std::uint32_t vertex = 0; vertex < graph.size; ++vertex)
        first[vertex] = component[vertex] == vertex;
    return first;
}

struct Optimum {
    double cost = 0;
    std::vector<Split> camps;
};

/// By trying every split.
Optimum enumerate(const SignedCase& graph) {
    const auto first = firsts(graph);
    std::vector<std::pair<double, Split>> all;
    double best = cost_of(graph, Split(graph.size));
    for (std::uint32_t bits = 0; bits < 1U << graph.size; ++bits) {
        Split camps(graph.size);
        bool oriented = true;
        for (std::uint32_t vertex = 0; vertex < graph.size; ++vertex) {
            camps[vertex] = static_cast<std::uint8_t>(bits >> vertex & 1U);
            oriented = oriented && !(first[vertex] && camps[vertex] == 1);
        }
        if (!oriented) continue;
        const double cost = cost_of(graph, camps);
        if (!at_most(cost, best)) continue;
        best = std::min(best, cost);
        all.emplace_back(cost, std::move(camps));
    }
    Optimum optimum{best, {}};
    for (auto& [cost, camps] : all)
        if (at_most(cost, best)) optimum.camps.push_back(std::move(camps));
    return optimum;
}

enum class Weights { one, few, any, nearly_equal };

SignedCase random_case(Random& random, Weights weights) {
    SignedCase graph;
    graph.size = 1 + random.below(14);
    const auto density = 10 + random.below(91);
    const auto negative = 10 + random.below(81);
    for (std::uint32_t a = 0; a < graph.size; ++a) {
        for (std::uint32_t b = a + 1; b < graph.size; ++b) {
            if (random.below(100) >= density) continue;
            double weight = 1;
            if (weights == Weights::few) weight = 0.1 * (1 + random.below(4));
            if (weights == Weights::any) weight = 0.1 + 0.9 * random.below(1000000) / 1000000;
            if (weights == Weights::nearly_equal) weight = 0.5 + 2e-9 * random.below(20);
            graph.edges.push_back({a, b, random.below(100) < negative ? -weight : weight});
        }
    }
    return graph;
}

SignedCase enemies_all(std::uint32_t size) {
    SignedCase graph{size, {}};
    for (std::uint32_t a = 0; a < size; ++a)
        for (std::uint32_t b = a + 1; b < size; ++b)
            graph.edges.push_back({a, b, -1});
    return graph;
}

std::optional<SignedCase> recorded_window(const std::string& window) {
    const auto rows = recorded_table("cow-signed.csv");
    if (!rows) return std::nullopt;
    std::map<std::string, std::uint32_t> place;
    SignedCase graph;
    for (const auto& row : *rows) {
        if (row[0] != window) continue;
        for (const auto at : {1, 2})
            place.emplace(row[at], static_cast<std::uint32_t>(place.size()));
        const auto [a, b] = std::minmax(place.at(row[1]), place.at(row[2]));
        graph.edges.push_back({a, b, std::stod(row[3])});
    }
    graph.size = place.size();
    return graph;
}

void check_window(const std::string& window, double frustration) {
    const auto graph = recorded_window(window);
    if (!graph) return;
    const auto camps = exact_camps(*graph, 1);
    CHECK(cost_of(*graph, camps.split) == frustration);
    CHECK(camps.gap == 0);
}

}  // namespace

TEST_CASE("camps are the best, and known to be the only ones, as trying every split shows") {
    Random random(19570101, 0);
    for (int trial = 0; trial < 400; ++trial) {
        const auto weights = static_cast<Weights>(trial % 4);
        const auto graph = random_case(random, weights);
        const auto optimum = enumerate(graph);
        const auto camps = exact_camps(graph, weights == Weights::one ? 1 : 0);
        CAPTURE(trial);
        CHECK(std::abs(cost_of(graph, camps.split) - optimum.cost) <= tolerance);
        CHECK(std::find(optimum.camps.begin(), optimum.camps.end(), camps.split) != optimum.camps.end());
        CHECK(camps.gap == 0);
        CHECK(camps.unique == (optimum.camps.size() == 1));
    }
}

namespace {

/// What each edge adds where its ends exchange whether they are in one camp.
std::vector<WeightedEdge> costs_at(const SignedCase& graph, const Split& camps) {
    auto costs = graph.edges;
    for (auto& edge : costs)
        edge.weight = is_frustrated(edge, camps) ? -std::abs(edge.weight) : std::abs(edge.weight);
    return costs;
}

double cost_of_cut(const std::vector<WeightedEdge>& costs, const std::optional<Split>& cut) {
    double cost = 0;
    for (const auto& edge : costs)
        if (cut && (*cut)[edge.a] != (*cut)[edge.b]) cost += edge.weight;
    return cost;
}

bool is_one_block(const SignedCase& graph) {
    const Incidence incidence(graph.size, graph.edges);
    for (std::uint32_t vertex = 0; vertex < graph.size; ++vertex)
        if (incidence[vertex].empty()) return false;
    return graph.edges.size() > 2 && find_blocks(incidence).size() == 1;
}

}  // namespace

TEST_CASE("inequalities prove what looking at every cut shows") {
    Random random(19590601, 0);
    int blocks = 0;
    for (int trial = 0; trial < 600; ++trial) {
        const auto weights = static_cast<Weights>(trial % 4);
        const auto graph = random_case(random, weights);
        if (!is_one_block(graph)) continue;
        ++blocks;
        CAPTURE(trial);
        const double step = weights == Weights::one ? 1 : 0;
        auto camps = exact_camps(graph, step).split;
        if (trial % 3 == 0)
            for (auto& camp : camps)
                camp = static_cast<std::uint8_t>(random.below(2));
        const auto costs = costs_at(graph, camps);
        const auto seen = look_through_cuts({graph.size, costs, step});
        const auto proved = find_cheaper_cut({graph.size, costs, step});
        REQUIRE(seen.better.has_value() == proved.better.has_value());
        CHECK(cost_of_cut(costs, seen.better) <= cost_of_cut(costs, proved.better) + tolerance);
        if (seen.better) continue;
        CHECK(seen.alone == proved.alone);
        CHECK(proved.bound == 0);
    }
    CHECK(blocks > 300);
}

TEST_CASE("among enemies of all, the frustration is what arithmetic says") {
    const auto frustration = [](std::uint32_t size) {
        const auto graph = enemies_all(size);
        const auto camps = exact_camps(graph, 1);
        CHECK(camps.gap == 0);
        return cost_of(graph, camps.split);
    };
    CHECK(frustration(3) == 1);
    CHECK(frustration(4) == 2);
    CHECK(frustration(5) == 4);
    CHECK(frustration(10) == 20);
    CHECK(frustration(22) == 110);
}

TEST_CASE("the order of the edges does not change the camps") {
    Random random(3, 0);
    for (int trial = 0; trial < 20; ++trial) {
        auto graph = random_case(random, trial % 2 == 0 ? Weights::one : Weights::few);
        const auto expected = exact_camps(graph);
        random.shuffle(graph.edges);
        const auto camps = exact_camps(graph);
        CHECK(camps.split == expected.split);
        CHECK(camps.unique == expected.unique);
    }
}

TEST_CASE("a long chain of rings is solved, and a long chain is no burden on the stack") {
    SignedCase rings{60001, {}};
    for (std::uint32_t at = 0; at + 2 < rings.size; at += 2) {
        rings.edges.push_back({at, at + 1, 1});
        rings.edges.push_back({at + 1, at + 2, 1});
        if (at % 100 == 0) rings.edges.push_back({at, at + 2, -0.5});
    }
    const auto camps = exact_camps(rings);
    CHECK(cost_of(rings, camps.split) == doctest::Approx(300));
    CHECK(camps.gap == 0);
    CHECK(camps.unique);
}

TEST_CASE("where time is up at once there are camps all the same, with a gap that holds the optimum") {
    Random random(11, 0);
    for (int trial = 0; trial < 40; ++trial) {
        const auto graph = random_case(random, Weights::any);
        const double best = cost_of(graph, exact_camps(graph).split);
        const auto camps = find_camps({graph.size, graph.edges, 0}, std::chrono::steady_clock::now());
        const double cost = cost_of(graph, camps.split);
        CHECK(at_least(cost, best));
        CHECK(at_most(cost - camps.gap, best));
        if (camps.gap > 0) CHECK(!camps.unique);
    }
}

TEST_CASE("a gap is told where the time does not suffice") {
    Random random(12, 0);
    SignedCase graph{120, {}};
    for (std::uint32_t a = 0; a < graph.size; ++a)
        for (std::uint32_t b = a + 1; b < graph.size; ++b)
            graph.edges.push_back({a, b, random.below(2) == 0 ? 1.0 : -1.0});
    const auto begin = std::chrono::steady_clock::now();
    const auto camps = find_camps({graph.size, graph.edges, 1}, begin + std::chrono::milliseconds(200));
    CHECK(camps.gap > 0);
    CHECK(camps.gap <= cost_of(graph, camps.split));
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("two recorded windows of alliances and disputes are as frustrated as another program found") {
    check_window("0", 17);
    check_window("50", 45);
}

}  // namespace entente
