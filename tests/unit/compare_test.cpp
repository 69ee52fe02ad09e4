#include "model/scenario.hpp"
#include "model_builder.hpp"
#include <entente/analysis.hpp>

#include <doctest/doctest.h>

using namespace entente;

namespace {

ModelBuilder region_builder() {
    ModelBuilder builder;
    builder.countries({"A", "B", "C", "D", "E"})
        .tie("A", "B", -0.6)
        .tie("A", "C", 0.8)
        .tie("B", "C", 0.4)
        .tie("A", "D", 0.4)
        .tie("B", "D", 0.6)
        .tie("D", "E", 0.8)
        .influence("C", "A", 0.8);
    return builder;
}

Model region() {
    return region_builder().build();
}

void tie_between(Model& model, const char* a, const char* b, double weight) {
    Tie tie;
    tie.a = *model.find_vertex(a);
    tie.b = *model.find_vertex(b);
    tie.weight = weight;
    set_tie(model, tie);
}

Comparison compared(const Model& before, const Model& after) {
    return compare(RelationGraph(before), RelationGraph(after), {});
}

bool is_empty(const Comparison& comparison) {
    return comparison.relations.empty() && comparison.tensions.empty() && comparison.clusters.empty() &&
           comparison.balance.empty() && comparison.brokers.empty();
}

const Moved* find(const std::vector<Moved>& rows, const std::string& what) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Moved& row) { return row.what == what; });
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("an unchanged model compares as nothing changed") {
    CHECK(is_empty(compared(region(), region())));
}

TEST_CASE("a change and its inverse compare as nothing changed") {
    auto model = region();
    tie_between(model, "A", "B", 0.2);
    CHECK_FALSE(is_empty(compared(region(), model)));
    tie_between(model, "A", "B", -0.6);
    CHECK(is_empty(compared(region(), model)));
}

TEST_CASE("what moved is told before and after, and what did not is not") {
    auto model = region();
    tie_between(model, "A", "B", -0.2);
    const auto comparison = compared(region(), model);
    const auto* const tension = find(comparison.relations, "A–B tension");
    REQUIRE(tension != nullptr);
    CHECK(std::get<double>(tension->before) == doctest::Approx(0.6));
    CHECK(std::get<double>(tension->after) == doctest::Approx(0.2));
    CHECK(find(comparison.tensions, "A–B tension") != nullptr);
    CHECK(find(comparison.relations, "A–B cooperation") == nullptr);
    CHECK(find(comparison.relations, "D–E net") == nullptr);
}

TEST_CASE("a first broker that is passed shows in the ranks, the foremost first") {
    auto model = region();
    Influence influence;
    influence.of = *model.find_vertex("D");
    influence.over = *model.find_vertex("B");
    influence.strength = 1;
    set_influence(model, influence);
    influence.over = *model.find_vertex("A");
    set_influence(model, influence);
    const auto comparison = compared(region(), model);
    const auto* const rank = find(comparison.brokers, "rank of D for A–B");
    REQUIRE(rank != nullptr);
    CHECK(std::get<double>(rank->before) == 2);
    CHECK(std::get<double>(rank->after) == 1);
    CHECK(comparison.brokers.front().aspect == "rank");
    const auto* const best = find(comparison.tensions, "A–B best broker");
    REQUIRE(best != nullptr);
    CHECK(std::get<std::string>(best->before) == "C");
    CHECK(std::get<std::string>(best->after) == "D");
}

TEST_CASE("another number of a cluster is no change of company, and another company is one") {
    const auto two_groups = [](double bridge, double old) {
        return ModelBuilder()
            .countries({"A", "B", "C", "X", "Y", "Z"})
            .tie("A", "B", 0.8)
            .tie("A", "C", old)
            .tie("B", "C", old)
            .tie("X", "Y", 0.8)
            .tie("X", "Z", 0.8)
            .tie("Y", "Z", 0.8)
            .tie("X", "C", bridge)
            .tie("Y", "C", bridge)
            .tie("Z", "C", bridge)
            .build();
    };
    const auto comparison = compared(two_groups(0, 0.8), two_groups(0.8, 0));
    std::size_t moved = 0;
    for (const auto& row : comparison.clusters)
        moved += row.aspect == "cluster";
    CHECK(moved == 1);
    const auto* const row = find(comparison.clusters, "cluster of C");
    REQUIRE(row != nullptr);
    CHECK(std::get<std::string>(row->before) == "with A, B");
    CHECK(std::get<std::string>(row->after) == "with X, Y, Z");
}

TEST_CASE("vertices are matched by id, and one that is new had nothing before") {
    const auto larger = region_builder().countries({"0"}).tie("0", "E", 0.4).build();
    const auto comparison = compared(region(), larger);
    REQUIRE(comparison.relations.size() == 2);
    CHECK(comparison.relations.front().what == "0–E cooperation");
    CHECK(std::holds_alternative<std::monostate>(comparison.relations.front().before));
    CHECK(find(comparison.brokers, "rank of C for A–B") == nullptr);
}
