/// The outline of the world's land (coastline/README.md tells its origin).
#pragma once

#include <entente/model.hpp>

#include <vector>

namespace entente::drawing {

/// A ring of land, or of water inside land, that comes after it. Longitudes run on past 180 degrees.
struct Shore {
    bool water;
    std::vector<Place> ring;
};
const std::vector<Shore>& coastline();

}  // namespace entente::drawing
