/// A scenario's file: its title and its changes, applied to the model as they are read (METHOD 9).
#pragma once

#include "read/context.hpp"

namespace entente {

/// The model is that of the context, with earlier scenarios applied. Nothing is applied of a change that is faulty.
void apply_scenario(Context& context, const Node& root);

/// One change; `key` is its kind.
void apply_change(Context& context, const Node& key, const Node& body);

}  // namespace entente
