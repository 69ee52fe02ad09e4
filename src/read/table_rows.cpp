#include "read/table_rows.hpp"

#include "read/cell_text.hpp"

#include <algorithm>

namespace entente {

namespace {

constexpr std::string_view id_column = "id";

bool is_missing(const Node& node) {
    return node.type == Node::Type::missing;
}

/// Of a part of a scalar's text; of the whole where its text does not stand in the file as it is.
Span place_within(const Node& scalar, std::size_t offset, std::size_t length) {
    const auto& span = scalar.span;
    const auto written = span.source->text().substr(span.offset, span.length);
    const std::size_t quote = written.starts_with('"') || written.starts_with('\'') ? 1 : 0;
    if (written.substr(quote, scalar.text.size()) != scalar.text) return span;
    return {span.source, span.offset + quote + offset, std::max<std::size_t>(length, 1)};
}

/// What the cell says, as the format writes it; text of its own lives as long as the source.
std::string_view text_of(const Cell& cell, CellKind kind, char delimiter, const SourceText& source) {
    auto text = cell.text;
    const bool is_number = kind == CellKind::number || kind == CellKind::measure;
    if (is_number && delimiter == ';' && text.find(',') != text.npos) text = source.keep(with_decimal_point(text));
    if (kind == CellKind::measure && text.find_first_of("eE") != text.npos) text = source.keep(without_exponent(text));
    if (kind == CellKind::flag) text = source.keep(with_small_flag(text));
    return text;
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
    record_.reset();
    memory_.release();
    record_ = node(Node::Type::map, reader_.row());
    record_->children.reserve(2 * fields_.size());
    id_ = {};
    for (auto field = fields_.cbegin(); field != fields_.cend();) {
        switch (field->column.place) {
            case CellPlace::alone:
                add_alone(*field++);
                break;
            case CellPlace::pair:
                field = add_pair(field);
                break;
            case CellPlace::evidence:
                field = add_evidence(field);
                break;
            case CellPlace::tags:
                field = add_tags(field);
                break;
        }
    }
}

void TableRows::add_alone(const TableField& field) {
    auto value = scalar_of(field);
    if (field.column.name == id_column) {
        id_ = std::move(value);
        return;
    }
    if (is_missing(value)) return;
    const auto kind = field.column.kind;
    const bool is_list =
        value.is_scalar() &&
        (kind == CellKind::list || (kind == CellKind::text_or_list && value.text.find(';') != value.text.npos));
    add(*record_, field.column.key, is_list ? list_of(value) : std::move(value));
}

/// A record needs its pair; the place of a vertex may be missing.
TableRows::Field TableRows::add_pair(Field field) {
    auto first = scalar_of(*field);
    auto second = scalar_of(*std::next(field));
    const bool is_needed = !table_.form->of_vertices;
    if (is_needed || !is_missing(first) || !is_missing(second)) {
        auto pair = node(Node::Type::sequence, first.span);
        pair.children.reserve(2);
        pair.children.push_back(std::move(first));
        pair.children.push_back(std::move(second));
        add(*record_, field->column.key, std::move(pair));
    }
    return field + 2;
}

TableRows::Field TableRows::add_evidence(Field field) {
    auto evidence = node(Node::Type::map, reader_.row());
    for (; field != fields_.cend() && field->column.place == CellPlace::evidence; ++field) {
        auto value = scalar_of(*field);
        if (is_missing(value)) continue;
        if (evidence.children.empty()) evidence.span = value.span;
        add(evidence, field->column.key, std::move(value));
    }
    if (evidence.children.empty()) return field;
    auto list = node(Node::Type::sequence, evidence.span);
    list.children.push_back(std::move(evidence));
    add(*record_, "evidence", std::move(list));
    return field;
}

TableRows::Field TableRows::add_tags(Field field) {
    auto tags = node(Node::Type::map, reader_.row());
    for (; field != fields_.cend() && field->column.place == CellPlace::tags; ++field)
        if (auto value = scalar_of(*field); !is_missing(value)) add(tags, field->column.key, std::move(value));
    if (!tags.children.empty()) add(*record_, "tags", std::move(tags));
    return field;
}

/// A missing one bears the name of its column.
Node TableRows::scalar_of(const TableField& field) {
    auto scalar = node(Node::Type::missing, reader_.row());
    scalar.text = field.column.name;
    if (field.cell) {
        const auto& cell = reader_.cells()[*field.cell];
        scalar.span = reader_.place(cell);
        if (cell.text.empty()) return scalar;
        scalar.type = Node::Type::scalar;
        scalar.text = text_of(cell, field.column.kind, reader_.delimiter(), *table_.source);
        refuse_long_text(scalar, context_.diagnostics);
    } else if (field.constant.is_scalar()) {
        scalar = field.constant;
    }
    return scalar;
}

Node TableRows::list_of(const Node& whole) {
    auto list = node(Node::Type::sequence, whole.span);
    for (std::size_t start = 0; start <= whole.text.size();) {
        const auto end = std::min(whole.text.find(';', start), whole.text.size());
        const auto part = without_blanks_around(whole.text.substr(start, end - start));
        const auto offset = part.empty() ? start : static_cast<std::size_t>(part.data() - whole.text.data());
        list.children.push_back(
            node(part.empty() ? Node::Type::missing : Node::Type::scalar, place_within(whole, offset, part.size())));
        list.children.back().text = part;
        start = end + 1;
    }
    return list;
}

Node TableRows::node(Node::Type type, const Span& span) {
    Node made{&memory_};
    made.type = type;
    made.span = span;
    return made;
}

void TableRows::add(Node& map, std::string_view key, Node value) {
    map.children.push_back(node(Node::Type::scalar, value.span));
    map.children.back().text = key;
    map.children.push_back(std::move(value));
}

}  // namespace entente
