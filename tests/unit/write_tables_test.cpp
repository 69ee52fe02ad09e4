#include "temporary_folder.hpp"
#include "write/plain_model.hpp"
#include "write_region.hpp"
#include <entente/read.hpp>
#include <entente/write.hpp>

#include <algorithm>

#include <doctest/doctest.h>

using namespace entente;

namespace {

Model through_a_folder(const Model& model) {
    const TemporaryFolder folder;
    write_folder(folder / "f.csv", to_tables(RelationGraph(model)));
    auto read = read_model((folder / "f.csv").string());
    REQUIRE_MESSAGE(read.ok(), format_diagnostics(read.diagnostics));
    return std::move(read.model);
}

std::string file_of(const std::vector<NamedFile>& files, std::string_view name) {
    const auto found =
        std::find_if(files.begin(), files.end(), [&](const NamedFile& file) { return file.name == name; });
    return found == files.end() ? std::string() : found->bytes;
}

Date day(int year, unsigned month, unsigned of_month) {
    return *Date::from_civil(year, month, of_month);
}

}  // namespace

TEST_CASE("what stands at the head of a model goes through a folder of tables unchanged") {
    auto read = read_model_text(R"(
entente: 1
title: "Head: \"quoted\""
as_of: 2016-07
marking: TLP:AMBER
sources: {s: {title: A study, date: 2015, url: "https://example.org/?a=1&b=2", marking: internal}}
layers: {security: {label: Security, salience: 0.1}, forums: {salience: 0}}
scale:
  stance: {cool: -0.123456789012345678}
  roles: {observer: 0}
  confidence: {low: 0.25, high: 0.95}
  strength: {weak: 0.1}
  effectiveness: {none: 0.05}
profiles: {zeal: {access: 0.3, standing: 0.7}, envoy: {convening: 1}}
derive: {influence: 0.333}
unrecorded: low
countries: {A: {}}
)");
    REQUIRE_MESSAGE(read.ok(), format_diagnostics(read.diagnostics));
    const auto& before = read.model;
    const auto after = through_a_folder(before);
    CHECK(after.title == before.title);
    CHECK(after.as_of == before.as_of);
    CHECK(after.marking == before.marking);
    CHECK(after.forums_salience == before.forums_salience);
    CHECK(after.layers.front().salience == before.layers.front().salience);
    CHECK(after.scale.stance == before.scale.stance);
    CHECK(after.scale.strength == before.scale.strength);
    CHECK(after.scale.effectiveness == before.scale.effectiveness);
    CHECK(after.scale.confidence == before.scale.confidence);
    CHECK(after.scale.roles == before.scale.roles);
    CHECK(after.derived_influence == before.derived_influence);
    CHECK(after.unrecorded == before.unrecorded);
    REQUIRE(after.profiles.size() == 2);
    for (std::size_t index = 0; index < 2; ++index) {
        CHECK(after.profiles[index].name == before.profiles[index].name);
        CHECK(after.profiles[index].weights == before.profiles[index].weights);
    }
    CHECK(after.sources.front().date_text == "2015");
    CHECK(after.sources.front().url == before.sources.front().url);
}

TEST_CASE("a record that fits goes into a row, and one that does not into the YAML") {
    const auto files = to_tables(RelationGraph(ModelBuilder()
                                                   .layer("security")
                                                   .countries({"A", "B", "C"})
                                                   .tie("A", "B", -0.8)
                                                   .tie("A", "C", 0.4, "security", [](Tie& tie) { tie.note = " x"; })
                                                   .build()));
    CHECK(file_of(files, "ties.csv") == "a,b,layer,weight,confidence\nA,B,security,-0.8,0.6\n");
    CHECK(file_of(files, "model.yaml").find("\nties:\n  - {between: [A, C], layer: security, weight: 0.4") !=
          std::string::npos);
    CHECK(file_of(files, "memberships.csv").empty());
}

TEST_CASE("a record that a scenario replaces for a time is parted") {
    auto model = ModelBuilder()
                     .layer("security")
                     .countries({"A", "B"})
                     .tie("A", "B", -0.8, "security",
                          [](Tie& tie) {
                              tie.period.from = day(2000, 1, 1);
                              tie.replaced = {{day(2005, 3, 1), day(2006, 2, 28)}, {day(2010, 1, 1), std::nullopt}};
                          })
                     .build();
    model.scenarios = {"S"};
    const auto plain = write::plain_model(model);
    REQUIRE(plain.ties.size() == 2);
    CHECK(plain.ties[0].period.from == day(2000, 1, 1));
    CHECK(plain.ties[0].period.to == day(2005, 2, 28));
    CHECK(plain.ties[1].period.from == day(2006, 3, 1));
    CHECK(plain.ties[1].period.to == day(2009, 12, 31));
    CHECK(plain.ties[1].replaced.empty());
    CHECK(plain.title == "Case (scenario: S)");
}

TEST_CASE("a tie keeps its fading where a scenario leaves that alone, and loses it where all of it is replaced") {
    const auto with_replaced = [](Period replaced) {
        auto model = ModelBuilder()
                         .layer("security")
                         .countries({"A", "B"})
                         .tie("A", "B", -1, "security",
                              [&](Tie& tie) {
                                  tie.period = {day(2000, 1, 1), day(2009, 12, 31)};
                                  tie.half_life = 1;
                                  tie.replaced = {replaced};
                              })
                         .build();
        model.scenarios = {"S"};
        return model;
    };
    const auto kept = write::plain_model(with_replaced({day(2003, 1, 1), day(2004, 12, 31)}));
    REQUIRE(kept.ties.size() == 2);
    CHECK_FALSE(kept.ties[0].half_life.has_value());
    CHECK(kept.ties[1].half_life == 1);
    const auto lost = write::plain_model(with_replaced({day(2005, 1, 1), std::nullopt}));
    REQUIRE(lost.ties.size() == 1);
    CHECK_FALSE(lost.ties[0].half_life.has_value());
    CHECK_THROWS_AS(write::plain_model(with_replaced({day(2011, 1, 1), std::nullopt})), WriteError);
    CHECK_THROWS_AS(write::plain_model(with_replaced({day(2005, 1, 1), day(2010, 6, 1)})), WriteError);
    CHECK_THROWS_AS(write::plain_model(with_replaced({day(2005, 1, 1), day(2009, 12, 31)})), WriteError);
    // Long forgotten by then.
    CHECK(write::plain_model(with_replaced({day(2030, 1, 1), std::nullopt})).ties.front().half_life == 1);
}
