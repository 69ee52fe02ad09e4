#include "write/json.hpp"
#include "write/words.hpp"

namespace entente::write {

namespace {

Json pairs_json(const Model& model, const std::vector<NetPair>& pairs) {
    auto list = Json::array();
    for (const auto& pair : pairs)
        list.push_back({{"a", model.id(pair.a)}, {"b", model.id(pair.b)}, {"net", number(pair.net)}});
    return list;
}

Json blocs_json(const Model& model, const Blocs& blocs) {
    auto members = Json::array();
    for (const auto& bloc : blocs.members) {
        auto& list = members.emplace_back(Json::array());
        for (const auto& member : bloc)
            list.push_back({{"id", model.id(member.id)}, {"margin", number(member.margin)}});
    }
    return {{"members", std::move(members)},
            {"modularity", number(blocs.modularity)},
            {"net_inside", number_or_null(blocs.net_inside)},
            {"net_across", number_or_null(blocs.net_across)}};
}

Json commitment_json(const Model& model, const std::vector<Commitment>& commitment) {
    auto list = Json::array();
    for (const auto& side : commitment)
        list.push_back({{"id", model.id(side.id)},
                        {"camp", side.camp},
                        {"value", number(side.value)},
                        {"uncommitted", side.uncommitted}});
    return list;
}

Json triangles_json(const Triangles& triangles) {
    return {{"ppp", triangles.ppp},
            {"ppm", triangles.ppm},
            {"pmm", triangles.pmm},
            {"mmm", triangles.mmm},
            {"strong", number_or_null(triangles.strong)},
            {"weak", number_or_null(triangles.weak)}};
}

}  // namespace

Json result_json(const RelationGraph& graph, const Balance& balance) {
    const auto& model = graph.model();
    return {{"frustration", number(balance.frustration)},
            {"proven", balance.proven},
            {"gap", number(balance.gap)},
            {"unique", balance.unique},
            {"edges", balance.edges},
            {"frustrated", pairs_json(model, balance.frustrated)},
            {"camps", Json::array({ids_of(model, balance.camps[0]), ids_of(model, balance.camps[1])})},
            {"blocs", blocs_json(model, balance.blocs)},
            {"commitment", commitment_json(model, balance.commitment)},
            {"apart", ids_of(model, balance.apart)},
            {"triangles", triangles_json(balance.triangles)}};
}

}  // namespace entente::write
