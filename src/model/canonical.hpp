/// One order for a model's parts, whatever order and files they were written in.
#pragma once

#include <entente/model.hpp>

namespace entente {

/// Sorts vertices, layers, sources and concerns by id and every record by what it says, and mends all positions that
/// refer to them. Evidence within a record stays in the order written.
void sort_canonically(Model& model);

}  // namespace entente
