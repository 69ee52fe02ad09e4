/// Concerns from tables: a row each holder, those of one id together.
#pragma once

#include "read/context.hpp"
#include "read/table_form.hpp"
#include "read/yaml_tree.hpp"

#include <vector>

namespace entente {

struct TableConcern {
    Node id;
    Node body;
};

/// In the order of their first rows.
std::vector<TableConcern> read_table_concerns(Context& context, const std::vector<const DataTable*>& tables);

}  // namespace entente
