/// The tables that there are: which columns each may have, and which key of a record a column is.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace entente {

/// How what stands in a cell is taken.
enum class CellKind {
    text,
    number,       ///< with a decimal comma where the delimiter is a semicolon
    measure,      ///< a number measured elsewhere: with an exponent, too, as programs write small ones
    flag,         ///< true or false, in capitals too, as spreadsheets write them
    list,         ///< parted by semicolons
    text_or_list  ///< a list where there are several
};

/// What a cell becomes within the record.
enum class CellPlace {
    alone,     ///< the value of a key
    pair,      ///< one of the two values of a key; both columns stand together
    evidence,  ///< a key of the record's evidence
    tags       ///< a tag
};

struct Column {
    std::string_view name;
    CellKind kind = CellKind::text;
    CellPlace place = CellPlace::alone;
    std::string_view key = name;
};

/// What a table of one section looks like.
struct TableForm {
    std::string_view section;
    std::string_view record;  ///< what a row is, in errors: "a tie"
    /// Columns of one place stand together.
    std::vector<Column> columns;
    /// A table has one column at least of each.
    std::vector<std::vector<std::string_view>> needed;
    /// Whether a row declares a vertex; `tags.NAME` is then a column too.
    bool of_vertices = false;

    const Column* find(std::string_view name) const;
};

class SourceText;
struct Node;

/// One use of a file: `ties: [FILE, {file: FILE, columns: {…}, with: {…}}]`.
struct DataTable {
    const TableForm* form;
    const SourceText* source;
    const Node* entry;  ///< of the model: a path, or a map
};

/// Begins the name of a tag's column.
inline constexpr std::string_view tag_prefix = "tags.";

std::span<const TableForm> table_forms();
/// Null where there is none.
const TableForm* find_table_form(std::string_view section);

}  // namespace entente
