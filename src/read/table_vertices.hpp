/// Vertices from tables: rows of one id with other dates are spells of existence of one vertex.
#pragma once

#include "read/context.hpp"
#include "read/table_form.hpp"
#include "read/yaml_tree.hpp"

#include <deque>
#include <vector>

namespace entente {

struct TableVertex {
    Node id;
    Node body;
};

/// Puts those of one section's tables behind those of others. A further row of an id that is no further spell becomes a
/// vertex of its own, a duplicate. Where there are more than a model may hold, the rest is not read.
void read_table_vertices(Context& context, const std::vector<const DataTable*>& tables,
                         std::deque<TableVertex>& vertices);

}  // namespace entente
