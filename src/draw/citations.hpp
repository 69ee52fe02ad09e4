/// Which sources a model leans on.
#pragma once

#include <entente/model.hpp>

#include <vector>

namespace entente::drawing {

/// Positions in Model::sources, the most cited first, then as in the model.
std::vector<std::size_t> most_cited(const Model& model);

}  // namespace entente::drawing
