/// Vertices and backbone on a page: what the network and the clusters share.
#pragma once

#include "draw/backbone.hpp"
#include "draw/layout.hpp"
#include "draw/legend.hpp"
#include "draw/page.hpp"
#include "draw/vertex_box.hpp"

#include <optional>
#include <string>
#include <vector>

namespace entente::drawing {

/// Length of METHOD 3's net weight: friends near, foes far.
double tie_length(const Relation& relation);

/// Names of one size in the largest type that leaves room for the ties; each with its box and its centre.
struct PlacedNames {
    double text_size = 0;
    std::vector<VertexBox> boxes;
    std::vector<Point> centres;
};

/// Places the names by the distances of each two, with `room` round each where any is given; nothing where they do not
/// fit.
std::optional<PlacedNames> place_names(const RelationGraph& graph, const std::vector<VertexIndex>& vertices,
                                       const std::vector<Line>& lines, const Distance& distance, const Page& page,
                                       const std::vector<BoxSize>& room = {});

/// Where a line ends.
struct LineEnd {
    NodeIndex node;
    Point at;
};
/// The lines of a pair, cooperation and tension beside each other where both are drawn.
void draw_lines(Page& page, const LineEnd& from, const LineEnd& to, const DrawnTie& tie, const std::string& words);
/// A sentence each, with a blank before it.
std::string ties_in_words(const RelationGraph& graph, const std::vector<DrawnTie>& ties);

/// Draws the ties, then the vertices over their ends. `vertices` as in `placed`, ascending.
void draw_net(Page& page, const RelationGraph& graph, const std::vector<VertexIndex>& vertices,
              const std::vector<DrawnTie>& ties, const PlacedNames& placed);

/// Lines and kinds that are there.
Legend net_legend(const RelationGraph& graph, const std::vector<VertexIndex>& vertices,
                  const std::vector<DrawnTie>& ties, const Theme& theme);

/// "Three strongest ties of each (cooperation of 0.30 and more); tensions of 0.45 and more".
std::string backbone_in_words(const Backbone& backbone);
/// What is not in the picture and how to see it.
std::vector<std::string> backbone_notes(const Backbone& backbone, const DrawOptions& options);

/// Positions of `values` in ascending `vertices`.
std::size_t position_in(const std::vector<VertexIndex>& vertices, VertexIndex vertex);
std::vector<Line> lines_of(const std::vector<VertexIndex>& vertices, const std::vector<DrawnTie>& ties);

}  // namespace entente::drawing
