/// Where the names of a change stand: one layout for both states.
#pragma once

#include "draw/changed_net.hpp"
#include "draw/net.hpp"

#include <optional>

namespace entente::drawing {

/// Size of the numbers on lines that move.
double number_size(const Page& page);

/// By the mean of what the network's distances are in the two states. Of a few layouts, which draw what moves more or
/// less together, the one in which what moves is easiest to follow. Nothing where the names do not fit.
std::optional<PlacedNames> place_changes(const BothStates& states, const ChangedNet& net, const Page& page);

}  // namespace entente::drawing
