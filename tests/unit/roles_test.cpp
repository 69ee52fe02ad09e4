#include "analysis/brokerage_roles.hpp"
#include "analysis/structural_holes.hpp"
#include "model_builder.hpp"
#include <entente/analysis.hpp>

#include <array>
#include <cmath>
#include <map>
#include <utility>

#include <doctest/doctest.h>

using namespace entente;
using doctest::Approx;

namespace {

using Ends = std::pair<std::uint32_t, std::uint32_t>;

std::vector<StructuralHoles> holes_of(std::size_t size, const std::vector<Ends>& ties) {
    std::vector<std::vector<WeightedTie>> by_vertex(size);
    for (const auto& [a, b] : ties) {
        by_vertex[a].push_back({b, 1});
        by_vertex[b].push_back({a, 1});
    }
    return structural_holes(by_vertex);
}

/// Zachary's karate club, ids from 1.
const std::vector<Ends> karate{{1, 2},   {1, 3},   {1, 4},   {1, 5},   {1, 6},   {1, 7},   {1, 8},   {1, 9},   {1, 11},
                               {1, 12},  {1, 13},  {1, 14},  {1, 18},  {1, 20},  {1, 22},  {1, 32},  {2, 3},   {2, 4},
                               {2, 8},   {2, 14},  {2, 18},  {2, 20},  {2, 22},  {2, 31},  {3, 4},   {3, 8},   {3, 9},
                               {3, 10},  {3, 14},  {3, 28},  {3, 29},  {3, 33},  {4, 8},   {4, 13},  {4, 14},  {5, 7},
                               {5, 11},  {6, 7},   {6, 11},  {6, 17},  {7, 17},  {9, 31},  {9, 33},  {9, 34},  {10, 34},
                               {14, 34}, {15, 33}, {15, 34}, {16, 33}, {16, 34}, {19, 33}, {19, 34}, {20, 34}, {21, 33},
                               {21, 34}, {23, 33}, {23, 34}, {24, 26}, {24, 28}, {24, 30}, {24, 33}, {24, 34}, {25, 26},
                               {25, 28}, {25, 32}, {26, 32}, {27, 30}, {27, 34}, {28, 34}, {29, 32}, {29, 34}, {30, 33},
                               {30, 34}, {31, 33}, {31, 34}, {32, 33}, {32, 34}, {33, 34}};

/// coordinator, itinerant, representative, gatekeeper, liaison
std::array<std::size_t, 5> counts_of(const ActorRoles& actor) {
    return {actor.coordinator, actor.itinerant, actor.representative, actor.gatekeeper, actor.liaison};
}

std::map<std::string, ActorRoles> by_id(const Model& model, const RolesOptions& options = {}) {
    const RelationGraph graph(model);
    std::map<std::string, ActorRoles> found;
    for (const auto& actor : find_roles(graph, options).actors)
        found[model.id(actor.id)] = actor;
    return found;
}

}  // namespace

TEST_CASE("roles between two groups of the karate club, ties from the lower to the higher id") {
    REQUIRE(karate.size() == 78);
    std::vector<std::vector<std::uint32_t>> successors(34);
    for (const auto& [low, high] : karate)
        successors[low - 1].push_back(high - 1);
    std::vector<std::size_t> group(34);
    for (std::size_t vertex = 0; vertex < 34; ++vertex)
        group[vertex] = vertex + 1 <= 17 ? 1 : 2;
    std::vector<ActorRoles> actors(34);
    count_roles(successors, group, actors);
    CHECK(counts_of(actors[2]) == std::array<std::size_t, 5>{3, 0, 6, 0, 0});
    CHECK(counts_of(actors[8]) == std::array<std::size_t, 5>{0, 0, 5, 0, 0});
    CHECK(counts_of(actors[27]) == std::array<std::size_t, 5>{1, 0, 0, 1, 0});
    CHECK(counts_of(actors[31]) == std::array<std::size_t, 5>{5, 0, 0, 2, 0});
    CHECK(counts_of(actors[32]) == std::array<std::size_t, 5>{0, 0, 0, 1, 0});
}

TEST_CASE("itinerant between two of one other group, liaison between three") {
    std::vector<ActorRoles> actors(5);
    count_roles({{4}, {4}, {4}, {}, {1, 2, 3}}, {1, 1, 2, 2, 3}, actors);
    CHECK(counts_of(actors[4]) == std::array<std::size_t, 5>{0, 2, 0, 0, 5});  // 0→1, 2→3; 0→2, 0→3, 1→2, 1→3, 2→1
}

