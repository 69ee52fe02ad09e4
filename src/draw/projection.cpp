#include "draw/projection.hpp"

#include "draw/coastline.hpp"

#include <algorithm>
#include <numbers>

namespace entente::drawing {

namespace {

/// Places close together are seen with as much of the land around.
constexpr double least_degrees = 8;
/// Far north, a degree of longitude is not drawn narrower than this share of one of latitude.
constexpr double least_narrowing = 0.3;

struct Stretch {
    double middle;
    double length;
};

/// The shortest stretch of longitudes that holds all.
Stretch longitudes_of(const std::vector<Place>& places) {
    std::vector<double> longitudes;
    for (const auto& place : places)
        longitudes.push_back(place.longitude);
    std::sort(longitudes.begin(), longitudes.end());
    double west = longitudes.front();
    double gap = longitudes.front() + 360 - longitudes.back();
    for (std::size_t next = 1; next < longitudes.size(); ++next) {
        if (longitudes[next] - longitudes[next - 1] <= gap) continue;
        gap = longitudes[next] - longitudes[next - 1];
        west = longitudes[next];
    }
    return {west + (360 - gap) / 2, 360 - gap};
}

Stretch latitudes_of(const std::vector<Place>& places) {
    const auto [south, north] =
        std::minmax_element(places.begin(), places.end(),
                            [](const auto& left, const auto& right) { return left.latitude < right.latitude; });
    return {(south->latitude + north->latitude) / 2, north->latitude - south->latitude};
}

/// A side of a box that a shape is cut at: what is inside has along * factor <= limit.
struct Edge {
    double Point::*along;
    double factor;
    double limit;

    double beyond(Point point) const { return point.*along * factor - limit; }
};

/// Sutherland and Hodgman's cut of a polygon at one edge after the other (1974).
std::vector<Point> cut_at(const std::vector<Point>& polygon, const Edge& edge) {
    std::vector<Point> kept;
    for (std::size_t corner = 0; corner < polygon.size(); ++corner) {
        const auto from = polygon[corner];
        const auto to = polygon[(corner + 1) % polygon.size()];
        const double before = edge.beyond(from);
        const double after = edge.beyond(to);
        if (before <= 0) kept.push_back(from);
        if ((before < 0 && after > 0) || (before > 0 && after < 0))
            kept.push_back(from + (to - from) * (before / (before - after)));
    }
    return kept;
}

std::vector<Point> cut_to(const Box& box, std::vector<Point> polygon) {
    for (const auto& edge : {Edge{&Point::x, -1, -box.left}, Edge{&Point::x, 1, box.right},
                             Edge{&Point::y, -1, -box.top}, Edge{&Point::y, 1, box.bottom}})
        polygon = cut_at(polygon, edge);
    return polygon;
}

}  // namespace

Projection::Projection(const std::vector<Place>& places, const Box& area, BoxSize inset) : centre_(area.centre()) {
    if (places.empty()) return;
    const auto longitudes = longitudes_of(places);
    const auto latitudes = latitudes_of(places);
    middle_ = {latitudes.middle, longitudes.middle};
    const double narrowing = std::max(std::cos(latitudes.middle * std::numbers::pi / 180), least_narrowing);
    const double width = std::max(area.width() - 2 * inset.width, 1.0);
    const double height = std::max(area.height() - 2 * inset.height, 1.0);
    up_ = std::min(width / (std::max(longitudes.length, least_degrees) * narrowing),
                   height / std::max(latitudes.length, least_degrees));
    across_ = up_ * narrowing;
}

Point Projection::point(const Place& place) const {
    auto nearest = place;
    while (nearest.longitude - middle_.longitude > 180)
        nearest.longitude -= 360;
    while (nearest.longitude - middle_.longitude < -180)
        nearest.longitude += 360;
    return run_on(nearest);
}

Point Projection::run_on(const Place& place) const {
    return {centre_.x + (place.longitude - middle_.longitude) * across_,
            centre_.y - (place.latitude - middle_.latitude) * up_};
}

void draw_land(Scene& scene, const Projection& projection, const Box& area, const Theme& theme) {
    const double globe = projection.round_the_globe();
    const double half = std::min(globe, area.width()) / 2;
    const Box window{area.centre().x - half, area.top, area.centre().x + half, area.bottom};
    for (const auto& shore : coastline()) {
        std::vector<Point> ring;
        for (const auto& place : shore.ring)
            ring.push_back(projection.run_on(place));
        for (int turn = -2; turn <= 2; ++turn) {
            auto turned = ring;
            for (auto& point : turned)
                point.x += turn * globe;
            const auto seen = cut_to(window, std::move(turned));
            if (seen.size() > 2) scene.polygon(seen, shore.water ? theme.paper : theme.land, {"", 0});
        }
    }
}

}  // namespace entente::drawing
