/// A changed model said as a model: what a scenario replaces on some days is left out on these.
#pragma once

#include <entente/model.hpp>

namespace entente::write {

/// No record of the result is replaced, and no forum has a later effectiveness; on every day the same records count. A
/// WriteError where a model has no words for what is left. The titles of the scenarios join the model's own.
Model plain_model(Model model);

}  // namespace entente::write
