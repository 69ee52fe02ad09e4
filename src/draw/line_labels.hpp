/// Where words stand on lines: clear of the names and of one another.
#pragma once

#include "draw/layout.hpp"

#include <optional>
#include <vector>

namespace entente::drawing {

struct LineLabel {
    Point from;  ///< ends of the line, where it leaves the boxes or behind them
    Point to;
    BoxSize size;
};

/// The box of each label on its line, or close beside it, in their order, none over one of `boxes`, another label or
/// beyond `area`, and over as few of the other lines as can be; nothing where a label finds no room.
std::vector<std::optional<Box>> place_labels(const std::vector<LineLabel>& labels, const std::vector<Box>& boxes,
                                             const Box& area);

}  // namespace entente::drawing
