/// A vertex as it is drawn: its name in the shape of its kind.
#pragma once

#include "draw/layout.hpp"
#include "draw/scene.hpp"
#include <entente/graph.hpp>

namespace entente::drawing {

struct VertexBox {
    std::vector<std::string> lines;
    BoxSize size;
    Shape shape;
};

/// The name in as many lines as need be, and how large the shape round it is.
VertexBox vertex_box(const RelationGraph& graph, VertexIndex vertex, double text_size);

/// The box as a node, filled with the paper's colour.
Node vertex_node(const RelationGraph& graph, VertexIndex vertex, const VertexBox& box, Point centre, double text_size,
                 const Theme& theme);

}  // namespace entente::drawing
