#include "model_builder.hpp"
#include <entente/graph.hpp>

#include <cmath>

#include <doctest/doctest.h>

using namespace entente;
using doctest::Approx;

namespace {

Relation relation(const Model& model, const char* a, const char* b, const Lens& lens = {}) {
    return RelationGraph(model, lens).relation(*model.find_vertex(a), *model.find_vertex(b));
}

Lens on(int year, unsigned month, unsigned day) {
    Lens lens;
    lens.as_of = Date::from_civil(year, month, day);
    return lens;
}

}  // namespace

TEST_CASE("layers add up as independent chances, tension apart from cooperation") {
    const auto model = ModelBuilder()
                           .layer("security")
                           .layer("economy", 0.5)
                           .countries({"A", "B"})
                           .tie("A", "B", 0.8)
                           .tie("A", "B", 0.6, "economy")
                           .tie("B", "A", -0.4, "economy")
                           .build();
    const auto pair = relation(model, "A", "B");
    CHECK(pair.cooperation == Approx(1 - 0.2 * 0.7));
    CHECK(pair.tension == Approx(0.2));
    CHECK(pair.net() == Approx(0.66));
    CHECK(pair.trust() == Approx(0.86 * 0.8));
    CHECK(pair.ambivalent());
    CHECK(relation(model, "B", "A").cooperation == pair.cooperation);
}

TEST_CASE("of several ties of one layer the strongest of each sign counts") {
    const auto model = ModelBuilder()
                           .countries({"A", "B"})
                           .tie("A", "B", 0.8)
                           .tie("A", "B", 0.8)
                           .tie("A", "B", 0.2)
                           .tie("A", "B", -0.2)
                           .tie("A", "B", -0.6)
                           .build();
    CHECK(relation(model, "A", "B").cooperation == Approx(0.8));
    CHECK(relation(model, "A", "B").tension == Approx(0.6));
}

TEST_CASE("shared forums bind by Newman's projection, at the salience of the layer") {
    auto builder = ModelBuilder().countries({"A", "B", "C"}).forum("F", 0.5, {"A", "B"}).forum("G", 1, {"A", "B", "C"});
    builder.seat("C", "F", Role::observer);
    const auto model = builder.build();
    const double bound = 1 - (1 - 0.5 / 2) * (1 - 1.0 / 2);
    CHECK(relation(model, "A", "B").cooperation == Approx(0.4 * bound));
    const double to_observer = 1 - (1 - 0.5 * 0.5 / 2) * (1 - 1.0 / 2);
    CHECK(relation(model, "A", "C").cooperation == Approx(0.4 * to_observer));
    CHECK(relation(model, "C", "F").cooperation == Approx(0.25));
    CHECK(relation(model, "A", "F").cooperation == Approx(0.5));

    Lens silent;
    silent.salience.insert_or_assign("forums", 0.0);
    CHECK(relation(model, "A", "B", silent).cooperation == 0);
    CHECK(relation(model, "A", "F", silent).cooperation == Approx(0.5));
}

TEST_CASE("the size of a forum thins its bonds where more sit in it than the model holds") {
    auto model = ModelBuilder().countries({"A", "B"}).forum("F", 1, {"A", "B"}).build();
    model.vertices[*model.find_vertex("F")].forum->size = 11;
    CHECK(relation(model, "A", "B").cooperation == Approx(0.4 * 0.1));
    model.vertices[*model.find_vertex("F")].forum->size = 1;
    CHECK(relation(model, "A", "B").cooperation == Approx(0.4));
}

TEST_CASE("a forum counts by the most salient of its layers") {
    auto model = ModelBuilder().layer("x", 0.2).layer("y", 0.7).countries({"A", "B"}).forum("F", 1, {"A", "B"}).build();
    model.vertices[*model.find_vertex("F")].forum->layers = {0, 1};
    CHECK(relation(model, "A", "F").cooperation == Approx(0.7));
    Lens lens;
    lens.only_named = true;
    lens.salience.insert_or_assign("x", 0.3);
    CHECK(relation(model, "A", "F", lens).cooperation == Approx(0.3));
    CHECK(relation(model, "A", "B", lens).cooperation == 0);
}

TEST_CASE("Newman's projection of the path in the networkx documentation") {
    // Actors 0, 2, 4, 5 of the path 0–1–2–3–4 with 1–5; forums 1 and 3.
    const auto model = ModelBuilder()
                           .countries({"0", "2", "4", "5"})
                           .forum("f1", 1, {"0", "2", "5"})
                           .forum("f3", 1, {"2", "4"})
                           .build();
    Lens lens;
    lens.salience.insert_or_assign("forums", 1.0);
    CHECK(relation(model, "0", "2", lens).cooperation == Approx(0.5));
    CHECK(relation(model, "0", "5", lens).cooperation == Approx(0.5));
    CHECK(relation(model, "2", "4", lens).cooperation == Approx(1));
    CHECK(relation(model, "2", "5", lens).cooperation == Approx(0.5));
}

TEST_CASE("records count within their dates and while their vertices exist") {
    const auto model = ModelBuilder()
                           .countries({"A"})
                           .vertex("B", Kind::country,
                                   [](Vertex& vertex) {
                                       vertex.exists = {{Date::from_civil(1990, 1, 1), Date::from_civil(2000, 12, 31)}};
                                   })
                           .tie("A", "B", 0.5, "security",
                                [](Tie& tie) {
                                    tie.period = {Date::from_civil(1985, 1, 1), Date::from_civil(2010, 12, 31)};
                                })
                           .build();
    CHECK(relation(model, "A", "B", on(1989, 12, 31)).cooperation == 0);
    CHECK(relation(model, "A", "B", on(1990, 1, 1)).cooperation == 0.5);
    CHECK(relation(model, "A", "B", on(2000, 12, 31)).cooperation == 0.5);
    CHECK(relation(model, "A", "B", on(2001, 1, 1)).cooperation == 0);
}

