/// The header of a table: which cell of a row is which part of the record.
#pragma once

#include "read/context.hpp"
#include "read/csv.hpp"
#include "read/table_form.hpp"
#include "read/yaml_tree.hpp"

#include <optional>
#include <vector>

namespace entente {

/// Where the values of a column come from.
struct TableField {
    Column column;
    std::optional<std::size_t> cell;  ///< position in a row
    Node constant{};                  ///< the same for every row; missing where there is neither
};

/// In the order of the form; nothing where the header is faulty, which is told.
std::optional<std::vector<TableField>> find_table_fields(Context& context, const DataTable& table,
                                                         const CsvReader& reader);

}  // namespace entente
