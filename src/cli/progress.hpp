/// How far a long computation is, on a terminal.
#pragma once

#include "cli/arguments.hpp"

#include <functional>

namespace entente::cli {

/// Tells of it on standard error once it has taken a second, where that is a terminal and --quiet is not given;
/// else an empty function.
std::function<void(double share)> progress_of(const Arguments& arguments, std::string_view what);

}  // namespace entente::cli
