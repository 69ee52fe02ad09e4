#include "write/json.hpp"
#include "write/words.hpp"

namespace entente::write {

namespace {

Json weighted_json(const Model& model, const std::vector<WeightedVertex>& vertices) {
    auto list = Json::array();
    for (const auto& vertex : vertices)
        list.push_back({{"id", model.id(vertex.id)}, {"weight", number(vertex.weight)}});
    return list;
}

Json members_json(const Model& model, const std::vector<ClusterMember>& members) {
    auto list = Json::array();
    for (const auto& member : members)
        list.push_back({{"id", model.id(member.id)}, {"stability", number_or_null(member.stability)}});
    return list;
}

}  // namespace

Json result_json(const RelationGraph& graph, const std::vector<Tension>& tensions) {
    const auto& model = graph.model();
    auto list = Json::array();
    for (const auto& tension : tensions)
        list.push_back({{"a", model.id(tension.a)},
                        {"b", model.id(tension.b)},
                        {"tension", number(tension.tension)},
                        {"cooperation", number(tension.cooperation)},
                        {"net", number(tension.net)},
                        {"ambivalent", tension.ambivalent},
                        {"torn", weighted_json(model, tension.torn)},
                        {"strain", number(tension.strain)},
                        {"forums", weighted_json(model, tension.forums)},
                        {"best_broker", id_or_null(model, tension.best_broker)},
                        {"best_score", number(tension.best_score)},
                        {"depends_on", ids_of(model, tension.depends_on)},
                        {"opportunity", number(tension.opportunity)}});
    return list;
}

Json result_json(const RelationGraph& graph, const Clustering& clustering) {
    const auto& model = graph.model();
    auto clusters = Json::array();
    for (const auto& cluster : clustering.clusters)
        clusters.push_back({{"number", cluster.number},
                            {"members", members_json(model, cluster.members)},
                            {"cooperation_inside", number_or_null(cluster.cooperation_inside)},
                            {"tension_inside", number_or_null(cluster.tension_inside)},
                            {"cooperation_outside", number_or_null(cluster.cooperation_outside)}});
    return {{"modularity", number(clustering.modularity)},
            {"resolution", number(clustering.resolution)},
            {"clusters", std::move(clusters)},
            {"unattached", ids_of(model, clustering.unattached)}};
}

}  // namespace entente::write
