#include "write/json.hpp"
#include "write/record_words.hpp"
#include "write/words.hpp"

#include <algorithm>

namespace entente::write {

namespace {

Json periods_json(const std::vector<Period>& periods) {
    auto list = Json::array();
    for (const auto& period : periods)
        list.push_back({{"from", date_or_null(period.from)}, {"to", date_or_null(period.to)}});
    return list;
}

// ---- what records refer to ----

Json sources_json(const Model& model) {
    auto list = Json::array();
    for (const auto& source : model.sources)
        list.push_back({{"id", source.id},
                        {"title", source.title},
                        {"publisher", text_or_null(source.publisher)},
                        {"date", text_or_null(source.date_text)},
                        {"url", text_or_null(source.url)},
                        {"marking", text_or_null(source.marking)}});
    return list;
}

Json layers_json(const Model& model) {
    auto list = Json::array();
    for (const auto& layer : model.layers)
        list.push_back({{"id", layer.id}, {"label", layer.label}, {"salience", number(layer.salience)}});
    list.push_back({{"id", forums_layer}, {"label", forums_layer}, {"salience", number(model.forums_salience)}});
    return list;
}

Json concerns_json(const Model& model) {
    auto list = Json::array();
    for (const auto& concern : model.concerns)
        list.push_back({{"id", concern.id},
                        {"label", concern.label},
                        {"note", text_or_null(concern.note)},
                        {"evidence", evidence_json(model, concern.evidence)}});
    return list;
}

// ---- vertices ----

void add_forum(Json& object, const Model& model, const Forum& forum) {
    auto layers = Json::array();
    for (const auto layer : forum.layers)
        layers.push_back(model.layers[layer].id);
    object["layers"] = std::move(layers);
    object["size"] = forum.size == 0 ? Json(nullptr) : Json(forum.size);
    object["about"] = forum.about;
}

Json vertex_json(const RelationGraph& graph, VertexIndex index) {
    const auto& model = graph.model();
    const auto& vertex = model.vertices[index];
    auto object = vertex_head(model, index);
    object["exists"] = graph.exists(index);
    object["spells"] = periods_json(vertex.exists);
    object["aliases"] = vertex.aliases;
    object["at"] = vertex.at ? Json::array({number(vertex.at->latitude), number(vertex.at->longitude)}) : Json(nullptr);
    object["capital"] = text_or_null(vertex.capital);
    object["reach"] = vertex.global_reach ? Json("global") : Json(nullptr);
    object["actor"] = vertex.is_actor();
    object["party"] = vertex.party;
    object["tags"] = vertex.tags;
    object["under"] = id_or_null(model, vertex.under);
    object["note"] = text_or_null(vertex.note);
    object["evidence"] = evidence_json(model, vertex.evidence);
    if (vertex.forum) add_forum(object, model, *vertex.forum);
    return object;
}

// ---- records ----

std::vector<RecordRef> all_records(const Model& model) {
    std::vector<RecordRef> records;
    const auto add = [&](RecordKind kind, std::size_t count) {
        for (std::size_t index = 0; index < count; ++index)
            records.push_back({kind, index});
    };
    add(RecordKind::tie, model.ties.size());
    add(RecordKind::membership, model.memberships.size());
    add(RecordKind::influence, model.influences.size());
    for (VertexIndex vertex = 0; vertex < model.vertices.size(); ++vertex)
        if (const auto& forum = model.vertices[vertex].forum)
            for (std::size_t part = 0; part <= forum->later.size(); ++part)
                records.push_back({RecordKind::effectiveness, vertex, part});
    add(RecordKind::refusal, model.refusals.size());
    add(RecordKind::border, model.borders.size());
    for (VertexIndex vertex = 0; vertex < model.vertices.size(); ++vertex)
        for (std::size_t part = 0; part < model.vertices[vertex].capability.size(); ++part)
            records.push_back({RecordKind::capability, vertex, part});
    for (std::size_t concern = 0; concern < model.concerns.size(); ++concern)
        for (std::size_t part = 0; part < model.concerns[concern].held_by.size(); ++part)
            records.push_back({RecordKind::holding, concern, part});
    return records;
}

/// What a record of its kind has beside what all have.
void add_particulars(Json& object, const Model& model, const RecordRef& record) {
    switch (record.kind) {
        case RecordKind::tie:
            object["half_life"] = number_or_null(model.ties[record.index].half_life);
            break;
        case RecordKind::refusal: {
            const auto& refusal = model.refusals[record.index];
            object["by"] = model.id(refusal.by);
            object["on"] = ids_of(model, refusal.on);
            object["who"] = refusal.anyone ? Json("any") : Json(ids_of(model, refusal.who));
            break;
        }
        case RecordKind::capability:
            object["reach"] =
                model.vertices[record.index].capability[record.part].global ? Json("global") : Json(nullptr);
            break;
        case RecordKind::holding:
            object["concern"] = model.concerns[record.index].id;
            break;
        case RecordKind::membership:
        case RecordKind::influence:
        case RecordKind::effectiveness:
        case RecordKind::border:
            break;
    }
}

Json records_json(const Model& model) {
    auto list = Json::array();
    for (const auto& record : all_records(model)) {
        auto object = whole_record_json(model, record);
        add_particulars(object, model, record);
        if (const auto* const found = record_at(model, record); found != nullptr && !found->replaced.empty())
            object["replaced"] = periods_json(found->replaced);
        list.push_back(std::move(object));
    }
    return list;
}

Json remarks_of(const Model& model) {
    std::vector<std::size_t> all(model.remarks.size());
    for (std::size_t index = 0; index < all.size(); ++index)
        all[index] = index;
    auto list = remarks_json(model, all);
    for (std::size_t index = 0; index < all.size(); ++index) {
        const auto& remark = model.remarks[index];
        list[index]["from"] = date_or_null(remark.period.from);
        list[index]["to"] = date_or_null(remark.period.to);
        list[index]["note"] = text_or_null(remark.note);
    }
    return list;
}

Json all_relations_json(const RelationGraph& graph) {
    auto list = Json::array();
    for (const auto& [a, b, relation] : graph.relations())
        list.push_back({{"a", graph.model().id(a)},
                        {"b", graph.model().id(b)},
                        {"cooperation", number(relation.cooperation)},
                        {"tension", number(relation.tension)},
                        {"net", number(relation.net())},
                        {"trust", number(relation.trust())}});
    return list;
}

}  // namespace

Json model_json(const RelationGraph& graph) {
    const auto& model = graph.model();
    auto vertices = Json::array();
    for (VertexIndex index = 0; index < model.vertices.size(); ++index)
        vertices.push_back(vertex_json(graph, index));
    return {{"vertices", std::move(vertices)},  {"relations", all_relations_json(graph)},
            {"records", records_json(model)},   {"remarks", remarks_of(model)},
            {"concerns", concerns_json(model)}, {"layers", layers_json(model)},
            {"sources", sources_json(model)}};
}

}  // namespace entente::write
