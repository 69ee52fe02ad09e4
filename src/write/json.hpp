/// The parts of INTERFACE's JSON, each result a function.
#pragma once

#include <entente/write.hpp>

#include <optional>
#include <span>
#include <vector>

#include <nlohmann/json.hpp>

namespace entente::write {

/// Fields stay in the order in which they are given.
using Json = nlohmann::ordered_json;

/// 0 for -0, null for what is not finite.
Json number(double value);
Json id_or_null(const Model& model, std::optional<VertexIndex> vertex);
/// null where empty.
Json text_or_null(std::string_view text);
Json date_or_null(std::optional<Date> date);
template <typename T>
Json value_or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}
Json number_or_null(std::optional<double> value);

/// id, name and kind.
Json vertex_head(const Model& model, VertexIndex vertex);
/// {kind, vertices, layer, from}
Json record_json(const Model& model, const RecordRef& record);
/// The same with to, value, confidence, note and evidence.
Json whole_record_json(const Model& model, const RecordRef& record);
/// [{source, at, note, disputes}]
Json evidence_json(const Model& model, std::span<const Evidence> evidence);
/// [{kind, about, text, rank, evidence}]
Json remarks_json(const Model& model, const std::vector<std::size_t>& remarks);
/// {a, b, cooperation, tension, net, ambivalent}
Json pair_json(const Model& model, const Pair& pair);
Json candidate_json(const Model& model, const Candidate& candidate);
Json forum_options_json(const Model& model, const std::vector<ForumOption>& forums);

/// All that the model holds: vertices, relations on the day, records of all days, and what these refer to.
Json model_json(const RelationGraph& graph);

Json result_json(const RelationGraph& graph, const ModelPortrait& portrait);
Json result_json(const RelationGraph& graph, const VertexPortrait& portrait);
Json result_json(const RelationGraph& graph, const PairPortrait& portrait);
Json result_json(const RelationGraph& graph, const Clustering& clustering);
Json result_json(const RelationGraph& graph, const Balance& balance);
Json result_json(const RelationGraph& graph, const Roles& roles);
Json result_json(const RelationGraph& graph, const std::vector<Tension>& tensions);
Json result_json(const RelationGraph& graph, const Brokerage& brokerage);
Json result_json(const RelationGraph& graph, const std::vector<PairBrokers>& pairs);
Json result_json(const RelationGraph& graph, const BrokerReach& reach);
Json result_json(const RelationGraph& graph, const BrokerReasons& reasons);
Json result_json(const RelationGraph& graph, const Comparison& comparison);
Json result_json(const RelationGraph& graph, const Backtest& backtest);

}  // namespace entente::write
