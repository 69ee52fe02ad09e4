#include "recorded_data.hpp"
#include <entente/analysis.hpp>
#include <entente/read.hpp>

#include <array>
#include <cmath>
#include <map>

#include <doctest/doctest.h>

using namespace entente;

namespace {

struct Expected {
    const char* name;
    double mrr;  ///< to three digits
    std::array<double, 4> hits;
    double median;  ///< to one digit
};

/// As an independent program computed them.
constexpr std::array<Expected, 9> expected{{{"balanced", 0.388, {0.18, 0.61, 0.64, 0.79}, 3.0},
                                            {"precedent", 0.503, {0.36, 0.57, 0.68, 0.82}, 2.5},
                                            {"facilitator", 0.212, {0.07, 0.32, 0.32, 0.57}, 8.5},
                                            {"convenor", 0.351, {0.21, 0.39, 0.43, 0.64}, 6.5},
                                            {"power", 0.399, {0.18, 0.54, 0.64, 0.82}, 3.0},
                                            {"capability", 0.211, {0.04, 0.29, 0.29, 0.50}, 10.5},
                                            {"betweenness", 0.368, {0.29, 0.43, 0.43, 0.50}, 9.5},
                                            {"forums shared", 0.214, {0.04, 0.18, 0.46, 0.61}, 6.2},
                                            {"nearness", 0.087, {0.00, 0.00, 0.21, 0.32}, 17.0}}};

std::map<std::string, TrackRecord> by_name(const Backtest& result) {
    std::map<std::string, TrackRecord> records;
    for (const auto* list : {&result.profiles, &result.baselines})
        for (const auto& record : *list)
            records[record.name] = record;
    return records;
}

/// Half of the last digit shown, and what halves of a digit may be rounded to.
bool shown_as(double value, double shown, double digit) {
    return std::abs(value - shown) <= digit / 2 + 1e-9;
}

}  // namespace

TEST_CASE("on the states of the world and 28 recorded mediations the backtest gives the reference's numbers") {
    if (!recorded_table("mediations.csv") || !recorded_table("world/countries.csv")) return;
    const auto read = read_model(ENTENTE_EXAMPLES "/world", {.scenarios = {}, .data = {recorded_path("world")}});
    INFO(format_diagnostics(read.diagnostics));
    REQUIRE(read.ok());
    const auto cases = read_cases(recorded_path("mediations.csv"));
    REQUIRE(cases.ok());

    const auto result = backtest(read.model, {}, cases.cases, {});
    CHECK(result.cases.size() == 28);
    CHECK(result.skipped.empty());
    const auto records = by_name(result);
    REQUIRE(records.size() == expected.size() + 1);
    for (const auto& wanted : expected) {
        INFO(wanted.name);
        const auto& record = records.at(wanted.name);
        CHECK(shown_as(*record.mrr, wanted.mrr, 0.001));
        CHECK(shown_as(*record.hit1, wanted.hits[0], 0.01));
        CHECK(shown_as(*record.hit3, wanted.hits[1], 0.01));
        CHECK(shown_as(*record.hit5, wanted.hits[2], 0.01));
        CHECK(shown_as(*record.hit10, wanted.hits[3], 0.01));
        CHECK(shown_as(*record.median_rank, wanted.median, 0.1));
    }
}
