/// The network under another title than its own finding.
#pragma once

#include <entente/draw.hpp>

#include <string>
#include <vector>

namespace entente::drawing {

struct NetworkWords {
    std::string title{};               ///< empty: the network's own finding
    std::vector<std::string> notes{};  ///< at the foot, before what is left out
};
Picture draw_network_under(const RelationGraph& graph, const NetworkWords& words, const DrawOptions& options);

}  // namespace entente::drawing
