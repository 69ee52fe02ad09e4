#include "analysis/backtest_record.hpp"
#include "model_builder.hpp"
#include <entente/analysis.hpp>

#include <doctest/doctest.h>

using namespace entente;
using doctest::Approx;

namespace {

/// A and B quarrel. K and L are equally close to both (access 0.8), M less so (0.4); N and O are strangers, and P is
/// one that exists from 2010 on. By `balanced`, 0.4 times access: K and L 0.32, M 0.16.
ModelBuilder quarrel() {
    ModelBuilder builder;
    builder.countries({"A", "B", "K", "L", "M", "N", "O"});
    builder.vertex("P", Kind::country, [](Vertex& vertex) {
        vertex.exists = {{Date::from_civil(2010, 1, 1), std::nullopt}};
    });
    builder.tie("A", "B", -0.6);
    for (const auto* party : {"A", "B"})
        builder.tie("K", party, 0.8).tie("L", party, 0.8).tie("M", party, 0.4);
    return builder;
}

RecordedCase mediated_by(std::vector<std::string> brokers, int year = 2005) {
    return {"case", year, "A", "B", std::move(brokers)};
}

Backtest backtest_of(const Model& model, const std::vector<RecordedCase>& cases) {
    return backtest(model, {}, cases, {});
}

double rank_of(const Model& model, const RecordedCase& recorded) {
    return backtest_of(model, {recorded}).cases.at(0).rank;
}

const TrackRecord& record_named(const std::vector<TrackRecord>& records, const std::string& name) {
    for (const auto& record : records)
        if (record.name == name) return record;
    FAIL("no record of ", name);
    return records.front();
}

double median_of_baseline(const Model& model, const RecordedCase& recorded, const std::string& name) {
    return *record_named(backtest_of(model, {recorded}).baselines, name).median_rank;
}

Model with_refusal_of(const char* refused) {
    return quarrel()
        .with([refused](Model& model) {
            Refusal refusal;
            refusal.by = *model.find_vertex("A");
            refusal.on = {*model.find_vertex("A"), *model.find_vertex("B")};
            refusal.anyone = false;
            refusal.who = {*model.find_vertex(refused)};
            model.refusals.push_back(refusal);
        })
        .build();
}

}  // namespace

TEST_CASE("a recorded broker has its rank among all actors that are no party") {
    const auto result = backtest_of(quarrel().build(), {mediated_by({"M"})});
    const auto& judged = result.cases.at(0);
    CHECK(judged.rank == 3);
    CHECK(judged.of == 5);  // K, L, M, N, O; P does not exist yet
    CHECK(judged.left_out.empty());
    CHECK(result.skipped.empty());
}

TEST_CASE("brokers of one score share the mean of their ranks") {
    CHECK(rank_of(quarrel().build(), mediated_by({"K"})) == 1.5);
    CHECK(rank_of(quarrel().build(), mediated_by({"L"})) == 1.5);
}

TEST_CASE("those that are no candidates are last and tied") {
    CHECK(rank_of(quarrel().build(), mediated_by({"N"})) == 4.5);
    CHECK(rank_of(quarrel().build(), mediated_by({"O"})) == 4.5);
}

TEST_CASE("the best of several recorded brokers counts") {
    const auto model = quarrel().build();
    const auto result = backtest_of(model, {mediated_by({"N", "M", "O"})});
    CHECK(result.cases.at(0).rank == 3);
    CHECK(model.id(result.cases.at(0).best) == "M");
    CHECK(model.id(*result.cases.at(0).first) == "K");
}

TEST_CASE("a refused broker stands behind those who are not, and before those who are no candidates") {
    const auto model = with_refusal_of("K");
    CHECK(rank_of(model, mediated_by({"L"})) == 1);
    CHECK(rank_of(model, mediated_by({"M"})) == 2);
    CHECK(rank_of(model, mediated_by({"K"})) == 3);
    CHECK(rank_of(model, mediated_by({"N"})) == 4.5);
}