TEST_CASE("constraint and effective size as Burt and Borgatti have them") {
    const auto line = holes_of(4, {{0, 1}, {1, 2}, {2, 3}});
    for (const auto& [vertex, value] : std::vector<std::pair<std::size_t, double>>{{0, 1}, {1, .5}, {2, .5}, {3, 1}})
        CHECK(*line[vertex].constraint == Approx(value));
    for (const auto& vertex : holes_of(4, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}}))
        CHECK(*vertex.constraint == Approx(0.925926).epsilon(1e-6));
    for (const auto& vertex : holes_of(3, {{0, 1}, {0, 2}, {1, 2}}))
        CHECK(*vertex.constraint == Approx(1.125));

    enum { A, B, C, D, E, F, G };
    const auto borgatti = holes_of(7, {{A, B}, {A, F}, {A, G}, {A, E}, {E, G}, {F, G}, {B, G}, {B, D}, {D, G}, {G, C}});
    CHECK(*borgatti[A].constraint == Approx(0.595486).epsilon(1e-6));
    CHECK(*borgatti[G].constraint == Approx(0.400270).epsilon(1e-6));
    CHECK(*borgatti[C].constraint == Approx(1));
    CHECK(*borgatti[A].effective_size == Approx(2.5));
    CHECK(*borgatti[G].effective_size == Approx(4.666667).epsilon(1e-6));
    CHECK(*borgatti[C].effective_size == Approx(1));
}

TEST_CASE("constraint and effective size of unequal weights, by hand") {
    const auto found = structural_holes({{{1, 0.5}, {2, 1}}, {{0, 0.5}, {2, 0.25}}, {{0, 1}, {1, 0.25}}});
    const double to_one = 1. / 3 + 2. / 3 * 0.25 / 1.25;
    const double to_two = 2. / 3 + 1. / 3 * 0.25 / 0.75;
    CHECK(*found[0].constraint == Approx(to_one * to_one + to_two * to_two));
    CHECK(*found[0].effective_size == Approx((1 - 2. / 3 * 0.25 / 0.5) + (1 - 1. / 3 * 0.25 / 1)));
}

TEST_CASE("an actor whom nobody trusts has neither constraint nor effective size") {
    const auto model = ModelBuilder()
                           .countries({"A", "B", "FOE", "LON"})
                           .tie("A", "B", 0.8)
                           .tie("A", "FOE", -0.8)
                           .tie("B", "FOE", -0.8)
                           .build();
    const auto roles = by_id(model);
    for (const auto* alone : {"FOE", "LON"}) {
        CHECK_FALSE(roles.at(alone).constraint);
        CHECK_FALSE(roles.at(alone).effective_size);
        CHECK(roles.at(alone).betweenness == 0);
    }
    CHECK(*roles.at("A").constraint == Approx(1));
}

TEST_CASE("only actors stand between actors") {
    auto builder = ModelBuilder().countries({"A", "B"});
    builder.vertex("RAID", Kind::group, [](Vertex& vertex) { vertex.party = false; });
    builder.forum("O", 0.6, {}).vertex("UN", Kind::organisation, [](Vertex& vertex) { vertex.acts = true; });
    for (const auto* end : {"A", "B"})
        builder.tie(end, "RAID", 0.9).tie(end, "O", 0.9).tie(end, "UN", 0.3);
    const auto roles = by_id(builder.build());
    CHECK(roles.size() == 3);
    CHECK(roles.at("UN").betweenness == 1);
    CHECK(*roles.at("A").effective_size == Approx(1));
}

TEST_CASE("a tie of cooperation 0.2 counts in roles, and an actor without the tag is a group of its own") {
    auto builder = ModelBuilder().countries({"A", "B", "C", "K", "L"});
    const auto tag = [&](const char* id, const char* value) {
        builder.with([=](Model& model) { model.vertices[*model.find_vertex(id)].tags["bank"] = value; });
    };
    tag("A", "north");
    tag("B", "north");
    tag("K", "south");
    builder.tie("K", "A", 0.2).tie("K", "B", 0.2).tie("K", "C", 0.2).tie("K", "L", 0.19);
    RolesOptions options;
    options.tag = "bank";
    const auto model = builder.build();
    const auto roles = by_id(model, options);
    CHECK(counts_of(roles.at("K")) == std::array<std::size_t, 5>{0, 2, 0, 0, 4});
    CHECK(find_roles(RelationGraph(model), options).groups == "bank");
}

TEST_CASE("groups are the clusters unless a tag is named; whoever is in none is a group of its own") {
    auto builder = ModelBuilder().countries({"A", "B", "C"});
    builder.vertex("UN", Kind::organisation, [](Vertex& vertex) { vertex.acts = true; });
    builder.tie("A", "B", 0.8).tie("B", "C", 0.8).tie("B", "UN", 0.5);
    const auto roles = by_id(builder.build());
    // A, B and C are one cluster: A–B–C within, from them to UN and from UN to them.
    CHECK(counts_of(roles.at("B")) == std::array<std::size_t, 5>{2, 0, 2, 2, 0});
}

TEST_CASE("those most between come first, then the smaller id") {
    const auto model = ModelBuilder().countries({"A", "B", "C"}).tie("A", "C", 0.5).tie("B", "C", 0.5).build();
    std::vector<std::string> order;
    for (const auto& actor : find_roles(RelationGraph(model), {}).actors)
        order.push_back(model.id(actor.id));
    CHECK(order == std::vector<std::string>{"C", "A", "B"});
}

TEST_CASE("a tag that nobody bears is refused") {
    const auto model = ModelBuilder().countries({"A"}).build();
    RolesOptions options;
    options.tag = "bank";
    CHECK_THROWS_AS(find_roles(RelationGraph(model), options), std::invalid_argument);
}
