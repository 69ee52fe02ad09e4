#include "model_builder.hpp"
#include <entente/analysis.hpp>

#include <cmath>

#include <doctest/doctest.h>

using namespace entente;
using doctest::Approx;

namespace {

Brokerage brokers(const Model& model, const char* a, const char* b, const BrokerOptions& options = {}) {
    const VertexIndex parties[]{*model.find_vertex(a), *model.find_vertex(b)};
    return find_brokers(RelationGraph(model), parties, options);
}

std::vector<std::string> ids(const Model& model, const std::vector<Candidate>& candidates) {
    std::vector<std::string> names;
    for (const auto& candidate : candidates)
        names.push_back(model.id(candidate.id));
    return names;
}

}  // namespace

TEST_CASE("the components and the score of a candidate, by hand") {
    auto builder = ModelBuilder().countries({"A", "B", "K", "Y"});
    builder.tie("K", "A", 0.8).tie("K", "B", 0.4).tie("K", "B", -0.5).tie("K", "Y", 0.6).influence("K", "A", 0.6);
    builder.with([](Model& model) { model.forums_salience = 0; });
    builder.forum("F", 0.5, {"A", "B"}).seat("K", "F", Role::observer);
    const auto model = builder.build();
    const auto result = brokers(model, "B", "A");

    REQUIRE(result.candidates.size() == 1);
    const auto& k = result.candidates.front();
    CHECK(k.components[Component::access] == Approx(2 / (1 / 0.8 + 1 / 0.2)));
    CHECK(k.components[Component::leverage] == Approx(0.3));
    CHECK(k.components[Component::convening] == Approx(0.5 * 0.5));
    CHECK(k.components[Component::parity] == Approx(k.components[Component::access] * 0.25));
    CHECK(k.components[Component::detachment] == Approx(k.components[Component::access] * 0.5));
    CHECK(k.components[Component::standing] == Approx((0.8 + 0.4 + 0.6) / 3));
    CHECK(k.score == Approx(0.4 * 0.32 + 0.4 * 0.3 + 0.2 * 0.25));
    CHECK(model.id(*k.forum) == "F");
    CHECK(k.strained_with.size() == 1);
    CHECK(result.parties == std::vector<VertexIndex>{0, 1});
}

TEST_CASE("an organisation that acts convenes by its own table at full role") {
    auto builder = ModelBuilder().countries({"A", "B", "C", "D"});
    builder.vertex("U", Kind::organisation, [](Vertex& vertex) {
        vertex.acts = true;
        vertex.forum->effectiveness = 0.8;
    });
    for (const auto* member : {"A", "B", "C", "D"})
        builder.seat(member, "U", Role::member);
    const auto model = builder.build();
    const auto result = brokers(model, "A", "B");
    const auto found = ids(model, result.candidates);
    REQUIRE(found.front() == "U");
    CHECK(result.candidates.front().components[Component::convening] == Approx(0.8 * std::sqrt(3.0 / 4)));
    CHECK(result.candidates.front().components[Component::access] == Approx(0.8));
}

TEST_CASE("who is refused comes after all others with the score it would have") {
    auto builder = ModelBuilder().countries({"A", "B", "K", "L", "M"});
    for (const auto* broker : {"K", "L", "M"})
        builder.tie(broker, "A", broker[0] == 'K' ? 0.9 : 0.5).tie(broker, "B", 0.5);
    builder.tie("K", "M", 0.5);
    builder.with([](Model& model) {
        Refusal refusal;
        refusal.by = 0;
        refusal.on = {0, 1};
        refusal.anyone = false;
        refusal.who = {2};
        model.refusals.push_back(refusal);
    });
    const auto model = builder.build();
    const auto result = brokers(model, "A", "B");
    CHECK(ids(model, result.candidates) == std::vector<std::string>{"L", "M", "K"});
    CHECK(result.candidates.back().rank == 3);
    CHECK(result.candidates.back().refused_by == std::vector<VertexIndex>{0});
    CHECK(result.candidates.back().score > result.candidates.front().score);
    CHECK(brokers(model, "A", "M").candidates.front().refused_by.empty());
}

