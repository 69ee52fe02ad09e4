#include "write/exchange.hpp"
#include "write_region.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::write;

namespace {

Network network(const Model& model) {
    const RelationGraph graph(model);
    return network_of(graph, find_clusters(graph, {}));
}

const NetworkEdge& edge_of(const Network& network, const std::string& a, const std::string& b) {
    return *std::find_if(network.edges.begin(), network.edges.end(),
                         [&](const NetworkEdge& edge) { return edge.a == a && edge.b == b; });
}

/// Under a key; empty where there is none.
std::string value(const Network& network, const NetworkEdge& edge, std::string_view key) {
    for (std::size_t index = 0; index < network.edge_keys.size(); ++index)
        if (network.edge_keys[index].name == key) return value_text(edge.values[index]);
    return {};
}

}  // namespace

TEST_CASE("a network has an edge for each listed pair, in order, and a weight above 0 on each") {
    const auto model = region();
    const RelationGraph graph(model);
    const auto seen = network(model);
    const auto relations = graph.relations();
    REQUIRE(seen.edges.size() == relations.size());
    for (std::size_t index = 0; index < seen.edges.size(); ++index) {
        const auto& [a, b, relation] = relations[index];
        CHECK(seen.edges[index].a == model.id(a));
        CHECK(seen.edges[index].b == model.id(b));
        CHECK(seen.edges[index].weight == std::max(relation.cooperation, relation.tension));
        CHECK(seen.edges[index].weight > 0);
    }
}

TEST_CASE("an edge tells both signs of each layer, and what was in force on another day is not on it") {
    const auto seen = network(region());
    const auto& edge = edge_of(seen, "AFG", "PAK");
    CHECK(value(seen, edge, "tension_security") == "0.6");
    CHECK(value(seen, edge, "cooperation_security").empty());
    CHECK(value(seen, edge, "cooperation_economy") == "0.4");
    CHECK(value(seen, edge, "layers") == "security -0.6; economy 0.4");
    CHECK(value(seen, edge, "shared_forums") == "SCO; TRI");
    CHECK(value(seen, edge, "kind") == "tie");
}

TEST_CASE("influence on record makes an edge of its own where there is no relation") {
    auto model = ModelBuilder().layer("security").countries({"A", "B", "C"}).influence("C", "A", 0.7).build();
    const auto seen = network(model);
    REQUIRE(seen.edges.size() == 1);
    CHECK(value(seen, seen.edges[0], "kind") == "influence");
    CHECK(value(seen, seen.edges[0], "b_over_a") == "0.7");
    CHECK(value(seen, seen.edges[0], "a_over_b").empty());
    CHECK(seen.edges[0].weight == 0.7);
}

TEST_CASE("keys that hold nothing are left out") {
    const auto seen = network(ModelBuilder().layer("security").countries({"A", "B"}).tie("A", "B", 0.4).build());
    const auto names = [](const std::vector<NetworkKey>& keys) {
        std::vector<std::string> list;
        for (const auto& key : keys)
            list.push_back(key.name);
        return list;
    };
    CHECK(names(seen.node_keys) == std::vector<std::string>{"kind", "cluster"});
    CHECK(names(seen.edge_keys) == std::vector<std::string>{"a", "b", "kind", "cooperation", "tension", "net", "trust",
                                                            "ambivalent", "layers", "cooperation_security",
                                                            "evidence"});
    for (const auto& edge : seen.edges)
        CHECK(edge.values.size() == seen.edge_keys.size());
}

TEST_CASE("vertices that do not exist on the day are left out") {
    auto model = ModelBuilder()
                     .layer("security")
                     .countries({"A", "B"})
                     .vertex("OLD", Kind::country,
                             [](Vertex& vertex) {
                                 vertex.exists = {{std::nullopt, Date::from_civil(1990, 1, 1)}};
                             })
                     .tie("A", "B", 0.4)
                     .tie("A", "OLD", 0.4)
                     .build();
    const auto seen = network(model);
    CHECK(seen.nodes.size() == 2);
    CHECK(seen.edges.size() == 1);
}
