/// Small moves that make a network easier to follow.
#pragma once

#include "draw/layout.hpp"

namespace entente::drawing {

/// A vertex's box and where it may go.
struct Movable {
    BoxSize size;
    Box area;
};

/// Moves boxes, one at a time and never over another, where that leaves fewer lines crossing or passing behind a box
/// without taking the box far from where it stood. O(lines + boxes) a line of the box and a place tried.
void untangle(std::vector<Point>& points, const std::vector<Movable>& boxes, const std::vector<Line>& lines,
              double margin);

}  // namespace entente::drawing
