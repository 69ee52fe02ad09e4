#include "draw/layout.hpp"

#include "draw/graphviz.hpp"
#include "draw/scene.hpp"

#include <algorithm>
#include <numbers>
#include <numeric>

namespace entente::drawing {

namespace {

/// Turns the cloud about its middle so that it is widest along x.
void level(std::vector<Point>& points) {
    Point middle;
    for (const auto& point : points)
        middle = middle + point * (1.0 / static_cast<double>(points.size()));
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (auto& point : points) {
        point = point - middle;
        xx += point.x * point.x;
        yy += point.y * point.y;
        xy += point.x * point.y;
    }
    const double angle = 0.5 * std::atan2(2 * xy, xx - yy);
    for (auto& point : points)
        point = {point.x * std::cos(angle) + point.y * std::sin(angle),
                 point.y * std::cos(angle) - point.x * std::sin(angle)};
}

/// Each value as a share of the way from the least to the greatest, half by its distance and half by its place in the
/// order: the crowded middle opens, the order stays.
std::vector<double> spread(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto left, auto right) { return values[left] < values[right]; });
    const double least = values[order.front()];
    const double range = std::max(values[order.back()] - least, 1e-9);
    const double last = std::max(static_cast<double>(values.size()) - 1, 1.0);
    std::vector<double> shares(values.size());
    for (std::size_t place = 0; place < order.size(); ++place)
        shares[order[place]] = 0.5 * (values[order[place]] - least) / range + 0.5 * static_cast<double>(place) / last;
    return shares;
}

std::vector<Point> spread_over(const Box& area, const std::vector<Point>& positions,
                               const std::vector<BoxSize>& sizes) {
    std::vector<double> across;
    std::vector<double> down;
    for (const auto& position : positions) {
        across.push_back(position.x);
        down.push_back(position.y);
    }
    across = spread(across);
    down = spread(down);
    std::vector<Point> points;
    for (std::size_t item = 0; item < positions.size(); ++item)
        points.push_back({area.left + sizes[item].width / 2 + across[item] * (area.width() - sizes[item].width),
                          area.top + sizes[item].height / 2 + down[item] * (area.height() - sizes[item].height)});
    return points;
}

Point kept_inside(const Box& area, Point point, const BoxSize& size) {
    return {std::clamp(point.x, area.left + size.width / 2,
                       std::max(area.left + size.width / 2, area.right - size.width / 2)),
            std::clamp(point.y, area.top + size.height / 2,
                       std::max(area.top + size.height / 2, area.bottom - size.height / 2))};
}

/// Moves each overlapping pair apart along the way that is shorter for their sizes. Whether none overlaps at the end.
bool separate(const Box& area, std::vector<Point>& points, const std::vector<BoxSize>& sizes, double margin) {
    constexpr int most_rounds = 3000;
    for (int round = 0; round < most_rounds; ++round) {
        bool clear = true;
        for (std::size_t i = 0; i < points.size(); ++i)
            for (std::size_t j = i + 1; j < points.size(); ++j) {
                const double reach_x = (sizes[i].width + sizes[j].width) / 2 + margin;
                const double reach_y = (sizes[i].height + sizes[j].height) / 2 + margin;
                const auto apart = points[j] - points[i];
                const double over_x = reach_x - std::abs(apart.x);
                const double over_y = reach_y - std::abs(apart.y);
                if (over_x <= 1e-6 || over_y <= 1e-6) continue;
                clear = false;
                const Point push = over_x / reach_x < over_y / reach_y
                                       ? Point{(apart.x < 0 ? -1 : 1) * (over_x / 2 + 0.01), 0}
                                       : Point{0, (apart.y < 0 ? -1 : 1) * (over_y / 2 + 0.01)};
                points[i] = kept_inside(area, points[i] - push, sizes[i]);
                points[j] = kept_inside(area, points[j] + push, sizes[j]);
            }
        if (clear) return true;
    }
    return false;
}

}  // namespace

std::vector<Point> stress_positions(std::size_t count, const Distance& distance) {
    if (count == 0) return {};
    if (count == 1) return {{0, 0}};
    const Calm calm;
    const auto graph = new_graph();
    for (const auto& [name, value] :
         {std::pair{"mode", "major"}, {"model", "mds"}, {"overlap", "true"}, {"splines", "none"}})
        set_attribute(graph.get(), name, value);
    set_default(graph.get(), AGEDGE, "len", "1");
    std::vector<Agnode_t*> nodes;
    for (std::size_t item = 0; item < count; ++item) {
        auto* node = agnode(graph.get(), std::to_string(item).data(), 1);
        const double angle = 2 * std::numbers::pi * static_cast<double>(item) / static_cast<double>(count);
        set_attribute(node, "pos", number(100 * std::cos(angle)) + "," + number(100 * std::sin(angle)));
        nodes.push_back(node);
    }
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = i + 1; j < count; ++j)
            set_attribute(agedge(graph.get(), nodes[i], nodes[j], nullptr, 1), "len", number(distance(i, j)));
    std::vector<Point> points;
    with_layout(graph.get(), "neato", [&](GVC_t*) {
        for (auto* node : nodes)
            points.push_back({ND_coord(node).x / 72, -ND_coord(node).y / 72});
    });
    level(points);
    return points;
}

std::optional<std::vector<Point>> fit_into(const Box& area, const std::vector<Point>& positions,
                                           const std::vector<BoxSize>& sizes, double margin) {
    if (positions.empty()) return std::vector<Point>{};
    for (const auto& size : sizes)
        if (size.width > area.width() || size.height > area.height()) return std::nullopt;
    auto points = spread_over(area, positions, sizes);
    if (!separate(area, points, sizes, margin)) return std::nullopt;
    return points;
}

}  // namespace entente::drawing