TEST_CASE("a tie with a half-life fades after its end and is forgotten under 0.05") {
    const auto model = ModelBuilder()
                           .countries({"A", "B"})
                           .tie("A", "B", -1, "security",
                                [](Tie& tie) {
                                    tie.period = {Date::from_civil(1999, 5, 1), Date::from_civil(1999, 7, 31)};
                                    tie.half_life = 5;
                                })
                           .build();
    CHECK(relation(model, "A", "B", on(1999, 4, 30)).tension == 0);
    CHECK(relation(model, "A", "B", on(1999, 7, 31)).tension == 1);
    const int days = Date::from_civil(2004, 7, 31)->days_since(*Date::from_civil(1999, 7, 31));
    CHECK(relation(model, "A", "B", on(2004, 7, 31)).tension == Approx(std::pow(0.5, days / 365.25 / 5)));
    CHECK(relation(model, "A", "B", on(2022, 1, 1)).tension == 0);
}

TEST_CASE("of several roles in one forum the strongest counts") {
    auto builder = ModelBuilder().countries({"A", "B"}).forum("F", 1, {"B"});
    builder.seat("A", "F", Role::supporter).seat("A", "F", Role::observer);
    const auto model = builder.build();
    const RelationGraph graph(model);
    CHECK(graph.role_factor(*model.find_vertex("A"), *model.find_vertex("F")) == 0.5);
    CHECK(graph.member_count(*model.find_vertex("F")) == 2);
}

TEST_CASE("influence is recorded or derived from capability and reach") {
    auto builder = ModelBuilder();
    const auto capable = [](double value, bool global) {
        return [=](Vertex& vertex) {
            vertex.capability = {{value, global, {}}};
            vertex.at = Place{0, 0};
        };
    };
    builder.vertex("A", Kind::country, capable(0.3, false)).vertex("B", Kind::country, capable(0.1, false));
    builder.vertex("C", Kind::country, capable(0.3, true)).vertex("D", Kind::country, [](Vertex& vertex) {
        vertex.capability = {{0.1, false, {}}};
        vertex.at = Place{0, 90};
    });
    builder.influence("B", "A", 0.7);
    auto model = builder.build();
    const auto strength = [&](const char* of, const char* over) {
        return RelationGraph(model).influence(*model.find_vertex(of), *model.find_vertex(over)).strength;
    };
    CHECK(strength("A", "B") == 0);
    CHECK(strength("B", "A") == 0.7);
    model.derived_influence = 0.5;
    CHECK(strength("A", "B") == Approx(0.5 * 0.75));
    CHECK(strength("B", "A") == 0.7);
    const double quarter_round = 6371.0088 * std::acos(0.0);
    CHECK(strength("A", "D") == Approx(0.5 * 0.75 * std::exp(-quarter_round / 1500)));
    CHECK(strength("C", "D") == Approx(0.5 * 0.75 * 0.9));
    model.borders.push_back({{}, *model.find_vertex("A"), *model.find_vertex("D")});
    CHECK(strength("A", "D") == Approx(0.5 * 0.75));
}

TEST_CASE("a layer that is none is refused") {
    const auto model = ModelBuilder().countries({"A"}).build();
    Lens lens;
    lens.salience.insert_or_assign("securty", 1.0);
    CHECK_THROWS_AS(RelationGraph(model, lens), std::invalid_argument);
}

TEST_CASE("the chain goes by the greatest product, then the fewest steps, then ids, never by the direct tie") {
    const auto model = ModelBuilder()
                           .countries({"A", "B", "C", "D", "E"})
                           .tie("A", "B", 1)
                           .tie("A", "D", 0.5)
                           .tie("D", "B", 0.5)
                           .tie("A", "C", 0.5)
                           .tie("C", "B", 0.5)
                           .build();
    const RelationGraph graph(model);
    const auto chain = strongest_chain(graph, 0, 1);
    REQUIRE(chain);
    CHECK(chain->ids == std::vector<VertexIndex>{0, 2, 1});
    CHECK(chain->product == Approx(0.35 * 0.35));
    CHECK_FALSE(strongest_chain(graph, 0, 4).has_value());
}

TEST_CASE("a longer chain of better trust beats a short one of little") {
    const auto model = ModelBuilder()
                           .countries({"A", "B", "C", "D", "E"})
                           .tie("A", "C", 0.1)
                           .tie("C", "B", 0.1)
                           .tie("A", "D", 1)
                           .tie("D", "E", 1)
                           .tie("E", "B", 1)
                           .build();
    const auto chain = strongest_chain(RelationGraph(model), 0, 1);
    REQUIRE(chain);
    CHECK(chain->ids == std::vector<VertexIndex>{0, 3, 4, 1});
    CHECK(chain->product == Approx(0.7 * 0.7 * 0.7));
}

TEST_CASE("sides hang together by cooperation at the threshold") {
    const auto model = ModelBuilder()
                           .countries({"A", "B", "C", "D"})
                           .tie("A", "C", 0.1)
                           .tie("B", "D", 0.09)
                           .forum("Z", 1, {"B", "D"})
                           .with([](Model& made) { made.forums_salience = 0; })
                           .build();
    const auto sets = RelationGraph(model).components(0.1);
    CHECK(sets == std::vector<std::vector<VertexIndex>>{{0, 2}, {1}, {3}});
}
