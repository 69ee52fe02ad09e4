/// From places on the globe to points on the page.
#pragma once

#include "draw/layout.hpp"
#include "draw/scene.hpp"
#include <entente/model.hpp>

#include <vector>

namespace entente::drawing {

/// Equirectangular about the middle of the places: the widest stretch of longitudes without a place is where the map
/// ends, so that a region across the date line stays in one piece.
class Projection {
  public:
    /// All places fall into `area` less `inset` on each side.
    Projection(const std::vector<Place>& places, const Box& area, BoxSize inset);

    Point point(const Place& place) const;
    /// Of a longitude that runs on past 180 degrees, kept where it is.
    Point run_on(const Place& place) const;
    /// Width of the whole globe.
    double round_the_globe() const { return 360 * across_; }

  private:
    Point centre_;
    Place middle_{};
    double across_ = 1;  ///< points a degree of longitude
    double up_ = 1;      ///< points a degree of latitude
};

/// The land in `area`, waters inside it in the colour of the paper.
void draw_land(Scene& scene, const Projection& projection, const Box& area, const Theme& theme);

}  // namespace entente::drawing
