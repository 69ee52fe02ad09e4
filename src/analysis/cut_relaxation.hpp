/// The linear program that bounds the cost of a cut, with bounds that hold whatever the solver's tolerances are.
#pragma once

#include "analysis/cycle_inequalities.hpp"

#include <chrono>
#include <memory>
#include <optional>

namespace entente {

/// When work must end; nothing where it may take as long as it takes.
using Deadline = std::optional<std::chrono::steady_clock::time_point>;
inline bool is_over(const Deadline& deadline) {
    return deadline && std::chrono::steady_clock::now() >= *deadline;
}

/// Least total weight of the edges cut, over a polytope that holds every cut but the empty one. The graph is connected
/// and without a bridge, so that a cut has two edges or more.
class CutRelaxation {
  public:
    CutRelaxation(std::size_t size, std::span<const WeightedEdge> edges);
    ~CutRelaxation();

    /// From now on the empty cut counts, too.
    void allow_empty_cut();
    /// Each edge is in the cut (1), is not (0), or may be (none of these).
    void fix(const std::vector<std::int8_t>& edges);
    void solve(const Deadline& deadline);

    /// No cut allowed costs less. From the solver's prices, by weak duality: true however good they are.
    double bound() const { return bound_; }
    /// Of each edge, in [0, 1].
    const std::vector<double>& values() const { return values_; }
    /// Adds inequalities that the values violate; tells whether there were any.
    bool tighten();
    /// Drops inequalities that bind nothing.
    void relax();

  private:
    struct Program;

    void add(std::vector<CycleInequality> inequalities);
    double proved_bound() const;

    std::span<const WeightedEdge> edges_;
    CycleSeparation separation_;
    std::unique_ptr<Program> program_;
    std::vector<CycleInequality> inequalities_;  ///< row by row, after the first, which forbids the empty cut
    bool empty_allowed_ = false;
    std::vector<double> values_;
    double bound_ = 0;
};

}  // namespace entente
