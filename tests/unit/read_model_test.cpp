#include "read_helpers.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("vertices stand in the order of their ids, and records point to them") {
    const auto model = sound_model(head + "ties: [{between: [PAK, AFG], layer: security, stance: hostile}]\n");
    REQUIRE(model.vertices.size() == 3);
    CHECK(model.vertices[0].id == "AFG");
    CHECK(model.vertices[2].name == "Pakistan");
    REQUIRE(model.ties.size() == 1);
    CHECK(model.id(model.ties[0].a) == "AFG");
    CHECK(model.id(model.ties[0].b) == "PAK");
    CHECK(model.ties[0].weight == doctest::Approx(-0.8));
}

TEST_CASE("a tie may name a vertex by its alias, in any Unicode form and with either apostrophe") {
    const auto model = sound_model(head +
                                   "groups: {CIV: {name: \"Co\u0302te d\u2019Ivoire\"}}\n"
                                   "ties: [{between: [Islamic Republic of Afghanistan, C\u00f4te d'Ivoire], layer: "
                                   "security, weight: 0.25}]\n");
    CHECK(model.id(model.ties.at(0).a) == "AFG");
    CHECK(model.id(model.ties.at(0).b) == "CIV");
}

TEST_CASE("ids and texts are what they say, words of YAML included") {
    const auto model = sound_model(R"(
entente: 1
as_of: 2015
countries: {NO: {name: 2015}, null: {name: yes}, 1e5: {name: "007"}, 002: {}, Y: {name: ~}}
)");
    REQUIRE(model.vertices.size() == 5);
    CHECK(model.vertices[0].id == "002");
    CHECK(model.vertices[1].name == "007");
    CHECK(model.vertices[2].name == "2015");
    CHECK(model.vertices[3].name == "~");
    CHECK(model.vertices[4].id == "null");
}

TEST_CASE("a date covers all it names, and as_of is its last day") {
    const auto model = sound_model(R"(
entente: 1
as_of: 2015
layers: {security: {}}
countries: {A: {exists: [{to: 1990-05}, {from: 1995}]}, B: {from: 2000-02, to: 2016-02}}
ties: [{between: [A, B], layer: security, stance: cool, from: 2001-02, to: 2001-02, half_life: 5}]
)");
    CHECK(model.as_of.text() == "2015-12-31");
    CHECK(model.vertices[0].exists.at(0).to->text() == "1990-05-31");
    CHECK(model.vertices[1].exists.at(0).to->text() == "2016-02-29");
    CHECK(model.ties[0].period.from->text() == "2001-02-01");
    CHECK(model.ties[0].period.to->text() == "2001-02-28");
    CHECK(model.ties[0].half_life == 5);
}

TEST_CASE("several layers at once are as many ties, each with the evidence") {
    const auto model = sound_model(head + R"(
ties: [{between: [IND, PAK], stances: {security: war, diplomacy: -0.3}, confidence: high, evidence: [{source: s, at: p. 1, note: n, disputes: true}]}]
)");
    REQUIRE(model.ties.size() == 2);
    for (const auto& tie : model.ties) {
        CHECK(tie.confidence == doctest::Approx(0.9));
        REQUIRE(tie.evidence.size() == 1);
        CHECK(tie.evidence[0].at == "p. 1");
        CHECK(tie.evidence[0].disputes);
    }
}

TEST_CASE("what is left out is moderate, and follows a scale that redefines it") {
    const std::string records = R"(
organisations: {O: {members: {member: [AFG, PAK]}}}
ties: [{between: [AFG, PAK], layer: security, stance: close}]
influence: [{of: AFG, over: PAK}]
)";
    const auto plain = sound_model(head + records);
    CHECK(plain.ties[0].confidence == doctest::Approx(0.6));
    const auto redefined = sound_model(head + records +
                                       "scale: {stance: {close: 0.7}, strength: {moderate: 0.5}, effectiveness: "
                                       "{moderate: 0.55}, confidence: {moderate: 0.65}, roles: {observer: 0.4}}\n");
    CHECK(redefined.ties[0].weight == doctest::Approx(0.7));
    CHECK(redefined.ties[0].confidence == doctest::Approx(0.65));
    CHECK(redefined.influences[0].strength == doctest::Approx(0.5));
    const auto& forum = *redefined.vertices[*redefined.find_vertex("O")].forum;
    CHECK(forum.effectiveness == doctest::Approx(0.55));
    CHECK(forum.confidence == doctest::Approx(0.65));
    CHECK(redefined.scale.role_factor(Role::observer) == doctest::Approx(0.4));
}

