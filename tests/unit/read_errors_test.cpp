#include "read_helpers.hpp"

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("a misspelt vertex is an error at its place that offers the nearest") {
    CHECK(error_of(head + "ties: [{between: [IND, PKA], layer: security, stance: cool}]\n") ==
          "9:24 unknown vertex 'PKA'; did you mean 'PAK' (Pakistan)?");
    CHECK(error_of(head + "ties: [{between: [IND, pakistan], layer: security, stance: cool}]\n") ==
          Contains("did you mean 'Pakistan' (PAK)?"));
}

TEST_CASE("columns count characters") {
    CHECK(error_of(head + "groups: {G: {name: 上海合作组织}}\nborders_: []\nremarks: []\n") ==
          Contains("10:1 unknown key"));
    CHECK(error_of(head + "groups: {G: {name: 上海合作组织, nam: x}}\n") == Contains("9:28 unknown key 'nam'"));
}

TEST_CASE("all errors of a run are told together, each once") {
    const auto errors = errors_of(R"(entente: 1
as_of: 2016-02-30
sources: {s: {url: ftp://x}}
layers: {security: {salience: 2}}
countries: {A: {nam: x}, B: {}}
ties:
  - {between: [A, C], layer: securty, stance: colder}
  - {between: [A, B], layer: security}
)");
    REQUIRE(errors.size() == 8);
    CHECK(errors[0] == Contains("2:8 '2016-02-30' is no date"));
    CHECK(errors[1] == Contains("3:20 'ftp://x' is no web address"));
    CHECK(errors[2] == Contains("4:31 '2' is out of range"));
    CHECK(errors[3] == Contains("5:17 unknown key 'nam'"));
    CHECK(errors[4] == Contains("7:19 unknown vertex 'C'"));
    CHECK(errors[5] == Contains("7:30 unknown layer 'securty'; did you mean 'security'?"));
    CHECK(errors[6] == Contains("7:47 'colder' is no word"));
    CHECK(errors[7] == Contains("8:5 a tie without a stance"));
}

TEST_CASE("numbers are plain decimals within their range") {
    for (const auto* number :
         {"1e-1", "0x1", "+0.5", ".5", "05", "0o5", "1.", ".inf", ".nan", "\"0.5\"", "0,5", "1.1", "-1.1", "1_0", "50%",
          "0.5 "
          "x"})
        CHECK_MESSAGE(
            errors_of(head + "ties: [{between: [IND, PAK], layer: security, weight: " + number + "}]\n").size() >= 1,
            number);
    for (const auto* number : {"0.5", "-1", "1", "0", "-0.25", "1.000"})
        CHECK(sound_model(head + "ties: [{between: [IND, PAK], layer: security, weight: " + number + "}]\n")
                  .ties.size() == 1);
}

TEST_CASE("a confidence is above zero, and a stance is a word") {
    CHECK(error_of(head + "influence: [{of: IND, over: PAK, confidence: 0}]\n") == Contains("above 0"));
    CHECK(error_of(head + "ties: [{between: [IND, PAK], layer: security, stance: 0.5}]\n") ==
          Contains("write weight: 0.5"));
}

TEST_CASE("a duplicate names the first") {
    CHECK(error_of(head + "layers: {x: {}}\n") == "9:1 duplicate key 'layers'; it stands at model.yaml:4:1 already");
    CHECK(error_of(head + "ties: [{between: [IND, PAK], layer: security, stance: war, from: 1999, from: 2001}]\n") ==
          Contains("model.yaml:9:60 already"));
    CHECK(error_of(head + "groups: {IND: {}}\n") == Contains("9:10 duplicate id 'IND'; it stands at model.yaml:6:"));
    CHECK(error_of(head + "groups: {G: {aliases: [Pakistan]}}\n") == Contains("it stands for 'PAK'"));
    CHECK(errors_of(head + "groups: {G: {name: Gee, aliases: [Gee, G]}}\n").empty());
}

TEST_CASE("a tie is between two different vertices") {
    CHECK(error_of(head + "ties: [{between: [AFG, Afghanistan], layer: security, stance: war}]\n") ==
          Contains("9:24 a tie of AFG to itself"));
    CHECK(error_of(head + "ties: [{between: [AFG], layer: security, stance: war}]\n") ==
          Contains("between two vertices"));
    CHECK(error_of(head + "influence: [{of: AFG, over: AFG}]\n") == Contains("over itself"));
}

TEST_CASE("an end comes after its start, and half_life after an end") {
    CHECK(error_of(head + "borders_: []\n") == Contains("did you mean 'borders'?"));
    CHECK(error_of(head + "ties: [{between: [IND, PAK], layer: security, stance: war, from: 2016, to: 2015-12}]\n") ==
          Contains("9:76 it ends (2015-12-31) before it starts (2016-01-01)"));
    CHECK(error_of(head + "ties: [{between: [IND, PAK], layer: security, stance: war, half_life: 5}]\n") ==
          Contains("9:60 half_life without 'to'"));
}

TEST_CASE("the layer of shared membership is built in") {
    CHECK(error_of(head + "ties: [{between: [IND, PAK], layer: forums, stance: war}]\n") == Contains("built in"));
    CHECK(error_of(head + "organisations: {O: {layers: [forums]}}\n") == Contains("built in"));
}

TEST_CASE("a whole and its parts form no circle") {
    CHECK(error_of(head + "groups: {A: {under: B}, B: {under: C}, C: {under: A}}\n") == Contains("circle"));
    CHECK(error_of(head + "groups: {A: {under: A}}\n") == Contains("9:21 a vertex under itself"));
}

TEST_CASE("weights of a profile sum to one, and the scale knows its words") {
    CHECK(error_of(head + "profiles: {p: {access: 0.5}}\n") == Contains("sum to 0.5"));
    CHECK(error_of(head + "profiles: {p: {acess: 1}}\n") == Contains("did you mean 'access'?"));
    CHECK(error_of(head + "scale: {stance: {alied: 1}}\n") == Contains("did you mean 'allied'?"));
    CHECK(error_of(head + "scale: {stance: {allied: 2}}\n") == Contains("from -1 to 1"));
}

TEST_CASE("a missing key is told where its map begins") {
    CHECK(error_of(head + "influence:\n  - of: AFG\n") == "10:5 an influence without the key 'over'; add over: …");
    CHECK(error_of("entente: 1\n") == Contains("1:1 the model lacks the key 'as_of'"));
    CHECK(error_of("as_of: 2016\n") == Contains("lacks the key 'entente'"));
    CHECK(error_of("") == Contains("the file is empty"));
}

TEST_CASE("a scenario is not read as a model") {
    CHECK(errors_of("entente: 1\nscenario: What if\nchanges: []\nas_of: 2016\n").size() == 2);
}

TEST_CASE("texts are short and without control characters") {
    CHECK(error_of(head + "marking: " + std::string(10'001, 'x') + "\n") == Contains("10001 characters"));
    CHECK(errors_of(head + "marking: " + std::string(10'000, 'x') + "\n").empty());
    CHECK(error_of(head + "marking: a\u202eb\n") == Contains("9:11 a bidirectional-override"));
    CHECK(error_of(head + "marking: \"a\\u202eb\"\n") == Contains("9:10 a control or bidirectional-override"));
    CHECK(errors_of(head + "marking: a\u200cb\n").empty());
}

TEST_CASE("reading stops after a thousand errors and says so") {
    std::string text = head + "groups:\n";
    for (int index = 0; index < 3000; ++index)
        text += "  G" + std::to_string(index) + ": {x: y}\n";
    const auto result = read_model_text(text);
    CHECK(result.errors() == 1001);
    CHECK(result.diagnostics.back().message == Contains("too many errors"));
}
