#include "draw/regions.hpp"

#include <numbers>
#include <numeric>

namespace entente::drawing {

namespace {

using Groups = std::vector<std::size_t>;

double area_of(const Groups& groups, const std::vector<Need>& needs) {
    return std::accumulate(groups.begin(), groups.end(), 0.0,
                           [&](double sum, auto group) { return sum + needs[group].area; });
}

/// Cuts the longer side so that both parts are as near to half as the groups allow, and each again.
void divide(const Box& whole, Groups groups, const std::vector<Need>& needs, std::vector<Box>& boxes) {
    if (groups.size() == 1) {
        boxes[groups.front()] = whole;
        return;
    }
    const bool across = whole.width() > 1.3 * whole.height();
    std::stable_sort(groups.begin(), groups.end(), [&](auto left, auto right) {
        return across ? needs[left].place.x < needs[right].place.x : needs[left].place.y < needs[right].place.y;
    });
    const double all = area_of(groups, needs);
    std::size_t cut = 1;
    double nearest = all;
    double sum = 0;
    for (std::size_t count = 1; count < groups.size(); ++count) {
        sum += needs[groups[count - 1]].area;
        if (std::abs(sum - all / 2) >= nearest) continue;
        nearest = std::abs(sum - all / 2);
        cut = count;
    }
    const Groups first(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(cut));
    const Groups second(groups.begin() + static_cast<std::ptrdiff_t>(cut), groups.end());
    const double share = area_of(first, needs) / all;
    Box one = whole;
    Box other = whole;
    if (across)
        one.right = other.left = whole.left + share * whole.width();
    else
        one.bottom = other.top = whole.top + share * whole.height();
    divide(one, first, needs, boxes);
    divide(other, second, needs, boxes);
}

}  // namespace

std::vector<Box> divided(const Box& whole, const std::vector<Need>& needs) {
    std::vector<Box> boxes(needs.size());
    if (needs.empty()) return boxes;
    Groups groups(needs.size());
    std::iota(groups.begin(), groups.end(), std::size_t{0});
    divide(whole, groups, needs, boxes);
    return boxes;
}

std::vector<Point> rounded_hull(const std::vector<Box>& boxes, double pad) {
    constexpr int directions = 32;
    std::vector<Point> points;
    for (const auto& box : boxes)
        for (const auto corner : {Point{box.left, box.top}, Point{box.right, box.top}, Point{box.right, box.bottom},
                                  Point{box.left, box.bottom}})
            for (int direction = 0; direction < directions; ++direction) {
                const double angle = 2 * std::numbers::pi * direction / directions;
                points.push_back(corner + Point{std::cos(angle), std::sin(angle)} * pad);
            }
    std::sort(points.begin(), points.end(),
              [](Point left, Point right) { return left.x != right.x ? left.x < right.x : left.y < right.y; });
    std::vector<Point> hull;
    const auto walk = [&](auto from, auto to) {
        const auto start = hull.size();
        for (auto point = from; point != to; ++point) {
            while (hull.size() >= start + 2 &&
                   cross(hull.back() - hull[hull.size() - 2], *point - hull[hull.size() - 2]) <= 1e-9)
                hull.pop_back();
            hull.push_back(*point);
        }
        hull.pop_back();
    };
    walk(points.begin(), points.end());
    walk(points.rbegin(), points.rend());
    return hull;
}

}  // namespace entente::drawing