TEST_CASE("a threat and a passive organisation are no candidates, an unknown relation neither") {
    auto builder = ModelBuilder().countries({"A", "B", "C"});
    builder.vertex("T", Kind::group, [](Vertex& vertex) { vertex.party = false; });
    builder.vertex("O", Kind::organisation).vertex("G", Kind::group);
    for (const auto* broker : {"T", "O", "G"})
        builder.tie(broker, "A", 0.5).tie(broker, "B", 0.5);
    builder.tie("C", "A", 0.5).tie("C", "B", 0.009);
    const auto model = builder.build();
    CHECK(ids(model, brokers(model, "A", "B").candidates) == std::vector<std::string>{"G"});
}

TEST_CASE("equal scores are ordered by access, then id") {
    auto builder = ModelBuilder().countries({"A", "B", "J", "K", "L"});
    builder.tie("J", "A", 0.5).tie("J", "B", 0.5).tie("K", "A", 0.5).tie("K", "B", 0.5);
    builder.tie("L", "A", 0.6).tie("L", "B", 0.6);
    builder.influence("J", "A", 0.2).influence("J", "B", 0.2).influence("K", "A", 0.2).influence("K", "B", 0.2);
    builder.influence("L", "A", 0.1).influence("L", "B", 0.1);
    const auto model = builder.build();
    CHECK(ids(model, brokers(model, "A", "B").candidates) == std::vector<std::string>{"L", "J", "K"});
}

TEST_CASE("forums are ranked by their table and judged by how their members stand") {
    auto builder = ModelBuilder().countries({"A", "B", "C", "D"}).forum("F", 0.8, {"A", "B", "C", "D"});
    builder.forum("G", 0.6, {"A", "B"}).tie("A", "C", -0.5).tie("C", "D", 0.6);
    builder.with([](Model& model) { model.forums_salience = 0; });
    const auto model = builder.build();
    const auto result = brokers(model, "A", "B");
    REQUIRE(result.forums.size() == 2);
    const auto& wide = result.forums[0];
    CHECK(model.id(wide.id) == "F");
    CHECK(wide.score == Approx(0.8 * std::sqrt(0.75)));
    CHECK(wide.cohesion == Approx((-0.5 + 0.6) / 5));
    CHECK(wide.obstruction == Approx(0.5 / 5));
    REQUIRE(wide.worst);
    CHECK(model.id(wide.worst->b) == "C");
    CHECK(result.forums[1].score == Approx(0.6));
    CHECK_FALSE(result.forums[1].cohesion.has_value());
}

TEST_CASE("the agenda is what the broker and all parties care about") {
    auto builder = ModelBuilder().countries({"A", "B", "K"}).tie("K", "A", 0.5).tie("K", "B", 0.5);
    builder.with([](Model& model) {
        Concern drugs{"drugs", "Drugs", {}, {}, {}};
        for (const auto& [actor, strength] : {std::pair{0, 1.0}, std::pair{1, 0.4}, std::pair{2, 0.6}}) {
            Holding holding;
            holding.actor = static_cast<VertexIndex>(actor);
            holding.strength = strength;
            drugs.held_by.push_back(holding);
        }
        Concern water{"water", "Water", {drugs.held_by[0], drugs.held_by[2]}, {}, {}};
        model.concerns = {drugs, water};
    });
    const auto result = brokers(builder.build(), "A", "B");
    REQUIRE(result.candidates.front().agenda.size() == 1);
    CHECK(result.candidates.front().agenda.front().strength == 0.4);
}

TEST_CASE("a tension names the torn, the forums and the best broker") {
    auto builder = ModelBuilder().countries({"A", "B", "K", "L"}).tie("A", "B", -0.6);
    builder.tie("K", "A", 0.8).tie("K", "B", 0.4).tie("L", "A", 0.8).tie("L", "B", -0.05);
    builder.forum("F", 0.5, {"A"}).seat("B", "F", Role::observer).influence("A", "K", 0.6);
    builder.with([](Model& model) { model.forums_salience = 0; });
    const auto model = builder.build();
    const auto tensions = find_tensions(RelationGraph(model), {});
    REQUIRE(tensions.size() == 2);
    const auto& first = tensions.front();
    CHECK(first.tension == Approx(0.6));
    REQUIRE(first.torn.size() == 1);
    CHECK(first.torn.front().weight == Approx(0.4));
    CHECK(first.strain == Approx(0.4));
    CHECK(first.forums.front().weight == Approx(0.25));
    CHECK(model.id(*first.best_broker) == "K");
    CHECK(first.depends_on == std::vector<VertexIndex>{0});
    CHECK(first.opportunity == Approx(0.6 * first.best_score));
    CHECK_FALSE(tensions.back().best_broker.has_value());
}

