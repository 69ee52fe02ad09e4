/// A PDF says when it was made; ours says the date it is told.
#pragma once

#include <entente/model.hpp>

#include <string>

namespace entente::drawing {

/// The same length, so that the offsets in the file stay right.
std::string dated(std::string pdf, Date made_on);

}  // namespace entente::drawing
