/// What a result says, in the order in which it is read. Text and Markdown set all of it, CSV its main table.
#pragma once

#include "write/table.hpp"
#include <entente/write.hpp>

#include <optional>
#include <string>
#include <vector>

namespace entente::write {

struct Part {
    std::string heading;
    Table table{};
    std::vector<std::string> notes{};           ///< sentences under the table, a paragraph each
    std::optional<std::size_t> rows_in_text{};  ///< text shows so many rows and says how many there are; else all
};

/// Nothing here is escaped yet.
struct Report {
    std::string title;
    std::vector<std::string> answer;  ///< the bottom line, a sentence or two each
    std::vector<Part> parts;          ///< those with neither row nor note are not shown
    std::optional<Table> data{};      ///< what CSV takes; the first part's table where none is given
    std::string context{};            ///< on which days it holds, where that is not the lens date
};

Report report_of(const RelationGraph& graph, const ModelPortrait& portrait);
Report report_of(const RelationGraph& graph, const VertexPortrait& portrait);
Report report_of(const RelationGraph& graph, const PairPortrait& portrait);
Report report_of(const RelationGraph& graph, const Clustering& clustering);
Report report_of(const RelationGraph& graph, const Balance& balance);
Report report_of(const RelationGraph& graph, const Roles& roles);
Report report_of(const RelationGraph& graph, const std::vector<Tension>& tensions);
Report report_of(const RelationGraph& graph, const Brokerage& brokerage);
Report report_of(const RelationGraph& graph, const std::vector<PairBrokers>& pairs);
Report report_of(const RelationGraph& graph, const BrokerReach& reach);
Report report_of(const RelationGraph& graph, const BrokerReasons& reasons);
Report report_of(const RelationGraph& graph, const Comparison& comparison);
Report report_of(const RelationGraph& graph, const Backtest& backtest);

}  // namespace entente::write
