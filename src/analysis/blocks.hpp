/// The blocks of a graph: edges that lie on a common cycle are in one block, a bridge is one by itself.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace entente {

/// A pair of vertices 0 … n - 1 with a number on it.
struct WeightedEdge {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    double weight = 0;
};

/// The edges at each vertex, by their positions.
class Incidence {
  public:
    struct End {
        std::uint32_t to;
        std::uint32_t edge;
    };

    Incidence(std::size_t size, std::span<const WeightedEdge> edges);

    std::size_t size() const { return first_.size() - 1; }
    std::span<const End> operator[](std::uint32_t vertex) const {
        return {ends_.data() + first_[vertex], ends_.data() + first_[vertex + 1]};
    }
    /// Those that lead to vertices above `least`.
    std::span<const End> after(std::uint32_t vertex, std::uint32_t least) const {
        const auto all = (*this)[vertex];
        return {std::upper_bound(all.begin(), all.end(), least,
                                 [](std::uint32_t limit, const End& end) { return limit < end.to; }),
                all.end()};
    }

  private:
    std::vector<std::size_t> first_;
    std::vector<End> ends_;  ///< of vertex v from first_[v], ascending by `to`
};

/// Calls `visit` with the edges of each triangle, once each.
template <typename Visit>
void for_each_triangle(const Incidence& incidence, std::span<const WeightedEdge> edges, const Visit& visit) {
    for (std::uint32_t edge = 0; edge < edges.size(); ++edge) {
        const auto least = std::max(edges[edge].a, edges[edge].b);
        auto left = incidence.after(edges[edge].a, least);
        auto right = incidence.after(edges[edge].b, least);
        while (!left.empty() && !right.empty()) {
            const auto [a, b] = std::pair(left.front(), right.front());
            if (a.to == b.to) visit(std::array{edge, a.edge, b.edge});
            if (a.to <= b.to) left = left.subspan(1);
            if (b.to <= a.to) right = right.subspan(1);
        }
    }
}

/// Positions of the edges of each block (Hopcroft & Tarjan 1973). O(vertices + edges).
std::vector<std::vector<std::uint32_t>> find_blocks(const Incidence& incidence);

}  // namespace entente
