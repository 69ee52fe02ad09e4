/// Names near their places on a map: apart from each other, and none over another's place.
#pragma once

#include "draw/layout.hpp"

#include <optional>
#include <vector>

namespace entente::drawing {

struct NamedPlace {
    Point place;
    BoxSize name;
};

/// Marks a place whose name stands beside it.
inline constexpr double place_dot = 5;

/// Whether the name stands so that its place needs a mark of its own.
bool stands_apart(Point place, const Box& name);

/// The middles of the names: each as near its place as the others allow, with short hairlines back that cross little,
/// and as few of `lines` as can be behind a name. Nothing where they do not fit into the area.
std::optional<std::vector<Point>> nudged(const std::vector<NamedPlace>& places, const std::vector<Line>& lines,
                                         const Box& area, double margin);

/// Of the name's box, nearest to the place.
Point nearest_on(const Box& box, Point place);

}  // namespace entente::drawing
