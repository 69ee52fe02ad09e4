/// The rows of a table, each as the mapping that a planner would have written in YAML.
#pragma once

#include "read/sections.hpp"
#include "read/table_header.hpp"
#include "read/values.hpp"

#include <array>
#include <memory_resource>

namespace entente {

class TableRows {
  public:
    /// Where the header is faulty, that is told, and there are no rows.
    TableRows(Context& context, const DataTable& table);
    TableRows(const TableRows&) = delete;
    TableRows& operator=(const TableRows&) = delete;

    /// Goes to the next row; false where there is none.
    bool next();
    /// Without what stands under `id`. It is gone with the next row, but not a copy of it.
    const Node& record() const { return *record_; }
    /// What stands under `id`; a missing node where it is empty.
    const Node& id() const { return id_; }

  private:
    using Field = std::vector<TableField>::const_iterator;

    void assemble();
    void refuse_nameless_cells();
    void add_alone(const TableField& field);
    Field add_pair(Field field);
    Field add_evidence(Field field);
    Field add_tags(Field field);
    /// Behind those of `parent`, which stay where they are.
    Node& add_child(Node& parent, Node::Type type, const Span& span);
    void add_key(Node& map, std::string_view key, const Span& span);
    void add_scalar(Node& parent, const TableField& field);
    void fill(Node& node, const TableField& field);
    void split(Node& scalar);
    bool is_empty(const TableField& field) const;
    Span place(const TableField& field) const;

    Context& context_;
    const DataTable& table_;
    CsvReader reader_;
    std::vector<TableField> fields_;
    std::optional<TableField> id_field_;
    std::vector<std::size_t> nameless_;  ///< cells under no heading
    std::array<std::byte, 16 * 1024> buffer_;
    std::pmr::monotonic_buffer_resource memory_{buffer_.data(), buffer_.size()};  ///< of one row
    std::optional<Node> record_;
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
