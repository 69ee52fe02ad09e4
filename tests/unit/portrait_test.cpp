#include "write_region.hpp"
#include <entente/analysis.hpp>

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("records have the names that the JSON gives them") {
    CHECK(name_of(RecordKind::tie) == "tie");
    CHECK(name_of(RecordKind::effectiveness) == "effectiveness");
    CHECK(name_of(RecordKind::holding) == "concern");
}

TEST_CASE("a membership without evidence of its own shares that of its forum") {
    const auto model = region();
    const auto tri = *model.find_vertex("TRI");
    std::size_t shared = 0;
    for (std::size_t index = 0; index < model.memberships.size(); ++index) {
        const auto facts = facts_of(model, {RecordKind::membership, index});
        const bool in_tri = model.memberships[index].forum == tri;
        shared += in_tri;
        CHECK(facts.evidence.size() == (in_tri ? 1U : 0U));
    }
    CHECK(shared == 3);
}

TEST_CASE("a refusal names who refuses first, then whom else it concerns") {
    const auto model = region();
    const auto facts = facts_of(model, {RecordKind::refusal, 0});
    CHECK(facts.vertices == std::vector{*model.find_vertex("PAK"), *model.find_vertex("AFG")});
}

TEST_CASE("coverage counts what carries evidence, and pairs of sides without a tie in force") {
    const auto model =
        ModelBuilder()
            .countries({"A", "B", "C"})
            .forum("F", 0.4, {"A", "B", "C"})
            .tie("A", "B", -0.4, "security", [](Tie& tie) { tie.evidence = {cited("p. 1")}; })
            .tie("B", "C", 0.4, "security", [](Tie& tie) { tie.period.to = Date::from_civil(2000, 1, 1); })
            .build();
    const auto coverage = measure_coverage(RelationGraph(model));
    CHECK(coverage.vertices == std::array<std::size_t, 5>{3, 0, 1, 0, 0});
    CHECK(coverage.records == 6);
    CHECK(coverage.evidenced == 1);
    CHECK(coverage.side_pairs == 3);
    CHECK(coverage.silent_pairs == 2);
    CHECK(coverage.tensions == 1);
    CHECK(coverage.relations == 6);
}

TEST_CASE("a vertex is portrayed with its strongest relation first and what is in force of it") {
    const auto model = region();
    const RelationGraph graph(model);
    const auto afghanistan = portray_vertex(graph, *model.find_vertex("AFG"));
    CHECK(afghanistan.relations.front().vertex == *model.find_vertex("TLB"));
    CHECK(afghanistan.forums.size() == 2);
    CHECK(afghanistan.members.empty());
    CHECK(afghanistan.concerns.size() == 1);
    CHECK(afghanistan.remarks.size() == 1);

    const auto china = portray_vertex(graph, *model.find_vertex("CHN"));
    REQUIRE(china.influence.size() == 2);
    CHECK(model.influences[china.influence[0].index].of == china.id);
    CHECK(portray_vertex(graph, *model.find_vertex("TRI")).members.size() == 3);
}

TEST_CASE("a pair is the same in either order, and a tie that is over is past") {
    const auto model = region();
    const RelationGraph graph(model);
    const auto one = portray_pair(graph, *model.find_vertex("PAK"), *model.find_vertex("AFG"));
    const auto other = portray_pair(graph, *model.find_vertex("AFG"), *model.find_vertex("PAK"));
    CHECK(one.pair.a == other.pair.a);
    CHECK(one.records == other.records);
    CHECK(one.ties.size() == 2);
    REQUIRE(one.past_ties.size() == 1);
    CHECK(model.ties[one.past_ties[0].index].weight == -1);
    CHECK(one.trust == doctest::Approx(one.pair.cooperation * (1 - one.pair.tension)));
}
