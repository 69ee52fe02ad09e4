#include "read_helpers.hpp"

#include <doctest/doctest.h>

using namespace entente;

namespace {

/// A tie that calls for no warning.
std::string tie(const std::string& rest) {
    return "  - {between: [IND, PAK], confidence: high, evidence: [{source: s}], " + rest + "}\n";
}

}  // namespace

TEST_CASE("a sound model calls for no warning") {
    CHECK(warnings_of(head + "ties:\n" + tie("layer: security, stance: war")).empty());
}

TEST_CASE("a tie without evidence is told once, for all its layers") {
    const auto warnings = warnings_of(
        head + "ties:\n  - {between: [IND, PAK], stances: {security: war, diplomacy: cool}, confidence: high}\n");
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0] == Contains("10:5 the tie IND–PAK has no evidence"));
}

TEST_CASE("overlapping ties of one sign are told at the later one") {
    const auto warnings =
        warnings_of(head + "ties:\n" + tie("layer: security, stance: war, from: 1999, to: 2001") +
                    tie("layer: security, stance: cool, from: 2001") + tie("layer: security, stance: close") +
                    tie("layer: diplomacy, stance: cool") + tie("layer: security, stance: cool, to: 1998"));
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0] == Contains("11:5 the tie IND–PAK in security overlaps the one at model.yaml:10:5"));
}

TEST_CASE("a long tie is seen to overlap one that starts after others have ended") {
    const auto warnings = warnings_of(head + "ties:\n" + tie("layer: security, stance: war, from: 1990") +
                                      tie("layer: security, stance: cool, from: 1991, to: 1992") +
                                      tie("layer: security, stance: cool, from: 2001"));
    CHECK(warnings.size() == 2);
}

TEST_CASE("forums of one, vertices that nothing touches and sources that nothing cites are told at their ids") {
    const auto warnings = warnings_of(R"(entente: 1
as_of: 2016
sources: {s: {title: T}}
countries: {AFG: {}, PAK: {}}
organisations: {O: {effectiveness: weak, confidence: low, members: {member: [PAK]}}}
)");
    REQUIRE(warnings.size() == 3);
    CHECK(warnings[0] == Contains("3:11 nothing cites the source s"));
    CHECK(warnings[1] == Contains("4:13 nothing touches AFG"));
    CHECK(warnings[2] == Contains("5:17 the forum O has fewer than two members"));
}

TEST_CASE("a claim is told where all its evidence disputes it") {
    const std::string influence = "influence:\n  - {of: IND, over: PAK, strength: weak, confidence: low, evidence: ";
    CHECK(warnings_of(head + influence + "[{source: s, disputes: true}]}\n").at(0) ==
          Contains("10:5 all the evidence"));
    CHECK(warnings_of(head + influence + "[{source: s, disputes: true}, {source: s}]}\n").empty());
}

TEST_CASE("a lens date after the newest source is told at the date") {
    const std::string rest =
        "countries: {A: {}, B: {}}\nborders: [{between: [A, B], evidence: [{source: s}, {source: r}]}]\n";
    CHECK(warnings_of("entente: 1\nas_of: 2016-07-18\nsources: {s: {date: 2015}, r: {date: 1990}}\n" + rest).at(0) ==
          Contains("2:8 the lens date is after the newest source (2015-12-31)"));
    CHECK(warnings_of("entente: 1\nas_of: 2016-07-18\nsources: {s: {date: 2016}, r: {}}\n" + rest).empty());
}

TEST_CASE("defaults taken are counted in one warning at the first") {
    const auto warnings = warnings_of(head + R"(
ties:
  - {between: [IND, PAK], layer: security, stance: war, evidence: [{source: s}]}
  - {between: [IND, AFG], layer: security, stance: war, evidence: [{source: s}]}
organisations: {O: {effectiveness: weak, members: {member: [PAK, IND]}}}
influence: [{of: IND, over: PAK, confidence: low}]
)");
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0] ==
          Contains("11:5 1 forum and 2 ties without confidence, 1 influence without strength, taken as moderate"));
}

TEST_CASE("warnings wait until the errors are gone") {
    CHECK(warnings_of(head + "ties: [{between: [IND, PAK], layer: security, stance: wra}]\n").empty());
}