TEST_CASE("a forum seats its members in their roles, and an organisation may act") {
    const auto model = sound_model(head + R"(
organisations:
  UN: {actor: true, size: 193, layers: [security], about: [peace], members: {chair: [AFG], observer: [IND, {actor: Pakistan, from: 2012, evidence: [{source: s}]}]}}
mechanisms: {M: {under: UN, members: {member: [UN, AFG]}}}
)");
    const auto un = *model.find_vertex("UN");
    CHECK(model.vertices[un].acts);
    CHECK(model.vertices[un].forum->size == 193);
    CHECK(model.vertices[*model.find_vertex("M")].under == un);
    REQUIRE(model.memberships.size() == 5);
    const auto pakistan = std::find_if(model.memberships.begin(), model.memberships.end(),
                                       [&](const Membership& seat) { return seat.actor == *model.find_vertex("PAK"); });
    REQUIRE(pakistan != model.memberships.end());
    CHECK(pakistan->role == Role::observer);
    CHECK(pakistan->evidence.size() == 1);
}

TEST_CASE("refusals are by anyone unless some are named") {
    const auto model = sound_model(head + R"(
refusals: [{by: IND, on: [PAK, IND], from: 2000}, {by: IND, who: AFG, on: [IND, PAK], from: 2001}, {by: IND, who: [AFG, PAK], on: [IND, PAK], from: 2002}]
)");
    REQUIRE(model.refusals.size() == 3);
    CHECK(std::count_if(model.refusals.begin(), model.refusals.end(), [](const Refusal& one) { return one.anyone; }) ==
          1);
    for (const auto& refusal : model.refusals)
        CHECK(refusal.on.front() < refusal.on.back());
}

TEST_CASE("capability, concerns, remarks, profiles and what is derived are read") {
    const auto model = sound_model(head + R"(
groups: {G: {party: false, capability: [{value: 0.2, to: 2000}, {value: 0.3, reach: global}], reach: global, at: [34.5, -69.17], tags: {region: South Asia}}}
profiles: {envoy: {access: 0.4, leverage: 0.4, convening: 0.2}}
derive: {influence: true}
unrecorded: low
remarks: [{about: [G], kind: threat, text: "a: b", rank: 2}]
)");
    const auto& group = model.vertices[*model.find_vertex("G")];
    CHECK(group.is_threat());
    CHECK(group.capability.at(1).global);
    CHECK(group.at->longitude == doctest::Approx(-69.17));
    CHECK(group.tags.at("region") == "South Asia");
    CHECK(model.find_profile("envoy")->weights[Component::leverage] == doctest::Approx(0.4));
    CHECK(model.derived_influence == 1.0);
    CHECK(*model.unrecorded == doctest::Approx(0.3));
    CHECK(model.remarks.at(0).rank == 2);
    CHECK(model.concerns.at(0).held_by.at(0).strength == doctest::Approx(0.8));
}

TEST_CASE("question marks, colons and dashes within a text are a part of it") {
    const auto model = sound_model(head + R"(
remarks: [{about: [AFG], kind: view, text: Who? When ?now https://example.org/?a=1&b=2, note: at 10:30 - or so}]
)");
    CHECK(model.remarks.at(0).text == "Who? When ?now https://example.org/?a=1&b=2");
    CHECK(model.remarks.at(0).note == "at 10:30 - or so");
}

TEST_CASE("line ends of any system and a byte order mark are read over") {
    CHECK(sound_model("\xef\xbb\xbf"
                      "entente: 1\r\nas_of: 2016\r\ncountries: {A: {}}\r\n")
              .vertices.size() == 1);
    CHECK(sound_model("entente: 1\ras_of: 2016\rcountries: {A: {}}\r").vertices.size() == 1);
    CHECK(error_of("entente: 1\ras_of: 2016\rgroup: {}\r") == Contains("3:1 unknown key 'group'"));
}

TEST_CASE("the schema is a part of the library") {
    CHECK(schema_text().starts_with("{"));
    CHECK(schema_text().find("\"$schema\"") != std::string_view::npos);
}
