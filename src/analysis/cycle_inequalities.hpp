/// What every cut of a graph obeys: it crosses a cycle an even number of times (Barahona & Mahjoub 1986).
#pragma once

#include "analysis/blocks.hpp"

namespace entente {

/// Of the edges of a cycle: the sum over `odd`, which are odd in number, less the sum over `rest` is at most the number
/// of `odd` less one.
struct CycleInequality {
    std::vector<std::uint32_t> odd;
    std::vector<std::uint32_t> rest;

    double bound() const { return static_cast<double>(odd.size()) - 1; }
};

class CycleSeparation {
  public:
    CycleSeparation(std::size_t size, std::span<const WeightedEdge> edges);

    /// Inequalities that these values of the edges, in [0, 1], violate: of triangles, the most violated first; of
    /// longer cycles where no triangle is violated. None only where none is. No edge is in many.
    std::vector<CycleInequality> find(const std::vector<double>& values) const;

  private:
    std::vector<CycleInequality> find_triangles(const std::vector<double>& values) const;
    std::vector<CycleInequality> find_cycles(const std::vector<double>& values) const;

    std::span<const WeightedEdge> edges_;
    Incidence incidence_;
};

}  // namespace entente
