#include "write/json.hpp"

namespace entente::write {

Json result_json(const RelationGraph& graph, const Roles& roles) {
    auto actors = Json::array();
    for (const auto& actor : roles.actors)
        actors.push_back({{"id", graph.model().id(actor.id)},
                          {"coordinator", actor.coordinator},
                          {"itinerant", actor.itinerant},
                          {"gatekeeper", actor.gatekeeper},
                          {"representative", actor.representative},
                          {"liaison", actor.liaison},
                          {"constraint", number_or_null(actor.constraint)},
                          {"effective_size", number_or_null(actor.effective_size)},
                          {"betweenness", number(actor.betweenness)}});
    return {{"groups", roles.groups}, {"actors", std::move(actors)}};
}

}  // namespace entente::write
