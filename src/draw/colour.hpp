/// Colours between the theme's.
#pragma once

#include "draw/theme.hpp"

#include <string>

namespace entente::drawing {

/// `share` of the way from one #rrggbb to the other.
std::string mixed(const std::string& from, const std::string& to, double share);

/// Fill of a score in [0, 1]: the higher, the darker, and ink stays readable on it.
std::string shade(const Theme& theme, double score);

}  // namespace entente::drawing
