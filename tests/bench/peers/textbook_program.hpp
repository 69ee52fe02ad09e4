/// The least frustration as an integer program, as textbooks have it, solved by CBC.
#pragma once

#include "analysis/cut_relaxation.hpp"

#include <span>

namespace entente::bench {

struct ProgramAnswer {
    double frustration = 0;  ///< of the best split found
    bool proved = false;     ///< within the time
};

/// A binary a vertex, its camp, and a binary a tie, whether it is frustrated; two rows a tie say when it must be. No
/// inequalities beside these, and the solver's own ways as they are by default.
ProgramAnswer solve_textbook_program(std::size_t size, std::span<const WeightedEdge> ties, double seconds);

}  // namespace entente::bench
