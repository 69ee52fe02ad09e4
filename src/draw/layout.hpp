/// Where the vertices of a network stand: stress majorisation, fitted to the page, no box over another.
#pragma once

#include "draw/geometry.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace entente::drawing {

/// Ideal distance of two vertices, by position.
using Distance = std::function<double(std::size_t, std::size_t)>;

/// Stress majorisation over every pair, weight 1/distance² (Gansner, Koren & North 2004), from a fixed start; the
/// longest axis lies level. Units are those of `distance`. O(count²) an iteration.
std::vector<Point> stress_positions(std::size_t count, const Distance& distance);

struct BoxSize {
    double width;
    double height;
};

struct Line {
    std::size_t from;
    std::size_t to;
    double weight = 1;  ///< how much it matters that it is seen
};

/// Spreads the positions over the area and moves boxes apart until none overlaps another within `margin`. Nothing where
/// they do not fit.
std::optional<std::vector<Point>> fit_into(const Box& area, const std::vector<Point>& positions,
                                           const std::vector<BoxSize>& sizes, double margin);

}  // namespace entente::drawing
