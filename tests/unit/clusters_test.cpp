#include "model_builder.hpp"
#include <entente/analysis.hpp>

#include <stdexcept>

#include <doctest/doctest.h>

namespace entente {
namespace {

Clustering clusters_of(const Model& model, const ClusterOptions& options = {}) {
    return find_clusters(RelationGraph(model), options);
}

std::vector<std::string> ids(const Model& model, const Cluster& cluster) {
    std::vector<std::string> found;
    for (const auto& member : cluster.members)
        found.push_back(model.id(member.id));
    return found;
}

struct WeightedTie {
    const char* a;
    const char* b;
    double weight;
};

/// Two circles of five weak friends, and a strong pair that has one foot in the second.
std::vector<WeightedTie> two_circles_and_a_pair() {
    std::vector<WeightedTie> ties{{"e", "m", 1}, {"m", "u", 0.12}};
    for (const auto& circle : {std::array{"a", "b", "c", "d", "e"}, std::array{"u", "v", "w", "x", "y"}})
        for (std::size_t i = 0; i < circle.size(); ++i)
            for (std::size_t j = i + 1; j < circle.size(); ++j)
                ties.push_back({circle[i], circle[j], 0.12});
    return ties;
}

Model model_of(const std::vector<WeightedTie>& ties) {
    ModelBuilder builder;
    builder.countries({"a", "b", "c", "d", "e", "m", "u", "v", "w", "x", "y"});
    for (const auto& tie : ties)
        builder.tie(tie.a, tie.b, tie.weight);
    return builder.build();
}

void check_two_circles_and_a_pair(const Model& model, const Clustering& clustering) {
    CHECK(clustering.modularity == doctest::Approx(0.4906379132).epsilon(1e-9));
    CHECK(clustering.unattached.empty());
    REQUIRE(clustering.clusters.size() == 3);
    CHECK(ids(model, clustering.clusters[0]) == std::vector<std::string>{"u", "v", "w", "x", "y"});
    CHECK(ids(model, clustering.clusters[1]) == std::vector<std::string>{"a", "b", "c", "d"});
    CHECK(ids(model, clustering.clusters[2]) == std::vector<std::string>{"e", "m"});
    for (std::size_t at = 0; at < 3; ++at)
        CHECK(clustering.clusters[at].number == at + 1);
}

}  // namespace

TEST_CASE("clusters are the same for any order of the ties and any seed") {
    auto ties = two_circles_and_a_pair();
    const auto model = model_of(ties);
    const auto expected = clusters_of(model);
    check_two_circles_and_a_pair(model, expected);
    for (const std::uint64_t seed : {2, 3, 4, 5})
        check_two_circles_and_a_pair(model, clusters_of(model, {.sampling = {.seed = seed}}));
    for (int trial = 0; trial < 5; ++trial) {
        std::rotate(ties.begin(), ties.begin() + 5, ties.end());
        std::reverse(ties.begin() + trial, ties.end());
        const auto shuffled = model_of(ties);
        const auto clustering = clusters_of(shuffled);
        check_two_circles_and_a_pair(shuffled, clustering);
        CHECK(clustering.modularity == expected.modularity);
    }
}

TEST_CASE("a best partition that moving one side at a time does not reach is found") {
    ModelBuilder builder;
    builder.layer("water").layer("economy").layer("security").countries({"v11", "v14", "v16", "v19", "on", "zz"});
    builder.tie("v19", "v16", -0.5).tie("v14", "v16", -0.8, "water").tie("v14", "zz", -0.8, "water");
    builder.tie("v16", "v11", 0.3, "economy").tie("v16", "v14", 0.8, "economy").tie("on", "v14", 0.12177, "economy");
    builder.tie("on", "v14", -0.8, "economy").tie("v19", "v11", -1, "economy").tie("v16", "v19", 0.1, "economy");
    builder.tie("v11", "v14", 0.8, "economy").tie("on", "v11", 0.2, "economy").tie("zz", "v11", 0.3, "economy");
    const auto model = builder.build();
    const auto clustering = clusters_of(model);
    CHECK(clustering.modularity == doctest::Approx(0.1418737444));
    REQUIRE(clustering.clusters.size() == 2);
    CHECK(ids(model, clustering.clusters[0]) == std::vector<std::string>{"on", "v11", "zz"});
}

TEST_CASE("sides that share nothing but enmity are no cluster") {
    const auto model =
        ModelBuilder().countries({"X", "Y", "Z"}).tie("X", "Y", -0.2).tie("X", "Z", -0.4).tie("Y", "Z", -0.8).build();
    const auto clustering = clusters_of(model);
    CHECK(clustering.clusters.empty());
    CHECK(clustering.unattached == std::vector<VertexIndex>{0, 1, 2});
    CHECK(clustering.modularity == doctest::Approx(0.3571428571).epsilon(1e-9));
}

TEST_CASE("sides without any relation are unattached and modularity is 0") {
    const auto clustering = clusters_of(ModelBuilder().countries({"A", "B", "C"}).build());
    CHECK(clustering.clusters.empty());
    CHECK(clustering.unattached.size() == 3);
    CHECK(clustering.modularity == 0);

    const auto alone = clusters_of(ModelBuilder().countries({"A"}).build());
    CHECK(alone.unattached == std::vector<VertexIndex>{0});
    CHECK(alone.modularity == 0);

    const auto nobody = clusters_of(ModelBuilder().build());
    CHECK(nobody.clusters.empty());
    CHECK(nobody.unattached.empty());
    CHECK(nobody.modularity == 0);
}

TEST_CASE("a pair at the threshold is joined, one under it is not") {
    const auto model = ModelBuilder().countries({"A", "B", "C", "D"}).tie("A", "B", 0.1).tie("C", "D", 0.0999).build();
    const auto clustering = clusters_of(model);
    REQUIRE(clustering.clusters.size() == 1);
    CHECK(ids(model, clustering.clusters[0]) == std::vector<std::string>{"A", "B"});
    CHECK(clustering.unattached == std::vector<VertexIndex>{2, 3});
}

TEST_CASE("only sides are clustered") {
    const auto model = ModelBuilder()
                           .countries({"A", "B"})
                           .vertex("CELL", Kind::group, [](Vertex& group) { group.party = false; })
                           .vertex("MILITIA", Kind::group)
                           .forum("UN", 0.6, {"A", "B", "MILITIA"})
                           .tie("A", "CELL", 1)
                           .tie("A", "B", 0.6)
                           .build();
    const auto clustering = clusters_of(model);
    REQUIRE(clustering.clusters.size() == 1);
    CHECK(ids(model, clustering.clusters[0]) == std::vector<std::string>{"A", "B", "MILITIA"});
    CHECK(clustering.unattached.empty());
}

TEST_CASE("a cluster tells the mean cooperation and tension inside and the mean cooperation to outside") {
    const auto model = ModelBuilder()
                           .countries({"A", "B", "C", "D"})
                           .layer("security")
                           .layer("trade")
                           .tie("A", "B", 0.8)
                           .tie("A", "B", -0.2, "trade")
                           .tie("B", "C", 0.05)
                           .tie("A", "D", 0.09)
                           .tie("C", "D", -1)
                           .build();
    const auto clustering = clusters_of(model);
    REQUIRE(clustering.clusters.size() == 1);
    const auto& cluster = clustering.clusters[0];
    CHECK(ids(model, cluster) == std::vector<std::string>{"A", "B"});
    CHECK(*cluster.cooperation_inside == doctest::Approx(0.8));
    CHECK(*cluster.tension_inside == doctest::Approx(0.2));
    CHECK(*cluster.cooperation_outside == doctest::Approx((0.05 + 0.09) / 4));
    CHECK(!cluster.members[0].stability);
    CHECK(clustering.cluster_of(0) == 0);
    CHECK(!clustering.cluster_of(2));
}

TEST_CASE("a cluster of all sides has no outside, and one of a single side no inside") {
    const auto whole = clusters_of(ModelBuilder().countries({"A", "B"}).tie("A", "B", 0.5).build());
    REQUIRE(whole.clusters.size() == 1);
    CHECK(whole.clusters[0].cooperation_inside);
    CHECK(!whole.clusters[0].cooperation_outside);

    const auto model = ModelBuilder()
                           .countries({"A", "B", "C"})
                           .layer("security")
                           .layer("trade")
                           .tie("A", "B", 0.1)
                           .tie("A", "B", -1, "trade")
                           .tie("B", "C", 0.9)
                           .build();
    const auto split = clusters_of(model);
    REQUIRE(split.clusters.size() == 2);
    CHECK(ids(model, split.clusters[0]) == std::vector<std::string>{"B", "C"});
    CHECK(ids(model, split.clusters[1]) == std::vector<std::string>{"A"});
    CHECK(!split.clusters[1].cooperation_inside);
    CHECK(!split.clusters[1].tension_inside);
    CHECK(split.unattached.empty());
}

TEST_CASE("a higher resolution asks for tighter clusters") {
    const auto model = model_of(two_circles_and_a_pair());
    CHECK(clusters_of(model, {.resolution = 0.01}).clusters.size() == 1);
    CHECK(clusters_of(model, {.resolution = 20}).clusters.size() > 3);
    CHECK(clusters_of(model, {.resolution = 2}).resolution == 2);
}

TEST_CASE("a resolution of 0 or less, or no start, is refused") {
    const auto model = ModelBuilder().countries({"A", "B"}).build();
    CHECK_THROWS_AS(clusters_of(model, {.resolution = 0}), std::invalid_argument);
    CHECK_THROWS_AS(clusters_of(model, {.resolution = -1}), std::invalid_argument);
    CHECK_THROWS_AS(clusters_of(model, {.starts = 0}), std::invalid_argument);
}

}  // namespace entente
