/// The rows of a table, each as the mapping that a planner would have written in YAML.
#pragma once

#include "read/sections.hpp"
#include "read/table_header.hpp"
#include "read/values.hpp"

namespace entente {

class TableRows {
  public:
    /// Where the header is faulty, that is told, and there are no rows.
    TableRows(Context& context, const Table& table);

    /// Goes to the next row; false where there is none.
    bool next();
    /// Without what stands under `id`. It changes with the next row.
    const Node& record() const { return record_; }
    /// What stands under `id`; a missing node where it is empty.
    const Node& id() const { return id_; }

  private:
    using Field = std::vector<TableField>::const_iterator;

    void assemble();
    Field add_pair(Field field);
    Field add_evidence(Field field);
    Field add_tags(Field field);
    void add(std::string_view key, Node value);
    Node value_of(const TableField& field) const;
    Node text_node(std::string_view text, const Span& at) const;
    Node list_of(const Node& whole, CellKind kind) const;

    Context& context_;
    const Table& table_;
    CsvReader reader_;
    std::vector<TableField> fields_;
    Node record_;
    Node id_;
};

/// Calls `visit` with each item of a section that is a list, and with each row of its tables.
template <typename Visit>
void for_each_record(Context& context, const Sections& sections, std::string_view section, const Visit& visit) {
    for (const auto* const list : sections.of(section))
        for (const auto& node : read_list(context, *list, section))
            visit(node);
    for (const auto* const table : sections.tables(section))
        for (TableRows rows(context, *table); rows.next();)
            visit(rows.record());
}

}  // namespace entente
