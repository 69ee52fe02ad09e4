#include "read/table_rows.hpp"

#include "read/cell_text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::string_view id_column = "id";

Node map_at(const Span& span) {
    Node node;
    node.type = Node::Type::map;
    node.span = span;
    return node;
}

Node list_at(const Span& span) {
    Node node;
    node.type = Node::Type::sequence;
    node.span = span;
    return node;
}

void add_to(Node& map, std::string_view key, Node value) {
    Node name;
    name.type = Node::Type::scalar;
    name.span = value.span;
    name.text = key;
    map.children.push_back(std::move(name));
    map.children.push_back(std::move(value));
}

/// Of a part of a scalar's text; of the whole where its text does not stand in the file as it is.
Span place_within(const Node& scalar, std::size_t offset, std::size_t length) {
    const auto& span = scalar.span;
    const auto written = span.source->text().substr(span.offset, span.length);
    const std::size_t quote = written.starts_with('"') || written.starts_with('\'') ? 1 : 0;
    if (written.substr(quote, scalar.text.size()) != scalar.text) return span;
    return {span.source, span.offset + quote + offset, std::max<std::size_t>(length, 1)};
}

}  // namespace

TableRows::TableRows(Context& context, const Table& table)
    : context_(context), table_(table), reader_(*table.source, context.diagnostics) {
    if (auto fields = find_table_fields(context, table, reader_))
        fields_ = std::move(*fields);
    else if (table.form->of_vertices)
        context.all_files_read = false;
}

bool TableRows::next() {
    if (fields_.empty()) return false;
    if (!reader_.next()) {
        if (!reader_.is_whole() && table_.form->of_vertices) context_.all_files_read = false;
        return false;
    }
    context_.count_record(reader_.row());
    assemble();
    return true;
}

void TableRows::assemble() {
    record_ = map_at(reader_.row());
    id_ = {};
    for (auto field = fields_.cbegin(); field != fields_.cend();) {
        switch (field->column.place) {
            case CellPlace::pair:
                field = add_pair(field);
                break;
            case CellPlace::evidence:
                field = add_evidence(field);
                break;
            case CellPlace::tags:
                field = add_tags(field);
                break;
            case CellPlace::alone:
                auto value = value_of(*field);
                if (field->column.name == id_column)
                    id_ = std::move(value);
                else
                    add(field->column.key, std::move(value));
                ++field;
        }
    }
}

/// Unless it is missing.
void TableRows::add(std::string_view key, Node value) {
    if (value.type != Node::Type::missing) add_to(record_, key, std::move(value));
}

TableRows::Field TableRows::add_pair(Field field) {
    auto pair = list_at(reader_.row());
    pair.children.push_back(value_of(*field));
    pair.children.push_back(value_of(*std::next(field)));
    const bool are_both_missing = std::all_of(pair.children.begin(), pair.children.end(),
                                              [](const Node& value) { return value.type == Node::Type::missing; });
    const bool is_needed = !table_.form->of_vertices;
    if (is_needed || !are_both_missing) add(field->column.key, std::move(pair));
    return field + 2;
}

TableRows::Field TableRows::add_evidence(Field field) {
    auto evidence = map_at(reader_.row());
    for (; field != fields_.cend() && field->column.place == CellPlace::evidence; ++field) {
        auto value = value_of(*field);
        if (value.type == Node::Type::missing) continue;
        if (evidence.children.empty()) evidence.span = value.span;
        add_to(evidence, field->column.key, std::move(value));
    }
    if (evidence.children.empty()) return field;
    auto list = list_at(evidence.span);
    list.children.push_back(std::move(evidence));
    add("evidence", std::move(list));
    return field;
}

TableRows::Field TableRows::add_tags(Field field) {
    auto tags = map_at(reader_.row());
    for (; field != fields_.cend() && field->column.place == CellPlace::tags; ++field)
        if (auto value = value_of(*field); value.type != Node::Type::missing)
            add_to(tags, field->column.key, std::move(value));
    if (!tags.children.empty()) add("tags", std::move(tags));
    return field;
}

Node TableRows::value_of(const TableField& field) const {
    Node value = field.constant;
    if (field.cell) {
        const auto& cell = reader_.cells()[*field.cell];
        value = text_node(cell.text, reader_.place(cell));
        const bool is_measure = field.column.kind == CellKind::measure;
        if (reader_.delimiter() == ';' && (is_measure || field.column.kind == CellKind::number))
            take_decimal_comma(value.text);
        if (is_measure) take_exponent(value.text);
    }
    if (value.type == Node::Type::missing) {
        value.text = field.column.name;
        if (value.span.source == nullptr) value.span = reader_.row();
    }
    if (!value.is_scalar()) return value;
    if (field.column.kind == CellKind::flag) take_flag(value.text);
    const bool is_list = field.column.kind == CellKind::list || field.column.kind == CellKind::text_or_list;
    return is_list ? list_of(value, field.column.kind) : value;
}

/// A text too long is told, and refused.
Node TableRows::text_node(std::string_view text, const Span& at) const {
    Node node;
    node.span = at;
    if (text.empty()) return node;
    node.type = Node::Type::scalar;
    node.text = text;
    refuse_long_text(node, context_.diagnostics);
    return node;
}

Node TableRows::list_of(const Node& whole, CellKind kind) const {
    const std::string_view text = whole.text;
    if (kind == CellKind::text_or_list && text.find(';') == text.npos) return whole;
    auto list = list_at(whole.span);
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find(';', start), text.size());
        const auto part = without_blanks_around(text.substr(start, end - start));
        const auto offset = part.empty() ? start : static_cast<std::size_t>(part.data() - text.data());
        list.children.push_back(text_node(part, place_within(whole, offset, part.size())));
        start = end + 1;
    }
    return list;
}

}  // namespace entente
