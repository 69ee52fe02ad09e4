#include "model_builder.hpp"
#include "recorded_data.hpp"
#include <entente/analysis.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include <doctest/doctest.h>

namespace entente {
namespace {

Balance balance_of(const Model& model, const BalanceOptions& options = {}) {
    return find_balance(RelationGraph(model), options);
}

std::vector<std::string> ids(const Model& model, const std::vector<VertexIndex>& vertices) {
    std::vector<std::string> found;
    for (const auto vertex : vertices)
        found.push_back(model.id(vertex));
    return found;
}

Model three_enemies() {
    return ModelBuilder()
        .countries({"X", "Y", "Z"})
        .tie("X", "Y", -0.2)
        .tie("X", "Z", -0.4)
        .tie("Y", "Z", -0.8)
        .build();
}

/// Two friends against two friends, and one who is friends with one of each.
Model torn_between() {
    return ModelBuilder()
        .countries({"A", "B", "C", "D", "T"})
        .tie("A", "B", 0.8)
        .tie("C", "D", 0.6)
        .tie("A", "C", -0.9)
        .tie("B", "D", -0.7)
        .tie("B", "T", 0.45)
        .tie("C", "T", 0.4)
        .build();
}

}  // namespace

TEST_CASE("three mutual enemies: balanced in the weak sense, and the least enmity strains") {
    const auto model = three_enemies();
    const auto balance = balance_of(model);
    CHECK(balance.triangles.mmm == 1);
    CHECK(*balance.triangles.strong == 0);
    CHECK(*balance.triangles.weak == 1);
    CHECK(balance.frustration == doctest::Approx(0.2));
    CHECK(balance.proven);
    CHECK(balance.gap == 0);
    CHECK(balance.unique);
    CHECK(balance.edges == 3);
    REQUIRE(balance.frustrated.size() == 1);
    CHECK(balance.frustrated[0].a == 0);
    CHECK(balance.frustrated[0].b == 1);
    CHECK(balance.frustrated[0].net == doctest::Approx(-0.2));
    CHECK(ids(model, balance.camps[0]) == std::vector<std::string>{"X", "Y"});
    CHECK(ids(model, balance.camps[1]) == std::vector<std::string>{"Z"});
}

TEST_CASE("counted, three mutual enemies have three best camps") {
    const auto balance = balance_of(three_enemies(), {.count = true});
    CHECK(balance.frustration == 1);
    CHECK(balance.proven);
    CHECK(!balance.unique);
    REQUIRE(balance.frustrated.size() == 1);
}

TEST_CASE("commitment is what a side would lose by changing camps, the least first") {
    const auto model = torn_between();
    const auto balance = balance_of(model);
    CHECK(balance.frustration == doctest::Approx(0.4));
    CHECK(balance.unique);
    CHECK(ids(model, balance.camps[0]) == std::vector<std::string>{"A", "B", "T"});
    CHECK(ids(model, balance.camps[1]) == std::vector<std::string>{"C", "D"});
    REQUIRE(balance.commitment.size() == 5);
    const auto& first = balance.commitment.front();
    CHECK(model.id(first.id) == "T");
    CHECK(first.camp == 1);
    CHECK(first.value == doctest::Approx(0.05));
    CHECK(first.uncommitted);
    CHECK(model.id(balance.commitment[1].id) == "C");
    CHECK(balance.commitment[1].value == doctest::Approx(0.6 + 0.9 - 0.4));
    CHECK(balance.commitment[1].camp == 2);
    CHECK(!balance.commitment[1].uncommitted);
    CHECK(!balance.triangles.strong);
    CHECK(!balance.triangles.weak);
}

TEST_CASE("under --count commitment stays in weights") {
    const auto balance = balance_of(torn_between(), {.count = true});
    CHECK(balance.frustration == 1);
    CHECK(!balance.unique);
    double sum = 0;
    for (const auto& side : balance.commitment)
        sum += side.value;
    CHECK(sum == doctest::Approx(2 * (0.8 + 0.6 + 0.9 + 0.7 + 0.45 + 0.4 - 2 * std::abs(balance.frustrated[0].net))));
}

TEST_CASE("a commitment at the threshold is one; the threshold changes which pairs count") {
    const auto model = ModelBuilder().countries({"A", "B", "C"}).tie("A", "B", 0.1).tie("B", "C", -0.3).build();
    const auto balance = balance_of(model);
    CHECK(balance.edges == 2);
    CHECK(!balance.commitment.front().uncommitted);
    const auto strict = balance_of(model, {.threshold = 0.3});
    CHECK(strict.edges == 1);
    CHECK(ids(model, strict.apart) == std::vector<std::string>{"A"});
    CHECK(strict.commitment.size() == 2);
    const auto strictest = balance_of(model, {.threshold = 1});
    CHECK(strictest.edges == 0);
    CHECK(strictest.apart.size() == 3);
    CHECK(strictest.unique);
    CHECK(strictest.proven);
}

TEST_CASE("at threshold 0 a pair that stands at nothing is still none") {
    const auto model = ModelBuilder()
                           .countries({"A", "B", "C", "D"})
                           .layer("security")
                           .layer("trade")
                           .tie("A", "B", 0.05)
                           .tie("B", "C", 0.4)
                           .tie("B", "C", -0.4, "trade")
                           .build();
    const auto balance = balance_of(model, {.threshold = 0});
    CHECK(balance.edges == 1);
    CHECK(ids(model, balance.apart) == std::vector<std::string>{"C", "D"});
    CHECK(!balance.commitment.front().uncommitted);
}

TEST_CASE("each component has its smallest id in the first camp, and several do not make the camps doubtful") {
    const auto model = ModelBuilder().countries({"A", "B", "C", "D"}).tie("A", "C", -0.5).tie("B", "D", -0.5).build();
    const auto balance = balance_of(model);
    CHECK(ids(model, balance.camps[0]) == std::vector<std::string>{"A", "B"});
    CHECK(ids(model, balance.camps[1]) == std::vector<std::string>{"C", "D"});
    CHECK(balance.unique);
}

TEST_CASE("without sides, or with one, nothing strains") {
    const auto nobody = balance_of(ModelBuilder().build());
    CHECK(nobody.frustration == 0);
    CHECK(nobody.proven);
    CHECK(nobody.unique);
    CHECK(nobody.blocs.members[0].empty());
    CHECK(!nobody.blocs.net_inside);
    const auto one = balance_of(ModelBuilder().countries({"A"}).build());
    CHECK(one.apart.size() == 1);
    REQUIRE(one.blocs.members[0].size() == 1);
    CHECK(one.blocs.members[0][0].margin == 0);
    CHECK(one.blocs.modularity == 0);
    CHECK(!one.blocs.net_inside);
    CHECK(!one.blocs.net_across);
}

TEST_CASE("blocs part who cooperates less than their activity would lead one to expect") {
    const auto model = torn_between();
    const auto blocs = balance_of(model).blocs;
    REQUIRE(blocs.members[0].size() == 2);
    REQUIRE(blocs.members[1].size() == 3);
    CHECK(model.id(blocs.members[1][2].id) == "T");
    // 2W+ = 4.5, 2W- = 3.2; k+ of the first bloc 0.8 + 1.25, of the second 1 + 0.6 + 0.85; k- 1.6 each.
    const double inside = 2 * (0.8 + 0.6 + 0.4);
    const double expected_positive = (2.05 * 2.05 + 2.45 * 2.45) / 4.5;
    const double expected_negative = (1.6 * 1.6 + 1.6 * 1.6) / 3.2;
    CHECK(blocs.modularity == doctest::Approx((inside - expected_positive + expected_negative) / 7.7));
    CHECK(*blocs.net_inside == doctest::Approx((0.8 + 0.6 + 0.4) / 4));
    CHECK(*blocs.net_across == doctest::Approx((0.45 - 0.9 - 0.7) / 6));
    for (const auto& bloc : blocs.members)
        for (const auto& member : bloc)
            CHECK(member.margin > 0);
}

TEST_CASE("where no split is better than none, all sides are one bloc") {
    const auto model =
        ModelBuilder().countries({"A", "B", "C"}).tie("A", "B", 0.5).tie("B", "C", 0.5).tie("A", "C", 0.5).build();
    const auto blocs = balance_of(model).blocs;
    CHECK(blocs.members[0].size() == 3);
    CHECK(blocs.members[1].empty());
    CHECK(blocs.modularity == doctest::Approx(0));
    CHECK(!blocs.net_across);
    for (const auto& member : blocs.members[0])
        CHECK(member.margin > 0);
}

TEST_CASE("the Highland tribes strain against seven pairs, and their camps are known") {
    const auto rows = recorded_table("tribes.csv");
    if (!rows) return;
    ModelBuilder builder;
    std::vector<std::string> tribes;
    for (const auto& row : *rows) {
        for (const auto at : {0, 1})
            if (std::find(tribes.begin(), tribes.end(), row[at]) == tribes.end()) tribes.push_back(row[at]);
        builder.tie(row[0], row[1], std::stod(row[2]));
    }
    for (const auto& tribe : tribes)
        builder.vertex(tribe, Kind::group);
    const auto model = builder.build();
    const auto balance = balance_of(model, {.count = true});
    CHECK(balance.frustration == 7);
    CHECK(balance.frustrated.size() == 7);
    CHECK(balance.proven);
    CHECK(balance.unique);
    CHECK(balance.edges == 58);
    const std::vector<std::string> four{"Gama", "Gavev", "Kotun", "Nagad"};
    CHECK((ids(model, balance.camps[0]) == four || ids(model, balance.camps[1]) == four));
    CHECK(balance.triangles.ppp == 19);
    CHECK(balance.triangles.ppm == 2);
    CHECK(balance.triangles.pmm == 40);
    CHECK(balance.triangles.mmm == 7);
    CHECK(*balance.triangles.strong == doctest::Approx(0.8676471).epsilon(1e-7));
    CHECK(*balance.triangles.weak == doctest::Approx(66.0 / 68));
}

TEST_CASE("a time limit of no time at all, and a threshold that is no share, are refused") {
    const auto model = three_enemies();
    CHECK_THROWS_AS(balance_of(model, {.time_limit = 0}), std::invalid_argument);
    CHECK_THROWS_AS(balance_of(model, {.time_limit = std::nan("")}), std::invalid_argument);
    CHECK_THROWS_AS(balance_of(model, {.threshold = -0.1}), std::invalid_argument);
    CHECK_THROWS_AS(balance_of(model, {.threshold = 1.5}), std::invalid_argument);
    const auto hasty = balance_of(model, {.time_limit = 1e-9});
    CHECK(hasty.frustration - hasty.gap <= 0.2 + tolerance);
}

}  // namespace entente