TEST_CASE("a case is judged on the last day of the year before") {
    auto builder = quarrel();
    builder.tie("N", "A", 1, "security", [](Tie& tie) { tie.period.from = Date::from_civil(2005, 12, 31); });
    builder.tie("N", "B", 1, "security", [](Tie& tie) { tie.period.to = Date::from_civil(2006, 12, 31); });
    const auto model = builder.build();
    CHECK(rank_of(model, mediated_by({"N"}, 2005)) == 4.5);
    CHECK(rank_of(model, mediated_by({"N"}, 2006)) == 1);
    CHECK(rank_of(model, mediated_by({"N"}, 2007)) == 1);
    CHECK(rank_of(model, mediated_by({"N"}, 2008)) == 4.5);
    CHECK(rank_of(model, mediated_by({"N"}, 2011)) == 5);  // N, O and now P
}

TEST_CASE("a broker that does not exist on the day is left out, and that is said") {
    const auto result = backtest_of(quarrel().build(), {mediated_by({"P", "M"}, 2010)});
    CHECK(result.cases.at(0).rank == 3);
    CHECK(result.cases.at(0).left_out == std::vector<std::string>{"P does not exist on 31 December 2009"});
}

TEST_CASE("a case is skipped, with the reason, where its parties or all its brokers are unknown then") {
    const auto model = quarrel().build();
    const auto why = [&](const RecordedCase& recorded) {
        const auto result = backtest_of(model, {recorded});
        CHECK(result.cases.empty());
        return result.skipped.at(0).why;
    };
    CHECK(why(mediated_by({"P"}, 2010)) == "P does not exist on 31 December 2009");
    CHECK(why({"case", 2005, "A", "P", {"K"}}) == "P does not exist on 31 December 2004");
    CHECK(why({"case", 2005, "Atlantis", "B", {"K"}}) == "'Atlantis' is not in the model");
    CHECK(why({"case", 2005, "A", "B", {"Atlantis", "P"}}) ==
          "'Atlantis' is not in the model; P does not exist on 31 December 2004");
    CHECK(why(mediated_by({"A"})) == "A is a party itself");
    CHECK(why({"case", 2005, "A", "A", {"K"}}) == "its two parties are one");
}

TEST_CASE("a name that is nearly one of the model is offered, not guessed") {
    auto builder = quarrel();
    builder.vertex("XKX", Kind::country, [](Vertex& vertex) { vertex.name = "Kosovo"; });
    const auto result = backtest_of(builder.build(), {mediated_by({"Kosvo"})});
    CHECK(result.skipped.at(0).why == "'Kosvo' is not in the model (is 'Kosovo' meant?)");
}

TEST_CASE("a recorded broker that is no actor has no rank") {
    auto builder = quarrel();
    builder.forum("F", 0.6, {"A", "B"});
    const auto result = backtest_of(builder.build(), {mediated_by({"F", "M"})});
    CHECK(result.cases.at(0).left_out == std::vector<std::string>{"F is no actor, and has no rank"});
}

TEST_CASE("names and aliases will do for ids, and a broker named twice is one") {
    auto builder = quarrel();
    builder.vertex("Q", Kind::country, [](Vertex& vertex) {
        vertex.name = "Queensland";
        vertex.aliases = {"QLD"};
    });
    const auto result = backtest_of(builder.build(), {mediated_by({"Queensland", "QLD"})});
    CHECK(result.cases.at(0).recorded.brokers == std::vector<std::string>{"Q", "Q"});
    CHECK(*record_named(result.baselines, "chance").median_rank == Approx(7.0 / 2));  // one of six
}

TEST_CASE("records sum up the ranks of all cases") {
    // ranks 1.5, 3 and 4.5
    const auto result = backtest_of(quarrel().build(), {mediated_by({"K"}), mediated_by({"M"}), mediated_by({"N"})});
    const auto& record = record_named(result.profiles, "balanced");
    CHECK(record.cases == 3);
    CHECK(*record.mrr == Approx((1 / 1.5 + 1 / 3.0 + 1 / 4.5) / 3));
    CHECK(*record.hit1 == 0);
    CHECK(*record.hit3 == Approx(2.0 / 3));
    CHECK(*record.hit5 == 1);
    CHECK(*record.hit10 == 1);
    CHECK(*record.median_rank == 3);
}

TEST_CASE("of an even number of cases the median is the mean of the middle two") {
    const auto result = backtest_of(quarrel().build(), {mediated_by({"M"}), mediated_by({"N"})});
    CHECK(*record_named(result.profiles, "balanced").median_rank == Approx(3.75));
}

