#include "analysis/triangles.hpp"

#include "analysis/mean.hpp"

namespace entente {

Triangles count_triangles(std::size_t size, std::span<const WeightedEdge> edges) {
    std::array<std::size_t, 4> by_negatives{};
    const Incidence incidence(size, edges);
    const auto is_negative = [&](std::uint32_t edge) { return edges[edge].weight < 0 ? 1U : 0U; };
    for_each_triangle(incidence, edges, [&](const std::array<std::uint32_t, 3>& triangle) {
        ++by_negatives[is_negative(triangle[0]) + is_negative(triangle[1]) + is_negative(triangle[2])];
    });
    Triangles triangles;
    triangles.ppp = by_negatives[0];
    triangles.ppm = by_negatives[1];
    triangles.pmm = by_negatives[2];
    triangles.mmm = by_negatives[3];
    const auto all = triangles.ppp + triangles.ppm + triangles.pmm + triangles.mmm;
    const auto balanced = triangles.ppp + triangles.pmm;
    triangles.strong = mean(static_cast<double>(balanced), all);
    triangles.weak = mean(static_cast<double>(balanced + triangles.mmm), all);
    return triangles;
}

}  // namespace entente