TEST_CASE("a threat's tensions are listed only where asked for") {
    auto builder = ModelBuilder().countries({"A"}).tie("A", "T", -0.6);
    builder.vertex("T", Kind::group, [](Vertex& vertex) { vertex.party = false; });
    const auto model = builder.build();
    const RelationGraph graph(model);
    CHECK(find_tensions(graph, {}).empty());
    TensionOptions options;
    options.threats = Threats::listed;
    CHECK(find_tensions(graph, options).size() == 1);
}

TEST_CASE("a broker's reach is the pairs in tension in which it ranks, by rank, then tension") {
    auto builder = ModelBuilder().countries({"A", "B", "C", "K", "L"}).tie("A", "B", -0.4).tie("A", "C", -0.6);
    for (const auto* party : {"A", "B", "C"})
        builder.tie("K", party, 0.5);
    builder.tie("L", "A", 0.9).tie("L", "C", 0.9);
    const auto model = builder.build();
    const auto reach = find_reach(RelationGraph(model), *model.find_vertex("K"), {}, Threats::left_out);
    REQUIRE(reach.pairs.size() == 2);
    CHECK(model.id(reach.pairs[0].b) == "B");
    CHECK(reach.pairs[0].rank == 1);
    CHECK(reach.pairs[1].rank == 2);
}

TEST_CASE("why a vertex is no candidate is said in words") {
    auto builder = ModelBuilder().countries({"A", "B", "K"}).tie("K", "A", 0.5).vertex("O", Kind::organisation);
    const auto model = builder.build();
    const RelationGraph graph(model);
    const VertexIndex parties[]{0, 1};
    const auto why = explain_broker(graph, parties, *model.find_vertex("K"), {});
    CHECK_FALSE(why.candidate.has_value());
    REQUIRE(why.reasons.size() == 1);
    CHECK(why.reasons.front() == "no cooperation with B is recorded");
    CHECK(explain_broker(graph, parties, *model.find_vertex("O"), {}).reasons.front().find("forum") !=
          std::string::npos);
}

TEST_CASE("parties must be two or more, and differ") {
    const auto model = ModelBuilder().countries({"A", "B"}).build();
    const RelationGraph graph(model);
    const VertexIndex one[]{0};
    const VertexIndex same[]{0, 0};
    CHECK_THROWS_AS(find_brokers(graph, one, {}), std::invalid_argument);
    CHECK_THROWS_AS(find_brokers(graph, same, {}), std::invalid_argument);
}

TEST_CASE("of many pairs those are told whose two parties bear the tag, with brokers from everywhere") {
    auto builder = ModelBuilder().countries({"C", "K"}).tie("A", "B", -0.4).tie("A", "C", -0.6);
    for (const auto* id : {"A", "B"})
        builder.vertex(id, Kind::country, [](Vertex& vertex) { vertex.tags["region"] = "here"; });
    for (const auto* party : {"A", "B", "C"})
        builder.tie("K", party, 0.5);
    const auto model = builder.build();
    const RelationGraph graph(model);
    BrokerOptions options;
    options.only = Tag{"region", "here"};
    const auto pairs = find_all_brokers(graph, options, Threats::left_out);
    REQUIRE(pairs.size() == 1);
    CHECK(model.id(pairs.front().b) == "B");
    CHECK(ids(model, pairs.front().candidates) == std::vector<std::string>{"K"});
    CHECK(find_tensions(graph, {options, {}, {}}).size() == 1);
    CHECK(find_reach(graph, *model.find_vertex("K"), options, Threats::left_out).pairs.size() == 1);
}

TEST_CASE("numbers near one keep their size where distrust is explained") {
    auto builder =
        ModelBuilder().countries({"A", "B", "K"}).tie("K", "A", 0.5).tie("K", "B", 0.996).tie("K", "B", -0.995);
    const auto model = builder.build();
    const RelationGraph graph(model);
    const VertexIndex parties[]{0, 1};
    const auto why = explain_broker(graph, parties, *model.find_vertex("K"), {});
    REQUIRE(why.reasons.size() == 1);
    CHECK(why.reasons.front() == "trust with B is under 0.01: cooperation 1.00, tension 0.99");
}
