#include "model/scenario.hpp"

#include "read_helpers.hpp"
#include <entente/analysis.hpp>

using namespace entente;

namespace {

const std::string ties = R"(ties:
  - {between: [AFG, PAK], layer: security, stance: hostile, confidence: high, from: 2010, evidence: [{source: s}]}
  - {between: [IND, PAK], layer: security, stance: war, confidence: high, from: 2012, to: 2013, half_life: 10, evidence: [{source: s}]}
organisations:
  SCO: {effectiveness: limited, confidence: high, members: {member: [AFG, PAK], observer: [{actor: IND, from: 2014}]}, evidence: [{source: s}]}
influence: [{of: IND, over: AFG, strength: strong, confidence: high}]
refusals: [{by: IND, on: [IND, PAK], confidence: high}]
)";

std::string scenario(const std::string& changes) {
    return "entente: 1\nscenario: What if\nchanges:\n" + changes;
}

ReadResult applied(const std::string& changes) {
    auto result = read_model_text(head + ties, "model.yaml", {{scenario(changes)}, {}});
    INFO(format_diagnostics(result.diagnostics));
    REQUIRE(result.ok());
    return result;
}

RelationGraph on(const Model& model, int year) {
    Lens lens;
    lens.as_of = *Date::from_civil(year, 7, 1);
    return RelationGraph(model, lens);
}

double tension(const Model& model, const char* a, const char* b, int year) {
    return on(model, year).relation(*model.find_vertex(a), *model.find_vertex(b)).tension;
}

std::optional<double> role(const Model& model, const char* actor, int year) {
    return on(model, year).role_factor(*model.find_vertex(actor), *model.find_vertex("SCO"));
}

/// Of the scenario's own file.
std::vector<std::string> said_of(const std::string& changes, Severity severity) {
    std::vector<std::string> list;
    for (const auto& diagnostic : read_model_text(head + ties, "model.yaml", {{scenario(changes)}, {}}).diagnostics)
        if (diagnostic.severity == severity && diagnostic.file == "scenario.yaml") list.push_back(said(diagnostic));
    return list;
}

}  // namespace

TEST_CASE("a tie that is set stands alone on the days of its period") {
    const auto model =
        applied("  - set_tie: {between: [PAK, AFG], layer: security, stance: cool, from: 2015, to: 2016}\n").model;
    CHECK(tension(model, "AFG", "PAK", 2014) == doctest::Approx(0.8));
    CHECK(tension(model, "AFG", "PAK", 2015) == doctest::Approx(0.2));
    CHECK(tension(model, "AFG", "PAK", 2017) == doctest::Approx(0.8));
}

TEST_CASE("a faded tie does not count while another stands in its place, and fades from its own end after") {
    const auto before = applied("  []\n").model;
    const auto model =
        applied("  - set_tie: {between: [IND, PAK], layer: security, stance: neutral, from: 2014, to: 2015}\n").model;
    CHECK(tension(before, "IND", "PAK", 2015) > 0.8);
    CHECK(tension(model, "IND", "PAK", 2015) == doctest::Approx(0));
    CHECK(tension(model, "IND", "PAK", 2013) == doctest::Approx(1));
    CHECK(tension(model, "IND", "PAK", 2018) == doctest::Approx(tension(before, "IND", "PAK", 2018)));
}

TEST_CASE("a change without dates holds always, and what it replaces is gone") {
    const auto model = applied("  - set_tie: {between: [AFG, PAK], layer: security, stance: close}\n").model;
    CHECK(model.ties.size() == 2);
    CHECK(tension(model, "AFG", "PAK", 2014) == doctest::Approx(0));
    CHECK(on(model, 2000).relation(*model.find_vertex("AFG"), *model.find_vertex("PAK")).cooperation >= 0.6);
}

TEST_CASE("a tie of another layer stays") {
    const auto model = applied("  - set_tie: {between: [AFG, PAK], layer: diplomacy, stance: close}\n").model;
    CHECK(tension(model, "AFG", "PAK", 2016) == doctest::Approx(0.8));
}