TEST_CASE("per pair, cases between the same two have one vote together") {
    auto builder = quarrel();
    builder.countries({"C", "D"}).tie("K", "C", 1).tie("K", "D", 1);
    // A–B twice, either way round: ranks 1.5 and 3; C–D: rank 1.
    const auto result = backtest_of(
        builder.build(),
        {{"first", 2005, "A", "B", {"K"}}, {"again", 2006, "B", "A", {"M"}}, {"other", 2005, "C", "D", {"K"}}});
    const auto& record = record_named(result.profiles, "balanced");
    CHECK(*record.mrr == Approx((1 / 1.5 + 1 / 3.0 + 1) / 3));
    CHECK(*record.mrr_per_pair == Approx(((1 / 1.5 + 1 / 3.0) / 2 + 1) / 2));
}

TEST_CASE("without a case that can be judged there are no numbers") {
    const auto result = backtest_of(quarrel().build(), {mediated_by({"Atlantis"})});
    for (const auto* records : {&result.profiles, &result.baselines})
        for (const auto& record : *records) {
            CHECK(record.cases == 0);
            CHECK(!record.mrr);
            CHECK(!record.mrr_per_pair);
            CHECK(!record.hit10);
            CHECK(!record.median_rank);
        }
}

TEST_CASE("every profile is judged, the model's own among them, and one is told case by case") {
    auto builder = quarrel();
    builder.influence("N", "A", 0.8).tie("N", "A", 0.1).tie("N", "B", 0.1);
    builder.with([](Model& model) { model.profiles.push_back({"sway", {0, 1, 0, 0, 0, 0}}); });
    const auto model = builder.build();
    BacktestOptions options;
    options.profile = *model.find_profile("sway");
    const auto result = backtest(model, {}, std::vector{mediated_by({"N"})}, options);
    REQUIRE(result.profiles.size() == 6);
    CHECK(result.profiles.back().name == "sway");
    CHECK(*result.profiles.back().median_rank == 1);
    CHECK(*record_named(result.profiles, "facilitator").median_rank == 4);
    CHECK(result.cases.at(0).rank == 1);
}

TEST_CASE("equal scores are parted by access, as candidates are") {
    auto builder = quarrel();
    builder.with([](Model& model) { model.profiles.push_back({"sway", {0, 1, 0, 0, 0, 0}}); });
    const auto model = builder.build();
    BacktestOptions options;
    options.profile = *model.find_profile("sway");
    const auto rank = [&](const char* broker) {
        return backtest(model, {}, std::vector{mediated_by({broker})}, options).cases.at(0).rank;
    };
    CHECK(rank("K") == 1.5);  // all have leverage 0
    CHECK(rank("M") == 3);
}

TEST_CASE("the lens holds for every case") {
    Lens lens;
    lens.salience.emplace("security", 0);
    const auto result = backtest(quarrel().build(), lens, std::vector{mediated_by({"K"})}, {});
    CHECK(result.cases.at(0).rank == 3);  // five that are no candidates
    CHECK(!result.cases.at(0).first);
}

TEST_CASE("capability ranks by the largest value in force, none counting as 0") {
    auto builder = quarrel();
    builder.with([](Model& model) {
        const auto give = [&](const char* id, double value, int last_year) {
            Capability made;
            made.value = value;
            made.period.to = Date::from_civil(last_year, 12, 31);
            model.vertices[*model.find_vertex(id)].capability.push_back(made);
        };
        give("M", 0.2, 2020);
        give("N", 0.9, 2003);
        give("N", 0.3, 2020);
    });
    const auto model = builder.build();
    CHECK(median_of_baseline(model, mediated_by({"N"}), "capability") == 1);
    CHECK(median_of_baseline(model, mediated_by({"M"}), "capability") == 2);
    CHECK(median_of_baseline(model, mediated_by({"K"}), "capability") == 4);  // K, L and O: ranks 3 to 5
}

TEST_CASE("betweenness counts steps over pairs with any positive tie") {
    // K, L and M each lead from A to B: a third each; L also leads to N. A and B lead between K, L and M, but are
    // parties.
    auto builder = quarrel();
    builder.tie("L", "N", 0.05).tie("O", "N", -0.9);
    const auto model = builder.build();
    CHECK(median_of_baseline(model, mediated_by({"L"}), "betweenness") == 1);
    CHECK(median_of_baseline(model, mediated_by({"M"}), "betweenness") == 2.5);  // with K, however close
    CHECK(median_of_baseline(model, mediated_by({"O"}), "betweenness") == 4.5);  // with N
}

