/// The words on the pictures.
#pragma once

#include "model/phrasing.hpp"
#include <entente/graph.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace entente::drawing {

/// Words to twelve ("three"), digits above.
std::string number_in_words(std::size_t count);
std::string capitalised(std::string text);
/// "1 tension", "25 tensions".
std::string how_many(std::size_t count, const std::string& noun);
/// At most so many characters, an ellipsis after the last where more follow.
std::string cut(const std::string& text, std::size_t longest);

/// Cut where it is too long for any picture.
std::string name_of(const RelationGraph& graph, VertexIndex vertex);
std::vector<std::string> names_of(const RelationGraph& graph, const std::vector<VertexIndex>& vertices);
/// "India–Pakistan"; "A with B" where a name has such a dash of its own.
std::string pair_name(const RelationGraph& graph, VertexIndex a, VertexIndex b);
/// "India–Pakistan: cooperation 0.20, tension 0.84".
std::string relation_in_words(const RelationGraph& graph, VertexIndex a, VertexIndex b);
/// "India (country): cooperation with 12, tension with 3".
std::string vertex_in_words(const RelationGraph& graph, VertexIndex vertex);

}  // namespace entente::drawing
