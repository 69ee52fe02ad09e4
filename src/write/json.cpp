#include "write/json.hpp"

#include "write/record_words.hpp"
#include "write/words.hpp"

#include <cmath>

namespace entente {

namespace {

using write::Json;

Json files_json(const Envelope& envelope) {
    auto files = Json::array();
    for (const auto& file : envelope.files)
        files.push_back({{"path", file.path}, {"sha256", file.sha256}});
    return files;
}

Json lens_json(const RelationGraph& graph) {
    auto layers = Json::object();
    const auto& declared = graph.model().layers;
    for (LayerIndex layer = 0; layer < declared.size(); ++layer)
        layers[declared[layer].id] = write::number(graph.salience(layer));
    layers[std::string(forums_layer)] = write::number(graph.forums_salience());
    return {{"as_of", graph.as_of().text()}, {"layers", layers}, {"scenarios", graph.model().scenarios}};
}

std::string document_of(const Envelope& envelope, const RelationGraph& graph, Json result) {
    const auto& model = graph.model();
    const Json document{
        {"entente", version},
        {"command", envelope.command},
        {"model",
         {{"title", model.title}, {"marking", write::text_or_null(model.marking)}, {"files", files_json(envelope)}}},
        {"lens", lens_json(graph)},
        {"result", std::move(result)}};
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace

std::string to_json(const Envelope& envelope, const RelationGraph& graph, const Result& result) {
    return document_of(envelope, graph,
                       std::visit([&](const auto& value) { return write::result_json(graph, value); }, result));
}

std::string model_to_json(const Envelope& envelope, const RelationGraph& graph) {
    return document_of(envelope, graph, write::model_json(graph));
}

namespace write {

Json number(double value) {
    if (!std::isfinite(value)) return nullptr;
    return value == 0 ? 0.0 : value;
}

Json number_or_null(std::optional<double> value) {
    return value ? number(*value) : Json(nullptr);
}

Json id_or_null(const Model& model, std::optional<VertexIndex> vertex) {
    return vertex ? Json(model.id(*vertex)) : Json(nullptr);
}

Json text_or_null(std::string_view text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json date_or_null(std::optional<Date> date) {
    return date ? Json(date->text()) : Json(nullptr);
}

Json vertex_head(const Model& model, VertexIndex vertex) {
    const auto& made = model.vertices[vertex];
    return {{"id", made.id}, {"name", made.name}, {"kind", name_of(made.kind)}};
}

Json record_json(const Model& model, const RecordRef& record) {
    const auto facts = facts_of(model, record);
    return {{"kind", name_of(record.kind)},
            {"vertices", ids_of(model, facts.vertices)},
            {"layer", text_or_null(facts.layer)},
            {"from", date_or_null(facts.from)}};
}

namespace {

/// A number, a membership's role, or null.
Json value_json(const Model& model, const RecordRef& record) {
    if (const auto value = record_number(model, record)) return number(*value);
    if (record.kind == RecordKind::membership) return role_word(model.memberships[record.index].role);
    return nullptr;
}

}  // namespace

Json whole_record_json(const Model& model, const RecordRef& record) {
    auto object = record_json(model, record);
    const auto facts = facts_of(model, record);
    object["to"] = date_or_null(record_period(model, record).to);
    object["value"] = value_json(model, record);
    object["confidence"] = number_or_null(record_confidence(model, record));
    object["note"] = text_or_null(facts.note);
    object["evidence"] = evidence_json(model, facts.evidence);
    return object;
}

Json evidence_json(const Model& model, std::span<const Evidence> evidence) {
    auto list = Json::array();
    for (const auto& item : evidence)
        list.push_back({{"source", model.sources[item.source].id},
                        {"at", text_or_null(item.at)},
                        {"note", text_or_null(item.note)},
                        {"disputes", item.disputes}});
    return list;
}

Json remarks_json(const Model& model, const std::vector<std::size_t>& remarks) {
    auto list = Json::array();
    for (const auto index : remarks) {
        const auto& remark = model.remarks[index];
        list.push_back({{"kind", remark.kind},
                        {"about", ids_of(model, remark.about)},
                        {"text", remark.text},
                        {"rank", value_or_null(remark.rank)},
                        {"evidence", evidence_json(model, remark.evidence)}});
    }
    return list;
}

Json pair_json(const Model& model, const Pair& pair) {
    return {{"a", model.id(pair.a)},           {"b", model.id(pair.b)},   {"cooperation", number(pair.cooperation)},
            {"tension", number(pair.tension)}, {"net", number(pair.net)}, {"ambivalent", pair.ambivalent}};
}

}  // namespace write

}  // namespace entente
