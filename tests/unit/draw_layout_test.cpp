#include "draw/layout.hpp"
#include "draw/regions.hpp"
#include "draw/untangle.hpp"

#include <doctest/doctest.h>

using namespace entente::drawing;

namespace {

bool clear_of_each_other(const std::vector<Point>& points, const std::vector<BoxSize>& sizes, double margin) {
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t j = i + 1; j < points.size(); ++j)
            if (Box::around(points[i], sizes[i].width + margin - 0.01, sizes[i].height + margin - 0.01)
                    .overlaps(Box::around(points[j], sizes[j].width + margin - 0.01, sizes[j].height + margin - 0.01)))
                return false;
    return true;
}

}  // namespace

TEST_CASE("friends stand nearer than foes") {
    // 0–1 and 2–3 are near, all others far.
    const auto points = stress_positions(4, [](auto i, auto j) { return i / 2 == j / 2 ? 1.0 : 5.0; });
    CHECK((points[0] - points[1]).length() < 2);
    CHECK((points[0] - points[2]).length() > 3);
}

TEST_CASE("boxes that lie on one spot are moved apart and stay on the page") {
    const Box area{0, 0, 400, 200};
    const std::vector<Point> heap(24, Point{0, 0});
    const std::vector<BoxSize> sizes(24, BoxSize{50, 20});
    const auto points = fit_into(area, heap, sizes, 6);
    REQUIRE(points);
    CHECK(clear_of_each_other(*points, sizes, 6));
    for (const auto& point : *points)
        CHECK(area.grown(1e-6).holds(Box::around(point, 50, 20)));
}

TEST_CASE("boxes that cannot fit are not forced") {
    CHECK_FALSE(fit_into({0, 0, 100, 100}, std::vector<Point>(30, Point{0, 0}), std::vector<BoxSize>(30, {50, 20}), 6));
}

TEST_CASE("a box behind which a line passes steps aside") {
    std::vector<Point> points{{20, 100}, {200, 100}, {380, 100}};
    const Box area{0, 0, 400, 200};
    untangle(points, {{{30, 20}, area}, {{30, 20}, area}, {{30, 20}, area}}, {{0, 2}}, 4);
    CHECK_FALSE(passes_through(points[0], points[2], Box::around(points[1], 30, 20)));
}

TEST_CASE("regions are disjoint, by need, and keep left and right") {
    const auto boxes = divided({0, 0, 900, 300}, {{{5, 0}, 100}, {{-5, 0}, 300}, {{0, 0}, 100}});
    CHECK(boxes[1].right <= boxes[0].left);
    CHECK(boxes[1].width() > boxes[0].width());
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = i + 1; j < 3; ++j)
            CHECK_FALSE(boxes[i].overlaps(boxes[j]));
}
