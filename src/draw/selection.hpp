/// Which vertices and pairs the options leave in the picture.
#pragma once

#include <entente/draw.hpp>

#include <vector>

namespace entente::drawing {

/// More vertices are not read: then the most telling are drawn, so many as read well, unless all are asked for.
inline constexpr std::size_t most_vertices = 60;
inline constexpr std::size_t readable_vertices = 40;

/// Whether cooperation or tension reaches the least that is shown.
bool reaches_least(const Relation& relation, const DrawOptions& options);
/// Existing, of the tag asked for, and within the steps asked for; ascending.
std::vector<VertexIndex> selected_vertices(const RelationGraph& graph, const DrawOptions& options);
/// Of every pair of `vertices` that is listed and reaches the least.
std::vector<PairRelation> selected_pairs(const RelationGraph& graph, const std::vector<VertexIndex>& vertices,
                                         const DrawOptions& options);
bool contains(const std::vector<VertexIndex>& ascending, VertexIndex vertex);

}  // namespace entente::drawing
