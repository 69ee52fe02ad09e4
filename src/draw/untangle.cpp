#include "draw/untangle.hpp"

#include <array>

namespace entente::drawing {

namespace {

/// What a fault costs: a line behind a box misleads, a crossing only tires.
constexpr double behind_cost = 4;
constexpr double crossing_cost = 1;
/// Of moving by the whole width of the area, and of a line as long as that.
constexpr double distance_cost = 8;
constexpr double length_cost = 2;
constexpr int most_rounds = 10;

class Untangling {
  public:
    Untangling(std::vector<Point>& points, const std::vector<Movable>& boxes, const std::vector<Line>& lines,
               double margin)
        : points_(points), home_(points), boxes_(boxes), lines_(lines), margin_(margin), lines_of_(points.size()) {
        for (const auto& item : boxes)
            extent_ = std::max(extent_, item.area.width());
        for (std::size_t line = 0; line < lines.size(); ++line) {
            lines_of_[lines[line].from].push_back(line);
            lines_of_[lines[line].to].push_back(line);
        }
    }

    void run() {
        for (int round = 0; round < most_rounds; ++round) {
            bool moved = false;
            for (std::size_t item = 0; item < points_.size(); ++item)
                moved = improve(item) || moved;
            if (!moved) return;
        }
    }

  private:
    Box box(std::size_t item) const {
        return Box::around(points_[item], boxes_[item].size.width, boxes_[item].size.height);
    }

    bool fits(std::size_t item) const {
        const auto own = box(item);
        if (!boxes_[item].area.holds(own)) return false;
        const auto wide = own.grown(margin_);
        for (std::size_t other = 0; other < points_.size(); ++other)
            if (other != item && wide.overlaps(box(other))) return false;
        return true;
    }

    /// All faults in which the box or one of its lines has a part.
    double cost(std::size_t item) const {
        double sum = distance_cost * (points_[item] - home_[item]).length() / extent_;
        const auto own = box(item).grown(margin_ / 2);
        for (const auto& line : lines_)
            if (line.from != item && line.to != item && passes_through(points_[line.from], points_[line.to], own))
                sum += behind_cost * line.weight;
        for (const auto line : lines_of_[item])
            sum += cost_of_line(line);
        return sum;
    }

    double cost_of_line(std::size_t index) const {
        const auto& line = lines_[index];
        const auto from = points_[line.from];
        const auto to = points_[line.to];
        double sum = length_cost * (to - from).length() / extent_;
        for (std::size_t other = 0; other < points_.size(); ++other)
            if (other != line.from && other != line.to && passes_through(from, to, box(other).grown(margin_ / 2)))
                sum += behind_cost * line.weight;
        for (const auto& other : lines_)
            if (cross_each_other(from, to, points_[other.from], points_[other.to]))
                sum += crossing_cost * line.weight * other.weight;
        return sum;
    }

    bool improve(std::size_t item) {
        const auto start = points_[item];
        auto best = start;
        double least = cost(item);
        const double before = least;
        for (const double reach : {12.0, 30.0, 60.0, 110.0, 180.0})
            for (const auto& direction : directions) {
                points_[item] = start + direction * reach;
                if (!fits(item)) continue;
                const double here = cost(item);
                if (here < least - 1e-6) {
                    least = here;
                    best = points_[item];
                }
            }
        points_[item] = best;
        return least < before - 1e-6;
    }

    static constexpr std::array<Point, 12> directions{{{1, 0},
                                                       {0.866, 0.5},
                                                       {0.5, 0.866},
                                                       {0, 1},
                                                       {-0.5, 0.866},
                                                       {-0.866, 0.5},
                                                       {-1, 0},
                                                       {-0.866, -0.5},
                                                       {-0.5, -0.866},
                                                       {0, -1},
                                                       {0.5, -0.866},
                                                       {0.866, -0.5}}};

    std::vector<Point>& points_;
    const std::vector<Point> home_;
    const std::vector<Movable>& boxes_;
    const std::vector<Line>& lines_;
    const double margin_;
    double extent_ = 1;
    std::vector<std::vector<std::size_t>> lines_of_;
};

}  // namespace

void untangle(std::vector<Point>& points, const std::vector<Movable>& boxes, const std::vector<Line>& lines,
              double margin) {
    Untangling(points, boxes, lines, margin).run();
}

}  // namespace entente::drawing
