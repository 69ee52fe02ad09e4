#include "analysis/blocks.hpp"

#include <algorithm>
#include <limits>

namespace entente {
namespace {

constexpr auto none = std::numeric_limits<std::uint32_t>::max();

/// One depth-first walk; its stack is a vector, since a chain of ties may be long.
class Walk {
  public:
    explicit Walk(const Incidence& incidence) : incidence_(incidence), depth_(incidence.size(), none), low_(depth_) {}

    std::vector<std::vector<std::uint32_t>> run() {
        for (std::uint32_t root = 0; root < incidence_.size(); ++root) {
            if (depth_[root] != none) continue;
            enter(root, none);
            while (!path_.empty())
                step();
        }
        return std::move(blocks_);
    }

  private:
    struct Visit {
        std::uint32_t vertex;
        std::uint32_t by;  ///< the edge that led here
        std::size_t next;
    };

    void enter(std::uint32_t vertex, std::uint32_t by) {
        depth_[vertex] = low_[vertex] = static_cast<std::uint32_t>(path_.size());
        path_.push_back({vertex, by, 0});
    }

    void step() {
        auto& visit = path_.back();
        const auto vertex = visit.vertex;
        if (visit.next == incidence_[vertex].size()) return leave();
        const auto [to, edge] = incidence_[vertex][visit.next++];
        if (edge == visit.by) return;
        if (depth_[to] == none) {
            edges_.push_back(edge);
            enter(to, edge);
        } else if (depth_[to] < depth_[vertex]) {
            edges_.push_back(edge);
            low_[vertex] = std::min(low_[vertex], depth_[to]);
        }
    }

    void leave() {
        const auto [vertex, by, next] = path_.back();
        path_.pop_back();
        if (path_.empty()) return;
        const auto parent = path_.back().vertex;
        low_[parent] = std::min(low_[parent], low_[vertex]);
        if (low_[vertex] < depth_[parent]) return;
        const auto begin = std::find(edges_.rbegin(), edges_.rend(), by).base() - 1;
        blocks_.emplace_back(begin, edges_.end());
        std::sort(blocks_.back().begin(), blocks_.back().end());
        edges_.erase(begin, edges_.end());
    }

    const Incidence& incidence_;
    std::vector<std::uint32_t> depth_;
    std::vector<std::uint32_t> low_;  ///< the least depth that a vertex or those below it reach by one edge
    std::vector<Visit> path_;
    std::vector<std::uint32_t> edges_;  ///< of blocks not yet closed
    std::vector<std::vector<std::uint32_t>> blocks_;
};

}  // namespace

Incidence::Incidence(std::size_t size, std::span<const WeightedEdge> edges)
    : first_(size + 1), ends_(2 * edges.size()) {
    for (const auto& edge : edges) {
        ++first_[edge.a + 1];
        ++first_[edge.b + 1];
    }
    for (std::size_t vertex = 0; vertex < size; ++vertex)
        first_[vertex + 1] += first_[vertex];
    auto next = first_;
    for (std::uint32_t edge = 0; edge < edges.size(); ++edge) {
        ends_[next[edges[edge].a]++] = {edges[edge].b, edge};
        ends_[next[edges[edge].b]++] = {edges[edge].a, edge};
    }
    for (std::size_t vertex = 0; vertex < size; ++vertex)
        std::sort(ends_.data() + first_[vertex], ends_.data() + first_[vertex + 1],
                  [](const End& left, const End& right) { return left.to < right.to; });
}

std::vector<std::vector<std::uint32_t>> find_blocks(const Incidence& incidence) {
    return Walk(incidence).run();
}

}  // namespace entente
