#include "write/json.hpp"
#include "write/record_words.hpp"
#include "write/words.hpp"

namespace entente::write {

namespace {

Json coverage_json(const Coverage& coverage) {
    auto kinds = Json::object();
    for (std::size_t kind = 0; kind < coverage.vertices.size(); ++kind)
        kinds[std::string(name_of(static_cast<Kind>(kind)))] = coverage.vertices[kind];
    return {{"vertices", std::move(kinds)},          {"records", coverage.records},
            {"evidenced", coverage.evidenced},       {"side_pairs", coverage.side_pairs},
            {"silent_pairs", coverage.silent_pairs}, {"relations", coverage.relations},
            {"tensions", coverage.tensions}};
}

Json relations_json(const Model& model, const std::vector<Neighbour>& relations) {
    auto list = Json::array();
    for (const auto& neighbour : relations)
        list.push_back({{"id", model.id(neighbour.vertex)},
                        {"cooperation", number(neighbour.relation.cooperation)},
                        {"tension", number(neighbour.relation.tension)},
                        {"net", number(neighbour.relation.net())},
                        {"trust", number(neighbour.relation.trust())},
                        {"ambivalent", neighbour.relation.ambivalent()}});
    return list;
}

Json seats_json(const Model& model, const std::vector<Seat>& seats, VertexIndex Seat::*side) {
    auto list = Json::array();
    for (const auto& seat : seats)
        list.push_back(
            {{"id", model.id(seat.*side)},
             {"role", role_word(seat.role)},
             {"factor", number(seat.factor)},
             {"evidence", evidence_json(model, facts_of(model, {RecordKind::membership, seat.record}).evidence)}});
    return list;
}

Json influences_json(const Model& model, const std::vector<RecordRef>& records) {
    auto list = Json::array();
    for (const auto& record : records) {
        const auto& influence = model.influences[record.index];
        list.push_back({{"of", model.id(influence.of)},
                        {"over", model.id(influence.over)},
                        {"strength", number(influence.strength)},
                        {"confidence", number(influence.confidence)},
                        {"evidence", evidence_json(model, influence.evidence)}});
    }
    return list;
}

Json concerns_json(const Model& model, const std::vector<AgendaItem>& concerns) {
    auto list = Json::array();
    for (const auto& item : concerns)
        list.push_back({{"id", model.concerns[item.concern].id}, {"strength", number(item.strength)}});
    return list;
}

Json ties_json(const Model& model, const std::vector<ActiveTie>& ties) {
    auto list = Json::array();
    for (const auto& tie : ties) {
        const auto& record = model.ties[tie.record];
        list.push_back({{"layer", model.layers[tie.layer].id},
                        {"weight", number(tie.weight)},
                        {"confidence", number(record.confidence)},
                        {"from", date_or_null(record.period.from)},
                        {"to", date_or_null(record.period.to)},
                        {"evidence", evidence_json(model, record.evidence)}});
    }
    return list;
}

Json past_ties_json(const Model& model, const std::vector<RecordRef>& records) {
    std::vector<ActiveTie> ties;
    for (const auto& record : records) {
        const auto& tie = model.ties[record.index];
        ties.push_back({tie.a, tie.b, tie.layer, tie.weight, 1, record.index});
    }
    return ties_json(model, ties);
}

Json influence_json(const Leverage& influence) {
    return {{"strength", number(influence.strength)}, {"derived", influence.derived}};
}

}  // namespace

Json result_json(const RelationGraph& graph, const ModelPortrait& portrait) {
    auto vertices = Json::array();
    for (VertexIndex vertex = 0; vertex < graph.model().vertices.size(); ++vertex) {
        auto object = vertex_head(graph.model(), vertex);
        object["exists"] = graph.exists(vertex);
        object["relations"] = graph.neighbours(vertex).size();
        vertices.push_back(std::move(object));
    }
    return {{"coverage", coverage_json(portrait.coverage)}, {"vertices", std::move(vertices)}};
}

Json result_json(const RelationGraph& graph, const VertexPortrait& portrait) {
    const auto& model = graph.model();
    const auto& vertex = model.vertices[portrait.id];
    auto object = vertex_head(model, portrait.id);
    object["aliases"] = vertex.aliases;
    object["tags"] = vertex.tags;
    object["under"] = id_or_null(model, vertex.under);
    object["note"] = text_or_null(vertex.note);
    object["effectiveness"] = vertex.forum ? number(graph.effectiveness(portrait.id)) : Json(nullptr);
    object["relations"] = relations_json(model, portrait.relations);
    object["forums"] = seats_json(model, portrait.forums, &Seat::forum);
    object["members"] = seats_json(model, portrait.members, &Seat::actor);
    object["influence"] = influences_json(model, portrait.influence);
    object["concerns"] = concerns_json(model, portrait.concerns);
    object["remarks"] = remarks_json(model, portrait.remarks);
    object["evidence"] = evidence_json(model, vertex.evidence);
    return object;
}

Json result_json(const RelationGraph& graph, const PairPortrait& portrait) {
    const auto& model = graph.model();
    auto object = pair_json(model, portrait.pair);
    object["trust"] = number(portrait.trust);
    object["ties"] = ties_json(model, portrait.ties);
    object["past_ties"] = past_ties_json(model, portrait.past_ties);
    object["forums"] = forum_options_json(model, portrait.forums);
    object["a_over_b"] = influence_json(portrait.a_over_b);
    object["b_over_a"] = influence_json(portrait.b_over_a);
    object["records"] = Json::array();
    for (const auto& record : portrait.records)
        object["records"].push_back(whole_record_json(model, record));
    object["remarks"] = remarks_json(model, portrait.remarks);
    return object;
}

}  // namespace entente::write
