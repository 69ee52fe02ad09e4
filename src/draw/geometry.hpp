/// Points and boxes, in points (1/72 inch) from the top left corner of the page.
#pragma once

#include <algorithm>
#include <cmath>

namespace entente::drawing {

inline constexpr double points_per_mm = 72 / 25.4;

struct Point {
    double x = 0;
    double y = 0;

    Point operator+(Point other) const { return {x + other.x, y + other.y}; }
    Point operator-(Point other) const { return {x - other.x, y - other.y}; }
    Point operator*(double factor) const { return {x * factor, y * factor}; }
    double length() const { return std::hypot(x, y); }
};
inline double cross(Point left, Point right) {
    return left.x * right.y - left.y * right.x;
}

struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    static Box around(Point centre, double width, double height) {
        return {centre.x - width / 2, centre.y - height / 2, centre.x + width / 2, centre.y + height / 2};
    }
    double width() const { return right - left; }
    double height() const { return bottom - top; }
    Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
    Box grown(double margin) const { return {left - margin, top - margin, right + margin, bottom + margin}; }
    bool overlaps(const Box& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
    bool holds(const Box& other) const {
        return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
    }
};

/// Whether the straight line from one point to the other passes through the box.
inline bool passes_through(Point from, Point to, const Box& box) {
    double enter = 0;
    double leave = 1;
    const auto clip = [&](double start, double step, double low, double high) {
        if (std::abs(step) < 1e-12) return start > low && start < high;
        const auto [first, last] = std::minmax({(low - start) / step, (high - start) / step});
        enter = std::max(enter, first);
        leave = std::min(leave, last);
        return enter < leave;
    };
    return clip(from.x, to.x - from.x, box.left, box.right) && clip(from.y, to.y - from.y, box.top, box.bottom);
}

/// Whether two straight lines cross between their ends.
inline bool cross_each_other(Point a, Point b, Point c, Point d) {
    const auto side = [](Point from, Point to, Point point) { return cross(to - from, point - from); };
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

}  // namespace entente::drawing
