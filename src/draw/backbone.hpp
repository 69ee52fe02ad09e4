/// The few ties of a network that tell most: all of them would be a hairball.
#pragma once

#include <entente/draw.hpp>

#include <cstddef>
#include <vector>

namespace entente::drawing {

struct DrawnTie {
    VertexIndex a;
    VertexIndex b;
    Relation relation;
    bool cooperates;  ///< a solid line is drawn
    bool strains;     ///< a dashed line is drawn
};

struct Backbone {
    std::vector<VertexIndex> considered;  ///< ascending; the most telling
    std::vector<VertexIndex> vertices;    ///< of these, those on a drawn tie
    std::vector<DrawnTie> ties;
    double least_tension = 0;      ///< of the tensions drawn
    std::size_t without_tie = 0;   ///< vertices on no drawn tie
    std::size_t less_telling = 0;  ///< vertices left out because there are too many
};

inline constexpr std::size_t strongest_ties = 3;
inline constexpr double least_cooperation = 0.3;

/// Each vertex's three strongest ties with cooperation of 0.3 and more, and the tensions: all where they are 25 or
/// less, else the 25 sharpest of those of 0.45 and more (and what is as sharp as the last). Of a pair in both ways,
/// both. At most `most` vertices: those with the most tension and cooperation, unless all are asked for.
Backbone find_backbone(const RelationGraph& graph, const std::vector<VertexIndex>& vertices, std::size_t most,
                       const DrawOptions& options);

}  // namespace entente::drawing