TEST_CASE("memberships alone make no step of betweenness") {
    auto builder = quarrel();
    builder.forum("F", 1, {"A", "B", "N", "O"});
    CHECK(median_of_baseline(builder.build(), mediated_by({"N"}), "betweenness") == 4.5);
}

TEST_CASE("forums shared counts the forums that seat the broker and both parties") {
    auto builder = quarrel();
    builder.forum("F", 0.2, {"A", "B", "N"}).forum("G", 0.2, {"A", "B", "N", "M"}).forum("H", 1, {"A", "K", "M"});
    const auto model = builder.build();
    CHECK(median_of_baseline(model, mediated_by({"N"}), "forums shared") == 1);
    CHECK(median_of_baseline(model, mediated_by({"M"}), "forums shared") == 2);
    CHECK(median_of_baseline(model, mediated_by({"K"}), "forums shared") == 4);
}

TEST_CASE("nearness ranks by the mean distance to both, the parties first, the unknown last") {
    auto builder = quarrel();
    builder.with([](Model& model) {
        const auto place = [&](const char* id, double latitude, double longitude) {
            model.vertices[*model.find_vertex(id)].at = Place{latitude, longitude};
        };
        place("A", 0, 0);
        place("B", 0, 10);
        place("K", 20, 5);
        place("M", 3, 5);
        place("N", -3, 5);
    });
    const auto model = builder.build();
    CHECK(median_of_baseline(model, mediated_by({"M"}), "nearness") == 3.5);
    CHECK(median_of_baseline(model, mediated_by({"K"}), "nearness") == 5);
    CHECK(median_of_baseline(model, mediated_by({"O"}), "nearness") == 6.5);
}

TEST_CASE("chance is the expectation of a shuffled list") {
    const auto one_of_four = outcome_of_chance(1, 4);
    CHECK(one_of_four.rank == Approx(2.5));
    CHECK(one_of_four.reciprocal == Approx((1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0) / 4));
    CHECK(one_of_four.hits[0] == Approx(0.25));
    CHECK(one_of_four.hits[1] == Approx(0.75));
    CHECK(one_of_four.hits[2] == Approx(1));

    const auto two_of_three = outcome_of_chance(2, 3);  // first with 2/3, else second
    CHECK(two_of_three.rank == Approx(4.0 / 3));
    CHECK(two_of_three.reciprocal == Approx(2.0 / 3 + 1.0 / 6));
    CHECK(two_of_three.hits[0] == Approx(2.0 / 3));
    CHECK(two_of_three.hits[1] == Approx(1));

    CHECK(outcome_of_chance(3, 3).rank == Approx(1));
    CHECK(outcome_of_chance(3, 3).reciprocal == Approx(1));
}

TEST_CASE("a backtest is the same for any number of threads") {
    const auto model = quarrel().build();
    std::vector<RecordedCase> cases;
    for (int year = 2000; year < 2040; ++year)
        cases.push_back(mediated_by({year % 2 == 0 ? "M" : "P"}, year));
    const auto run = [&](std::size_t threads) {
        BacktestOptions options;
        options.threads = threads;
        return backtest(model, {}, cases, options);
    };
    const auto one = run(1);
    for (const std::size_t threads : {2, 7}) {
        const auto many = run(threads);
        REQUIRE(many.cases.size() == one.cases.size());
        for (std::size_t index = 0; index < one.cases.size(); ++index) {
            CHECK(many.cases[index].recorded.year == one.cases[index].recorded.year);
            CHECK(many.cases[index].rank == one.cases[index].rank);
        }
        CHECK(many.skipped.size() == one.skipped.size());
        CHECK(*many.profiles.front().mrr == *one.profiles.front().mrr);
    }
}

TEST_CASE("a year that has no year before it is refused") {
    const auto model = quarrel().build();
    CHECK_THROWS_AS(backtest_of(model, {mediated_by({"K"}, 1)}), std::invalid_argument);
    CHECK_THROWS_AS(backtest_of(model, {mediated_by({"K"}, 10000)}), std::invalid_argument);
}
