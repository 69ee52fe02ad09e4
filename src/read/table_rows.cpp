#include "read/table_rows.hpp"

#include "read/cell_text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::string_view id_column = "id";

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

TableRows::TableRows(Context& context, const DataTable& table)
    : context_(context), table_(table), reader_(*table.source, context.diagnostics) {
    auto fields = find_table_fields(context, table, reader_);
    if (!fields) {
        if (table.form->of_vertices) context.all_files_read = false;
        return;
    }
    fields_ = std::move(*fields);
    for (std::size_t cell = 0; cell < reader_.header().size(); ++cell)
        if (reader_.header()[cell].text.empty()) nameless_.push_back(cell);
    const auto id = std::find_if(fields_.begin(), fields_.end(),
                                 [](const TableField& field) { return field.column.name == id_column; });
    if (id == fields_.end()) return;
    id_field_ = std::move(*id);
    fields_.erase(id);
}

bool TableRows::next() {
    if (fields_.empty() && !id_field_) return false;
    if (!reader_.next()) {
        context_.table_bytes_read += table_.source->text().size();
        context_.tell_progress(0);
        if (!reader_.is_whole() && table_.form->of_vertices) context_.all_files_read = false;
        return false;
    }
    context_.count_record(reader_.row());
    constexpr std::size_t rows_between_words = 4096;
    if (context_.records % rows_between_words == 0) context_.tell_progress(reader_.offset());
    refuse_nameless_cells();
    assemble();
    return true;
}

void TableRows::refuse_nameless_cells() {
    for (const auto position : nameless_)
        if (const auto& cell = reader_.cells()[position]; !cell.text.empty())
            context_.diagnostics.error(reader_.place(cell), fmt::format("{} under no heading", in_quotes(cell.text)),
                                       "name its column in the first line, or empty the cell");
}

void TableRows::assemble() {
    record_.reset();
    memory_.release();
    record_.emplace(&memory_);
    record_->type = Node::Type::map;
    record_->has_known_keys = true;
    record_->span = reader_.row();
    record_->children.reserve(2 * fields_.size());
    id_ = {};
    if (id_field_) fill(id_, *id_field_);
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
    if (is_empty(field)) return;
    add_key(*record_, field.column.key, place(field));
    add_scalar(*record_, field);
    auto& value = record_->children.back();
    const bool is_list = field.column.kind == CellKind::list || (field.column.kind == CellKind::text_or_list &&
                                                                 value.text.find(';') != std::string_view::npos);
    if (is_list && value.is_scalar()) split(value);
}

/// A record needs its pair; the place of a vertex may be missing.
TableRows::Field TableRows::add_pair(Field field) {
    const auto second = std::next(field);
    const bool is_needed = !table_.form->of_vertices;
    if (is_needed || !is_empty(*field) || !is_empty(*second)) {
        add_key(*record_, field->column.key, place(*field));
        auto& pair = add_child(*record_, Node::Type::sequence, place(*field));
        pair.children.reserve(2);
        add_scalar(pair, *field);
        add_scalar(pair, *second);
    }
    return second + 1;
}

TableRows::Field TableRows::add_evidence(Field field) {
    Node* evidence = nullptr;
    for (; field != fields_.cend() && field->column.place == CellPlace::evidence; ++field) {
        if (is_empty(*field)) continue;
        if (evidence == nullptr) {
            add_key(*record_, "evidence", place(*field));
            auto& list = add_child(*record_, Node::Type::sequence, place(*field));
            list.children.reserve(1);
            evidence = &add_child(list, Node::Type::map, place(*field));
            constexpr std::size_t most_keys = 4;
            evidence->children.reserve(2 * most_keys);
            evidence->has_known_keys = true;
        }
        add_key(*evidence, field->column.key, place(*field));
        add_scalar(*evidence, *field);
    }
    return field;
}

TableRows::Field TableRows::add_tags(Field field) {
    Node* tags = nullptr;
    for (; field != fields_.cend(); ++field) {
        if (is_empty(*field)) continue;
        if (tags == nullptr) {
            add_key(*record_, "tags", place(*field));
            tags = &add_child(*record_, Node::Type::map, place(*field));
        }
        add_key(*tags, field->column.key, place(*field));
        add_scalar(*tags, *field);
    }
    return field;
}

Node& TableRows::add_child(Node& parent, Node::Type type, const Span& span) {
    auto& child = parent.children.emplace_back(&memory_);
    child.type = type;
    child.span = span;
    return child;
}

void TableRows::add_key(Node& map, std::string_view key, const Span& span) {
    add_child(map, Node::Type::scalar, span).text = key;
}

void TableRows::add_scalar(Node& parent, const TableField& field) {
    fill(parent.children.emplace_back(&memory_), field);
}

/// A missing one bears the name of its column.
void TableRows::fill(Node& node, const TableField& field) {
    node.span = place(field);
    node.text = field.column.name;
    if (is_empty(field)) return;
    node.type = Node::Type::scalar;
    if (!field.cell) {
        node.text = field.constant.text;
        node.quoted = field.constant.quoted;
        return;
    }
    node.text = text_of(reader_.cells()[*field.cell], field.column.kind, reader_.delimiter(), *table_.source);
    refuse_long_text(node, context_.diagnostics);
}

/// The scalar becomes the list of its parts.
void TableRows::split(Node& scalar) {
    const auto whole = scalar;
    scalar.type = Node::Type::sequence;
    for (std::size_t start = 0; start <= whole.text.size();) {
        const auto end = std::min(whole.text.find(';', start), whole.text.size());
        const auto part = without_blanks_around(whole.text.substr(start, end - start));
        const auto offset = part.empty() ? start : static_cast<std::size_t>(part.data() - whole.text.data());
        add_child(scalar, part.empty() ? Node::Type::missing : Node::Type::scalar,
                  place_within(whole, offset, part.size()))
            .text = part;
        start = end + 1;
    }
}

bool TableRows::is_empty(const TableField& field) const {
    return field.cell ? reader_.cells()[*field.cell].text.empty() : !field.constant.is_scalar();
}

Span TableRows::place(const TableField& field) const {
    if (field.cell) return reader_.place(reader_.cells()[*field.cell]);
    return field.constant.is_scalar() ? field.constant.span : reader_.row();
}

}  // namespace entente
