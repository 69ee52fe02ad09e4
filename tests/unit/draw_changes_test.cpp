#include "draw/changed_net.hpp"
#include "draw/line_labels.hpp"
#include "draw_region.hpp"
#include "draw_svg.hpp"
#include <entente/draw.hpp>

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::drawing;

namespace {

SvgPicture picture_of(const Picture& picture) {
    return SvgPicture(render(picture, ImageFormat::svg, *Date::from_civil(2016, 7, 18)));
}

ModelBuilder four() {
    return ModelBuilder()
        .countries({"B", "C", "D", "E"})
        .tie("B", "C", 0.4)
        .tie("B", "D", 0.6)
        .tie("C", "D", -0.8)
        .tie("D", "E", 0.8);
}

Model changed(const std::function<void(Model&)>& change) {
    auto model = four().build();
    model.scenarios = {"The thaw"};
    change(model);
    return model;
}

bool says(const Picture& picture, const std::string& words) {
    return picture.description.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("what changed carries its two numbers, what went is dotted and what came is drawn") {
    const auto before = four().build();
    const auto after = changed([](Model& model) {
        model.ties[0].weight = 0.8;   // B–C
        model.ties[2].weight = 0.2;   // C–D: no longer at odds
        model.ties[1].weight = 0.62;  // B–D: hardly
    });
    const RelationGraph was(before);
    const RelationGraph is(after);
    const auto made = draw_changes(was, is, {});
    CHECK(made.title == "The thaw: two relations change, C–D and B–C");
    CHECK(says(made, "scenario: The thaw"));
    CHECK(says(made, "C–D: cooperation 0.00 → 0.20, tension 0.80 → 0.00"));
    CHECK(says(made, "1 relation moves by less than 0.05"));
    const auto picture = picture_of(made);
    CHECK(picture.holds("0.40 → 0.80"));
    CHECK(picture.holds("cooperation 0.00 → 0.20"));
    CHECK(picture.holds("tension 0.80 → 0.00"));
    CHECK(picture.mentions("gone (dotted)"));
    // Only what moves is a tie: one of B–C, two of C–D.
    CHECK(picture.ties.size() == 3);
    CHECK(picture.count_ties("stroke-dasharray", "1,5") == 1);
}

TEST_CASE("nothing jumps: what a change does not touch stays where it is drawn, whichever state is the later") {
    const auto before = four().build();
    const auto after = changed([](Model& model) { model.ties[0].weight = 0.9; });
    const RelationGraph was(before);
    const RelationGraph is(after);
    const auto there = picture_of(draw_changes(was, is, {}));
    const auto back = picture_of(draw_changes(is, was, {}));
    for (const auto* name : {"B", "C", "D", "E"})
        for (const auto& one : there.texts)
            for (const auto& other : back.texts) {
                if (one.text != name || other.text != name) continue;
                CHECK(one.box.left == doctest::Approx(other.box.left));
                CHECK(one.box.top - there.texts.front().box.top ==
                      doctest::Approx(other.box.top - back.texts.front().box.top));
            }
}

TEST_CASE("an unchanged model is the network, with the words that nothing changed") {
    const auto before = four().build();
    const auto after = changed([](Model&) {});
    const RelationGraph was(before);
    const RelationGraph is(after);
    const auto made = draw_changes(was, is, {});
    CHECK(made.title == "The thaw: nothing changes");
    const auto network = picture_of(draw_network(is, {}));
    const auto picture = picture_of(made);
    CHECK(picture.ties.size() == network.ties.size());
    CHECK(picture.holds("The thaw: nothing changes"));
}

TEST_CASE("a change too small to draw, or of a record that is no relation, is not called nothing") {
    const auto before = four().build();
    const RelationGraph was(before);
    const auto slight = changed([](Model& model) { model.ties[0].weight = 0.41; });
    CHECK(draw_changes(was, RelationGraph(slight), {}).title == "The thaw: no relation moves by 0.05 or more");
    const auto influence = changed([](Model& model) {
        Influence made;
        made.of = 0;
        made.over = 1;
        made.strength = 0.8;
        model.influences.push_back(made);
    });
    const auto made = draw_changes(was, RelationGraph(influence), {});
    CHECK(made.title == "The thaw: no relation moves by 0.05 or more");
    CHECK(says(made, "influence of B over C 0.00 → 0.80"));
}

TEST_CASE("vertices are matched by id where a scenario adds one before the others") {
    const auto before = four().build();
    auto after = ModelBuilder()
                     .countries({"A", "B", "C", "D", "E"})
                     .tie("B", "C", 0.4)
                     .tie("B", "D", 0.6)
                     .tie("C", "D", -0.8)
                     .tie("D", "E", 0.8)
                     .tie("A", "E", 0.6)
                     .build();
    after.scenarios = {"A comes"};
    const auto made = draw_changes(RelationGraph(before), RelationGraph(after), {});
    CHECK(made.title == "A comes: one relation changes, A–E");
    CHECK(says(made, "A is new"));
    CAPTURE(made.description);
    CHECK(picture_of(made).holds("0.00 → 0.60"));
    CHECK_THROWS_AS(draw_changes(RelationGraph(after), RelationGraph(before), {}), std::invalid_argument);
}

TEST_CASE("who joins, leaves or changes role, and a forum's effectiveness, are told at the foot") {
    const auto build = [](Role role, double effectiveness, bool with_leaver) {
        ModelBuilder builder;
        builder.countries({"B", "C", "D"}).vertex("FORUM", Kind::organisation, [&](Vertex& made) {
            made.forum->effectiveness = effectiveness;
        });
        builder.seat("B", "FORUM", role).seat("C", "FORUM", Role::member);
        if (with_leaver) builder.seat("D", "FORUM", Role::member);
        return builder.build();
    };
    const auto before = build(Role::observer, 0.4, true);
    const auto after = build(Role::member, 0.8, false);
    const auto made = draw_changes(RelationGraph(before), RelationGraph(after), {});
    CHECK(says(made, "FORUM: B from observer to member"));
    CHECK(says(made, "FORUM loses D"));
    CHECK(says(made, "effectiveness of FORUM 0.40 → 0.80"));
    CHECK(says(draw_changes(RelationGraph(after), RelationGraph(before), {}), "FORUM gains D (member)"));
}

TEST_CASE("of many vertices those that change stay, and the foot counts the others") {
    const auto before = crowded_region();
    auto after = before;
    const auto taliban = *after.find_vertex("TLB");
    for (auto& tie : after.ties)
        if (tie.a == taliban || tie.b == taliban) tie.weight = 0.4;
    const RelationGraph was(before);
    const RelationGraph is(after);
    const auto made = draw_changes(was, is, {});
    CHECK(says(made, "that do not change are left out"));
    const auto picture = picture_of(made);
    CHECK(picture.holds("Taliban"));
    DrawOptions all;
    all.all_vertices = true;
    CHECK(picture_of(draw_changes(was, is, all)).texts.size() > picture.texts.size());
}

TEST_CASE("of very much that moves nothing else is drawn, and the greatest moves bear their numbers") {
    ModelBuilder builder;
    builder.countries({"HUB", "ZAN"});
    for (int i = 10; i < 40; ++i) {
        const auto id = "C" + std::to_string(i);
        builder.countries({id.c_str()}).tie(id, "HUB", 0.3).tie(id, "ZAN", 0.8);
    }
    const auto before = builder.build();
    auto after = before;
    const auto hub = *after.find_vertex("HUB");
    for (auto& tie : after.ties)
        if (tie.a == hub || tie.b == hub) tie.weight = 0.9;
    const auto made = draw_changes(RelationGraph(before), RelationGraph(after), {});
    CHECK(made.title == "30 relations change, C10–HUB among the most");
    CHECK(made.description.find("in grey") == std::string::npos);
    const auto picture = picture_of(made);
    CHECK(picture.ties.size() == 30);
    CHECK_FALSE(picture.holds("ZAN"));
    CHECK(std::count_if(picture.texts.begin(), picture.texts.end(),
                        [](const auto& text) { return text.text == "0.30 → 0.90"; }) <= 25);
    CHECK(says(made, "bear no numbers"));
}

TEST_CASE("numbers stand clear of names and of one another, on their line where there is room") {
    const std::vector<LineLabel> labels{
        {{0, 50}, {200, 50}, {40, 10}}, {{100, 0}, {100, 100}, {40, 10}}, {{0, 90}, {30, 90}, {40, 10}}};
    const std::vector<Box> names{{80, 40, 120, 60}};
    const auto places = place_labels(labels, names, {0, 0, 200, 100});
    REQUIRE(places[0]);
    REQUIRE(places[1]);
    CHECK(places[0]->centre().y == doctest::Approx(50));
    CHECK_FALSE(places[0]->overlaps(names[0]));
    CHECK_FALSE(places[1]->overlaps(names[0]));
    CHECK_FALSE(places[0]->overlaps(*places[1]));
    CHECK_FALSE(place_labels({{{0, 5}, {30, 5}, {400, 10}}}, names, {0, 0, 200, 100})[0]);
}

TEST_CASE("who stands in another cluster than before is marked, and a new side too") {
    const auto before = ModelBuilder()
                            .countries({"B", "C", "D", "E", "F"})
                            .tie("B", "C", 0.9)
                            .tie("D", "E", 0.9)
                            .tie("C", "F", 0.9)
                            .tie("B", "F", 0.5)
                            .build();
    auto after = ModelBuilder()
                     .countries({"A", "B", "C", "D", "E", "F"})
                     .tie("B", "C", 0.9)
                     .tie("D", "E", 0.9)
                     .tie("E", "F", 0.9)
                     .tie("D", "F", 0.9)
                     .tie("A", "D", 0.6)
                     .tie("A", "E", 0.6)
                     .build();
    after.scenarios = {"F turns"};
    const RelationGraph was(before);
    const RelationGraph is(after);
    const auto made = draw_cluster_changes(was, find_clusters(was, {}), is, find_clusters(is, {}), {});
    CAPTURE(made.title);
    CHECK(made.title.find("F turns: F changes cluster") == 0);
    CHECK(says(made, "F: was around C"));
    CHECK(says(made, "A: new"));
    CHECK(picture_of(made).holds("was around C"));
    const auto same = draw_cluster_changes(was, find_clusters(was, {}), was, find_clusters(was, {}), {});
    CHECK(same.title.find("No side changes cluster; ") == 0);
}

TEST_CASE("a member that could belong elsewhere bears its share of draws, and the legend tells what it is") {
    const auto model = four().build();
    const RelationGraph graph(model);
    auto clustering = find_clusters(graph, {});
    CHECK_FALSE(picture_of(draw_clusters(graph, clustering, {})).mentions("could belong elsewhere"));
    clustering.clusters.front().members.front().stability = 0.44;
    const auto picture = picture_of(draw_clusters(graph, clustering, {}));
    CHECK(picture.holds("44 %"));
    CHECK(picture.mentions("could belong elsewhere"));
    clustering.clusters.front().members.front().stability = 0.8;
    CHECK_FALSE(picture_of(draw_clusters(graph, clustering, {})).mentions("could belong elsewhere"));
}

TEST_CASE("how sure a rank is stands beside every candidate, and nothing of it without draws") {
    const auto model = crowded_region();
    const RelationGraph graph(model);
    const auto parties = std::vector<VertexIndex>{*model.find_vertex("AFG"), *model.find_vertex("PAK")};
    auto brokerage = find_brokers(graph, parties, {});
    REQUIRE(brokerage.candidates.size() > 2);
    const auto plain = picture_of(draw_brokers(graph, brokerage, {}));
    CHECK_FALSE(plain.mentions("nine times in ten"));
    CHECK_FALSE(plain.holds("rank"));
    brokerage.draws = 1000;
    for (auto& candidate : brokerage.candidates) {
        candidate.p_first = candidate.rank == 1 ? 0.6 : 0.2;
        candidate.rank_low = std::max<std::size_t>(candidate.rank, 2) - 1;
        candidate.rank_high = candidate.rank + 2;
    }
    const auto picture = picture_of(draw_brokers(graph, brokerage, {}));
    CHECK(picture.mentions("rank, and where it falls nine times in ten"));
    CHECK(picture.holds("rank"));
    CHECK(picture.has_title("rank 1; nine times in ten its rank is 1–3"));
    const auto title_at = [&](double p_first) {
        brokerage.candidates.front().p_first = p_first;
        brokerage.candidates.front().score = 0.5;
        return draw_brokers(graph, brokerage, {}).title;
    };
    CHECK(title_at(1).find("; first in every draw") != std::string::npos);
    CHECK(title_at(0.97).find("; almost certainly first") != std::string::npos);
    CHECK(title_at(0.83).find("; very likely first") != std::string::npos);
    CHECK(title_at(0.6).find("; likely first") != std::string::npos);
    CHECK(title_at(0.5).find("; roughly even odds to be first") != std::string::npos);
    CHECK(title_at(0.31).find("; but first in only 31 % of draws") != std::string::npos);
    CHECK(title_at(0).find("; but first in no draw") != std::string::npos);
}
