/// The model that `entente init` writes, from starter/model.yaml.
#pragma once

#include <string_view>

namespace entente::cli {

extern const std::string_view starter_model;

}  // namespace entente::cli
