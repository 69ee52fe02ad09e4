/// A graph whose pairs carry a positive and a negative weight, and its signed modularity. It knows no model: vertices
/// are 0 … n - 1 in the order in which ties between partitions are broken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

struct SignedWeight {
    double positive = 0;
    double negative = 0;
};

struct SignedPair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    SignedWeight weight{};
};

/// The part of each vertex.
using Partition = std::vector<std::uint32_t>;

class SignedGraph {
  public:
    struct Link {
        std::uint32_t to;
        bool joined;
        SignedWeight weight;
    };

    /// Each pair once, of two vertices below `size`. A pair is joined where its positive weight reaches `threshold`.
    SignedGraph(std::size_t size, std::span<const SignedPair> pairs, double threshold);

    std::size_t size() const { return strengths_.size(); }
    std::span<const Link> links(std::uint32_t vertex) const {
        return {links_.data() + first_[vertex], links_.data() + first_[vertex + 1]};
    }
    /// k⁺ and k⁻ of METHOD 4.
    SignedWeight strength(std::uint32_t vertex) const { return strengths_[vertex]; }
    /// 2W⁺ and 2W⁻ of METHOD 4.
    SignedWeight total() const { return total_; }

    /// Sets of vertices that hang together by joined pairs, by smallest vertex; each ascending.
    std::vector<std::vector<std::uint32_t>> components() const;

  private:
    std::vector<std::size_t> first_;
    std::vector<Link> links_;  ///< of vertex v from first_[v], ascending by `to`
    std::vector<SignedWeight> strengths_;
    SignedWeight total_;
};

/// Signed modularity Q of METHOD 4 (Gómez, Jensen & Arenas 2009); 0 for a graph without weights. O(vertices + pairs).
double modularity(const SignedGraph& graph, const Partition& partition, double resolution);

/// The parts as ascending lists of vertices, by smallest vertex.
std::vector<std::vector<std::uint32_t>> sorted_form(const Partition& partition);

}  // namespace entente