TEST_CASE("joining changes a role, and leaving ends it, on the days of the change alone") {
    const auto model = applied(
                           "  - join: {forum: SCO, actor: IND, role: member, from: 2016}\n"
                           "  - leave: {forum: SCO, actor: PAK, from: 2015, to: 2015}\n")
                           .model;
    CHECK(role(model, "IND", 2015) == doctest::Approx(0.5));
    CHECK(role(model, "IND", 2016) == doctest::Approx(1));
    CHECK(role(model, "PAK", 2014).has_value());
    CHECK_FALSE(role(model, "PAK", 2015).has_value());
    CHECK(role(model, "PAK", 2016).has_value());
}

TEST_CASE("changes apply in order: the last of a key counts") {
    const auto model = applied(
                           "  - set_influence: {of: IND, over: AFG, strength: weak}\n"
                           "  - set_influence: {of: IND, over: AFG, strength: decisive, from: 2016}\n")
                           .model;
    const auto strength = [&](int year) {
        return on(model, year).influence(*model.find_vertex("IND"), *model.find_vertex("AFG")).strength;
    };
    CHECK(strength(2015) == doctest::Approx(0.2));
    CHECK(strength(2016) == doctest::Approx(1));
}

TEST_CASE("an effectiveness may differ by day") {
    const auto model =
        applied("  - set_effectiveness: {forum: SCO, effectiveness: strong, confidence: low, from: 2015, to: 2016}\n")
            .model;
    const auto forum = *model.find_vertex("SCO");
    CHECK(on(model, 2014).effectiveness(forum) == doctest::Approx(0.4));
    CHECK(on(model, 2015).effectiveness(forum) == doctest::Approx(0.8));
    CHECK(on(model, 2015).confidence(forum) == doctest::Approx(0.3));
    CHECK(on(model, 2015).effectiveness_part(forum) == 1);
    CHECK(on(model, 2017).effectiveness(forum) == doctest::Approx(0.4));
}

TEST_CASE("a refusal is lifted, or another set in its place") {
    CHECK(applied("  - remove_refusal: {by: IND, on: [PAK, IND]}\n").model.refusals.empty());
    const auto model = applied("  - set_refusal: {by: IND, on: [PAK, IND], who: [AFG], confidence: low}\n").model;
    REQUIRE(model.refusals.size() == 1);
    CHECK_FALSE(model.refusals.front().anyone);
}

TEST_CASE("what is added may be named by later changes, and the vertices are sorted anew") {
    const auto model =
        applied(
            "  - add: {country: {AAA: {name: Newland}}, mechanism: {TRI: {members: {member: [AAA, PAK]}}}}\n"
            "  - set_tie: {between: [PAK, Newland], layer: security, stance: close}\n"
            "  - join: {forum: TRI, actor: IND}\n")
            .model;
    CHECK(model.vertices.front().id == "AAA");
    CHECK(tension(model, "AFG", "PAK", 2016) == doctest::Approx(0.8));
    CHECK(on(model, 2016).relation(*model.find_vertex("AAA"), *model.find_vertex("PAK")).cooperation >= 0.6);
    CHECK(on(model, 2016).seats(*model.find_vertex("TRI")).size() == 3);
}

TEST_CASE("the model without the scenario is kept, and the titles of those applied") {
    const auto result = applied("  - leave: {forum: SCO, actor: IND}\n");
    REQUIRE(result.before);
    CHECK(result.before->scenarios.empty());
    CHECK(result.model.scenarios == std::vector<std::string>{"What if"});
    CHECK(role(*result.before, "IND", 2016).has_value());
    CHECK_FALSE(role(result.model, "IND", 2016).has_value());
}

TEST_CASE("several scenarios apply one after the other") {
    const auto result = read_model_text(head + ties, "model.yaml",
                                        {{scenario("  - leave: {forum: SCO, actor: IND}\n"),
                                          scenario("  - join: {forum: SCO, actor: IND, role: partner}\n")},
                                         {}});
    REQUIRE(result.ok());
    CHECK(role(result.model, "IND", 2016) == doctest::Approx(0.3));
}

