/// The network: what it finds, and the same under another title.
#pragma once

#include "draw/backbone.hpp"
#include <entente/draw.hpp>

#include <string>
#include <vector>

namespace entente::drawing {

/// The sharpest tension, and who is trusted most.
std::string network_finding(const RelationGraph& graph, const Backbone& backbone);

struct NetworkWords {
    std::string title{};               ///< empty: the network's own finding
    std::vector<std::string> notes{};  ///< at the foot, before what is left out
};
Picture draw_network_under(const RelationGraph& graph, const NetworkWords& words, const DrawOptions& options);

}  // namespace entente::drawing
