/// One vertex and how others stand to it, in order and in words.
#pragma once

#include <entente/draw.hpp>

#include <string>
#include <vector>

namespace entente::drawing {

struct EgoRelation {
    VertexIndex id;
    Relation relation;
    std::string role;                 ///< where one of the two is a forum that seats the other
    std::vector<VertexIndex> shared;  ///< forums that seat both, the most effective first, then the smallest
};

/// Whether cooperation outweighs tension.
bool closer(const Relation& relation);

/// To actors and threats, the strongest in cooperation or tension first.
std::vector<EgoRelation> relations_of(const RelationGraph& graph, VertexIndex ego, const DrawOptions& options);

/// At most so many, half of them from either side where both have as many, in their order.
std::vector<EgoRelation> most_telling(const std::vector<EgoRelation>& relations, std::size_t most);

/// "Pakistan: close to China and Saudi Arabia, at odds with India and Afghanistan".
std::string ego_finding(const RelationGraph& graph, VertexIndex ego, const std::vector<EgoRelation>& relations);
/// "both in SCO, ECO and 3 more", on a line of that width.
std::string shared_in_words(const RelationGraph& graph, const EgoRelation& relation, double width, double size);
/// What is not in the picture and how to see it.
std::vector<std::string> ego_notes(std::size_t drawn, std::size_t wanted, const DrawOptions& options);
std::string ego_description(const RelationGraph& graph, VertexIndex ego, const std::vector<EgoRelation>& relations);

}  // namespace entente::drawing