TEST_CASE("taking away what is not there is an error at its place") {
    const auto error = Severity::error;
    CHECK(said_of("  - remove_tie: {between: [AFG, IND], layer: security}\n", error) ==
          std::vector<std::string>{"4:5 there is no tie AFG–IND in security; only what is there can be taken away; "
                                   "look with `entente show`"});
    CHECK(said_of("  - remove_tie: {between: [AFG, PAK], layer: security, to: 2009}\n", error).size() == 1);
    CHECK(said_of("  - remove_tie: {between: [IND, PAK], layer: security, from: 2015, to: 2015}\n", error).empty());
    CHECK(said_of("  - leave: {forum: SCO, actor: IND, to: 2013}\n", error).size() == 1);
    CHECK(said_of("  - leave: {forum: SCO, actor: IND}\n  - leave: {forum: SCO, actor: IND}\n", error).size() == 1);
    CHECK(said_of("  - remove_refusal: {by: PAK, on: [PAK, IND]}\n", error).size() == 1);
}

TEST_CASE("a change that changes nothing is warned of") {
    const auto warning = Severity::warning;
    const std::string tie = "  - set_tie: {between: [AFG, PAK], layer: security, stance: hostile, confidence: high, ";
    CHECK(said_of(tie + "from: 2014}\n", warning).size() == 1);
    CHECK(said_of(tie + "from: 2009}\n", warning).empty());
    CHECK(said_of("  - join: {forum: SCO, actor: AFG}\n", warning).size() == 1);
    CHECK(said_of("  - join: {forum: SCO, actor: IND, role: observer}\n", warning).empty());
    CHECK(
        said_of("  - set_effectiveness: {forum: SCO, effectiveness: limited, confidence: high, from: 2015}\n", warning)
            .size() == 1);
}

namespace {

std::vector<std::string> phrases(const Model& model, const std::vector<RecordRef>& records) {
    std::vector<std::string> list;
    for (const auto& record : records) {
        const auto facts = facts_of(model, record);
        std::string phrase(name_of(record.kind));
        for (const auto vertex : facts.vertices)
            phrase += " " + model.id(vertex);
        list.push_back(phrase);
    }
    return list;
}

Supposition supposed(const ReadResult& result, int year = 2016) {
    return find_supposition(on(*result.before, year), on(result.model, year));
}

}  // namespace

TEST_CASE("what a scenario supposes is told by the records that it sets, and what it takes away by those it ends") {
    const auto result = applied(R"(  - set_tie: {between: [AFG, PAK], layer: security, stance: cool, confidence: high}
  - join: {actor: IND, forum: SCO, role: member}
  - set_effectiveness: {forum: SCO, effectiveness: strong}
  - remove_refusal: {by: IND, on: [IND, PAK]}
  - remove_tie: {between: [IND, PAK], layer: security}
)");
    const auto supposition = supposed(result);
    CHECK(phrases(result.model, supposition.said) ==
          std::vector<std::string>{"tie AFG PAK", "membership IND SCO", "effectiveness SCO"});
    CHECK(phrases(*result.before, supposition.withdrawn) == std::vector<std::string>{"tie IND PAK", "refusal IND PAK"});
    CHECK(supposition.added.empty());
}

TEST_CASE("a scenario that says what holds already, or nothing of the day, supposes nothing") {
    const auto same = applied("  - set_influence: {of: IND, over: AFG, strength: strong, confidence: high}\n");
    CHECK(supposed(same).said.empty());
    CHECK(supposed(same).withdrawn.empty());
    const auto later = applied("  - set_tie: {between: [AFG, PAK], layer: security, stance: cool, from: 2020}\n");
    CHECK(supposed(later).said.empty());
    CHECK(supposed(later, 2021).said.size() == 1);
}

TEST_CASE("vertices that a scenario adds are told, with what they bring") {
    const auto result =
        applied("  - add: {mechanism: {QCG: {effectiveness: limited, members: {member: [AFG, PAK]}}}}\n");
    const auto supposition = supposed(result);
    REQUIRE(supposition.added.size() == 1);
    CHECK(result.model.id(supposition.added.front()) == "QCG");
    CHECK(phrases(result.model, supposition.said) ==
          std::vector<std::string>{"membership AFG QCG", "membership PAK QCG", "effectiveness QCG"});
}
