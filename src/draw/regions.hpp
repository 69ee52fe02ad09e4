/// The page divided among groups, and the soft outline round one.
#pragma once

#include "draw/geometry.hpp"

#include <vector>

namespace entente::drawing {

struct Need {
    Point place;  ///< where the group lies among the others
    double area;  ///< its share of the page, as a weight
};

/// One box a group, disjoint, by area; groups keep left and right, above and below of one another.
std::vector<Box> divided(const Box& whole, const std::vector<Need>& needs);

/// The convex outline of the boxes at a distance of `pad`, its corners round.
std::vector<Point> rounded_hull(const std::vector<Box>& boxes, double pad);

}  // namespace entente::drawing
