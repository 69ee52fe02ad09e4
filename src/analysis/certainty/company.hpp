/// How often sides share a cluster in the draws (METHOD 8).
#pragma once

#include <entente/analysis.hpp>

#include <cstdint>
#include <vector>

namespace entente::certainty {

/// For each two of RelationGraph::sides(), the number of draws in which they are together.
struct Company {
    std::size_t draws = 0;
    std::size_t sides = 0;
    std::vector<std::uint32_t> together;  ///< sides × sides

    double share(std::size_t side, std::size_t other) const {
        return static_cast<double>(together[side * sides + other]) / static_cast<double>(draws);
    }
};
/// At least one draw is asked for; no more are taken than METHOD 8 says.
Company keep_company(const RelationGraph& graph, const ClusterOptions& options);

}  // namespace entente::certainty
