/// A vertex as it is drawn: its name in the shape of its kind.
#pragma once

#include "draw/layout.hpp"
#include "draw/scene.hpp"
#include <entente/graph.hpp>

#include <string>
#include <vector>

namespace entente::drawing {

struct VertexBox {
    std::vector<std::string> lines;
    BoxSize size;
    Shape shape;
    Dash rim = Dash::solid;
    bool accented = false;  ///< filled and rimmed as what the reader is to find first
};

/// The name in as many lines as need be, more lines under it, and how large the shape round them is.
VertexBox vertex_box(const RelationGraph& graph, VertexIndex vertex, double text_size,
                     const std::vector<std::string>& under = {});

/// The box as a node, filled with the paper's colour unless it is accented.
Node vertex_node(const RelationGraph& graph, VertexIndex vertex, const VertexBox& box, Point centre, double text_size,
                 const Theme& theme);

}  // namespace entente::drawing
