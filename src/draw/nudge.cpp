#include "draw/nudge.hpp"

#include <algorithm>
#include <limits>
#include <numbers>
#include <numeric>

namespace entente::drawing {

namespace {

/// What a fault costs, in points of distance from the place.
constexpr double hairline_crossing = 40;
constexpr double hairline_behind_name = 60;
constexpr double tie_behind_name = 6;
constexpr double hairline_over_place = 30;
/// A name whose middle is off its place, though the place is under it, costs so much a point.
constexpr double off_centre = 0.25;
constexpr int most_rounds = 12;
constexpr int directions = 24;
constexpr double first_reach = 3;
constexpr double farther = 1.13;

class Nudging {
  public:
    Nudging(const std::vector<NamedPlace>& places, const std::vector<Line>& lines, const Box& area, double margin)
        : places_(places), lines_(lines), area_(area), margin_(margin), names_(places.size()) {}

    bool run() {
        for (const auto item : crowded_first())
            if (!place(item)) return false;
        for (int round = 0; round < most_rounds; ++round) {
            bool moved = false;
            for (std::size_t item = 0; item < places_.size(); ++item)
                moved = place(item) || moved;
            if (!moved) break;
        }
        return true;
    }

    std::vector<Point> middles() const {
        std::vector<Point> points;
        for (const auto& name : names_)
            points.push_back(name->centre());
        return points;
    }

  private:
    /// Those with the most neighbours choose first; the others have room outside.
    std::vector<std::size_t> crowded_first() const {
        std::vector<double> crowd(places_.size());
        for (std::size_t i = 0; i < places_.size(); ++i)
            for (std::size_t j = 0; j < places_.size(); ++j)
                crowd[i] += 1 / (20 + (places_[i].place - places_[j].place).length());
        std::vector<std::size_t> order(places_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](auto left, auto right) { return crowd[left] > crowd[right] + 1e-9; });
        return order;
    }

    bool free(std::size_t item, const Box& name) const {
        if (!area_.holds(name)) return false;
        const auto wide = name.grown(margin_);
        for (std::size_t other = 0; other < places_.size(); ++other) {
            if (other == item) continue;
            if (names_[other] && wide.overlaps(*names_[other])) return false;
            if (name.overlaps(Box::around(places_[other].place, place_dot + 2, place_dot + 2))) return false;
        }
        return true;
    }

    bool tie_runs_behind(const Line& tie, const Box& name) const {
        if (!names_[tie.from] || !names_[tie.to]) return false;
        return passes_through(names_[tie.from]->centre(), names_[tie.to]->centre(), name);
    }

    double cost(std::size_t item, const Box& name) const {
        const auto place = places_[item].place;
        const auto end = nearest_on(name, place);
        double sum = (end - place).length() + off_centre * (name.centre() - place).length();
        for (std::size_t other = 0; other < places_.size(); ++other) {
            if (other == item) continue;
            if (passes_through(place, end, Box::around(places_[other].place, place_dot, place_dot)))
                sum += hairline_over_place;
            if (!names_[other]) continue;
            const auto other_end = nearest_on(*names_[other], places_[other].place);
            if (cross_each_other(place, end, places_[other].place, other_end)) sum += hairline_crossing;
            if (passes_through(place, end, *names_[other])) sum += hairline_behind_name;
            if (passes_through(places_[other].place, other_end, name)) sum += hairline_behind_name;
        }
        for (const auto& tie : lines_) {
            if (tie.from != item && tie.to != item) {
                if (tie_runs_behind(tie, name)) sum += tie_behind_name;
                continue;
            }
            const auto far = tie.from == item ? tie.to : tie.from;
            if (!names_[far]) continue;
            for (std::size_t other = 0; other < places_.size(); ++other)
                if (other != item && other != far && names_[other] &&
                    passes_through(name.centre(), names_[far]->centre(), *names_[other]))
                    sum += tie_behind_name;
        }
        return sum;
    }

    /// Whether the name moved to a better place, or found its first.
    bool place(std::size_t item) {
        const auto& size = places_[item].name;
        auto best = names_[item];
        double least = best ? cost(item, *best) - 1e-6 : std::numeric_limits<double>::infinity();
        const auto try_at = [&](Point centre) {
            const auto name = Box::around(centre, size.width, size.height);
            if (!free(item, name)) return;
            const double here = cost(item, name);
            if (here >= least) return;
            least = here;
            best = name;
        };
        const auto start = places_[item].place;
        try_at(start);
        const double farthest = area_.width() + area_.height();
        for (double reach = first_reach; reach < std::min(least, farthest); reach *= farther)
            for (int direction = 0; direction < directions; ++direction) {
                const double angle = 2 * std::numbers::pi * direction / directions;
                const Point way{std::cos(angle), std::sin(angle)};
                try_at(start + Point{way.x * (size.width / 2 + reach), way.y * (size.height / 2 + reach)});
                try_at(start + way * reach);
            }
        const bool moved =
            best.has_value() && (!names_[item] || (best->centre() - names_[item]->centre()).length() > 0);
        names_[item] = best;
        return moved;
    }

    const std::vector<NamedPlace>& places_;
    const std::vector<Line>& lines_;
    const Box area_;
    const double margin_;
    std::vector<std::optional<Box>> names_;
};

}  // namespace

bool stands_apart(Point place, const Box& name) {
    return !name.overlaps(Box::around(place, place_dot, place_dot));
}

Point nearest_on(const Box& box, Point place) {
    return {std::clamp(place.x, box.left, box.right), std::clamp(place.y, box.top, box.bottom)};
}

std::optional<std::vector<Point>> nudged(const std::vector<NamedPlace>& places, const std::vector<Line>& lines,
                                         const Box& area, double margin) {
    Nudging nudging(places, lines, area, margin);
    if (!nudging.run()) return std::nullopt;
    return nudging.middles();
}

}  // namespace entente::drawing
