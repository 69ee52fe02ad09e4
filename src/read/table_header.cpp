#include "read/table_header.hpp"

#include "read/fields.hpp"
#include "read/values.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace entente {

namespace {

class Header {
  public:
    Header(Context& context, const DataTable& table, const CsvReader& reader)
        : context_(context),
          table_(table),
          form_(*table.form),
          reader_(reader),
          errors_before_(context.diagnostics.errors()) {}

    std::optional<std::vector<TableField>> fields() {
        read_headings();
        take_named_columns();
        take_other_headings();
        take_constants();
        if (context_.diagnostics.errors() == errors_before_) check_needed();
        if (context_.diagnostics.errors() > errors_before_) return std::nullopt;
        complete_pairs();
        take_notes_without_source();
        sort_as_the_form();
        return std::move(fields_);
    }

  private:
    /// Two headings of one name are an error; several without one are not.
    void read_headings() {
        const auto& header = reader_.header();
        for (std::size_t cell = 0; cell < header.size(); ++cell) {
            const auto heading = header[cell].text;
            if (heading.empty()) continue;
            const auto [first, is_new] = headings_.emplace(heading, cell);
            if (!is_new)
                error(reader_.place(header[cell]), fmt::format("the heading {} stands twice", in_quotes(heading)),
                      fmt::format("it stands at {} already", place_of(reader_.place(header[first->second]))));
        }
    }

    /// `columns: {a: ccode1}`
    void take_named_columns() {
        const auto* const columns = find_key(*table_.entry, "columns");
        if (columns == nullptr) return;
        for (const auto& [key, value] : map_entries(context_, *columns, "columns")) {
            const auto column = column_of(key);
            const auto heading = read_text(context_, value, "a heading");
            if (!column || !heading) continue;
            const auto found = headings_.find(*heading);
            if (found == headings_.end()) {
                report_no_heading(value);
                continue;
            }
            taken_.insert(found->second);
            add({*column, found->second, {}}, key.span);
        }
    }

    void report_no_heading(const Node& value) {
        std::vector<std::string_view> known;
        for (const auto& cell : reader_.header())
            if (!cell.text.empty()) known.push_back(cell.text);
        constexpr std::size_t readable = 20;
        error(value.span, fmt::format("{} has no heading {}", table_.source->name(), in_quotes(value.text)),
              suggestion(value.text, known,
                         known.size() <= readable ? fmt::format("it has {}", fmt::join(known, ", "))
                                                  : fmt::format("it has {} others", known.size())));
    }

    void take_other_headings() {
        const auto& header = reader_.header();
        for (std::size_t cell = 0; cell < header.size(); ++cell) {
            const auto heading = header[cell].text;
            if (heading.empty() || taken_.contains(cell) || headings_.at(heading) != cell) continue;
            if (const auto column = find_column(heading))
                add({*column, cell, {}}, reader_.place(header[cell]));
            else
                error(reader_.place(header[cell]),
                      fmt::format("unknown heading {} in a table of {}", in_quotes(heading), form_.section),
                      suggestion(heading, known_columns(), known_in_words()));
        }
    }

    /// `with: {layer: alliance}`
    void take_constants() {
        const auto* const with = find_key(*table_.entry, "with");
        if (with == nullptr) return;
        for (const auto& [key, value] : map_entries(context_, *with, "with")) {
            const auto column = column_of(key);
            if (read_text(context_, value, "the value of every row") && column) add({*column, {}, value}, key.span);
        }
    }

    void add(TableField field, const Span& at) {
        const auto [first, is_new] = places_.emplace(field.column.name, at);
        if (is_new) return fields_.push_back(std::move(field));
        error(at, fmt::format("the column {} is given twice", in_quotes(field.column.name)),
              fmt::format("it comes from {} already", place_of(first->second)));
    }

    void check_needed() {
        for (const auto& choice : form_.needed) {
            if (std::any_of(choice.begin(), choice.end(), [&](auto name) { return places_.contains(name); })) continue;
            const auto& header = reader_.header();
            error(header.empty() ? Span{table_.source, 0, 1} : reader_.place(header.front()),
                  fmt::format("a table of {} without the column '{}'", form_.section, fmt::join(choice, "' or '")),
                  "add it, name its heading in `columns`, or give one value for all rows in `with`");
        }
    }

    /// The other of a pair is then missing in every row.
    void complete_pairs() {
        for (const auto& column : form_.columns) {
            if (column.place != CellPlace::pair || places_.contains(column.name)) continue;
            const bool other_stands = std::any_of(fields_.begin(), fields_.end(), [&](const TableField& field) {
                return field.column.place == CellPlace::pair && field.column.key == column.key;
            });
            if (other_stands) fields_.push_back({column, {}, {}});
        }
    }

    /// What is said without a source anywhere is no evidence, but a note.
    void take_notes_without_source() {
        const auto* const note = form_.find("note");
        if (note == nullptr || places_.contains("source") || places_.contains("note")) return;
        for (auto& field : fields_)
            if (field.column.name == "evidence_note") field.column = *note;
    }

    /// Tags last, since the form does not list them.
    void sort_as_the_form() {
        const auto position = [&](const TableField& field) {
            return form_.find(field.column.name) - form_.columns.data();
        };
        const auto is_tag = [](const TableField& field) { return field.column.place == CellPlace::tags; };
        const auto tags = std::stable_partition(fields_.begin(), fields_.end(), std::not_fn(is_tag));
        std::sort(fields_.begin(), tags,
                  [&](const TableField& left, const TableField& right) { return position(left) < position(right); });
    }

    std::optional<Column> find_column(std::string_view name) const {
        if (const auto* const column = form_.find(name)) return *column;
        if (!form_.of_vertices || !name.starts_with(tag_prefix) || name.size() == tag_prefix.size())
            return std::nullopt;
        return Column{name, CellKind::text, CellPlace::tags, name.substr(tag_prefix.size())};
    }

    std::optional<Column> column_of(const Node& key) {
        const auto column = find_column(key.text);
        if (!column)
            error(key.span, fmt::format("unknown column {} of {}", in_quotes(key.text), form_.section),
                  suggestion(key.text, known_columns(), known_in_words()));
        return column;
    }

    std::vector<std::string_view> known_columns() const {
        std::vector<std::string_view> known;
        for (const auto& column : form_.columns)
            known.push_back(column.name);
        return known;
    }

    std::string known_in_words() const {
        return fmt::format("known are {}{}", fmt::join(known_columns(), ", "), form_.of_vertices ? ", tags.NAME" : "");
    }

    void error(const Span& at, std::string message, std::string hint) {
        context_.diagnostics.error(at, std::move(message), std::move(hint));
    }

    Context& context_;
    const DataTable& table_;
    const TableForm& form_;
    const CsvReader& reader_;
    std::size_t errors_before_;
    std::map<std::string_view, std::size_t, std::less<>> headings_;
    std::set<std::size_t> taken_;  ///< headings that `columns` names
    std::map<std::string_view, Span, std::less<>> places_;
    std::vector<TableField> fields_;
};

}  // namespace

std::optional<std::vector<TableField>> find_table_fields(Context& context, const DataTable& table,
                                                         const CsvReader& reader) {
    if (reader.header().empty()) return std::nullopt;
    return Header(context, table, reader).fields();
}

}  // namespace entente
