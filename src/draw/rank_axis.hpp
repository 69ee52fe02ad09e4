/// How sure a rank is, drawn: a dot for the rank, a whisker for where it falls nine times in ten.
#pragma once

#include "draw/page.hpp"
#include <entente/analysis.hpp>

#include <cstddef>
#include <vector>

namespace entente::drawing {

/// One axis of ranks for several candidates, each in a row of its own.
class RankAxis {
  public:
    /// From rank 1 at `left` to the largest rank that a whisker reaches at `right`.
    RankAxis(const std::vector<const Candidate*>& candidates, double left, double right);

    /// The numbers that have room, once, in a line of text whose upper edge is at `top`.
    void draw_numbers(Page& page, double top) const;
    /// Axis, whisker and dot at the height of `middle`; only where the candidate's rank was drawn.
    void draw_row(Page& page, const Candidate& candidate, double middle) const;

    double left() const { return left_; }

  private:
    double place(std::size_t rank) const;
    std::vector<std::size_t> ticks() const;

    double left_;
    double right_;
    std::size_t last_ = 2;
};

}  // namespace entente::drawing
