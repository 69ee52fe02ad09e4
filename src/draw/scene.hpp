/// A picture before it is Graphviz source: shapes behind, vertices with their ties, texts; each at a fixed place.
///
/// Only the attributes named in scene.cpp are ever set, and every text passes through `escaped`, so that nothing a
/// model says is markup, an escape, a file or a link.
#pragma once

#include "draw/geometry.hpp"
#include "draw/text_size.hpp"
#include "draw/theme.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace entente::drawing {

/// Graphviz reads labels with escapes and entities; this is the text that reads as `text`.
std::string escaped(const std::string& text);
std::string font_name(Boldness boldness);
/// Three decimals at most, a point under any locale.
std::string number(double value);

enum class Align { left, centre, right };

struct TextStyle {
    double size = 10;
    std::string colour;
    Boldness boldness = Boldness::regular;
    Align align = Align::left;
};

struct Label {
    std::vector<std::string> lines;
    TextStyle style;
};

struct Node {
    Box box;
    Shape shape = Shape::box;
    std::string fill;  ///< empty: none
    LineStyle line;    ///< no line where its width is 0
    Label label;
    std::string tooltip;
};

/// Position among the scene's nodes.
using NodeIndex = std::size_t;

struct Link {
    NodeIndex from;
    NodeIndex to;
    std::vector<Point> path;  ///< Bézier: a start, then three points a piece
    LineStyle line;
    std::string tooltip;
};

class Scene {
  public:
    Scene(double width, double height, std::string paper);

    Box page() const { return {0, 0, width_, height_}; }

    /// Background, painted in the order of the calls. An empty fill or a width of 0 leaves that part out.
    void polygon(const std::vector<Point>& corners, const std::string& fill, const LineStyle& line);
    void box(const Box& box, const std::string& fill, const LineStyle& line);
    /// With short slanting sides, however long it is.
    void hexagon(const Box& box, const std::string& fill, const LineStyle& line);
    void line(Point from, Point to, const LineStyle& line);
    /// Diagonal strokes inside the box.
    void hatch(const Box& box, const LineStyle& line);
    NodeIndex node(Node node);
    void link(Link link) { links_.push_back(std::move(link)); }
    void straight_link(NodeIndex from, NodeIndex to, Point start, Point end, const LineStyle& line,
                       const std::string& tooltip);
    /// Lines of text with their upper edge at `anchor.y`, aligned to `anchor.x`. Answers the box that they fill.
    Box text(Point anchor, const std::vector<std::string>& lines, const TextStyle& style,
             const std::string& tooltip = {});

    std::string dot() const;

  private:
    std::string pen(const std::string& fill, const LineStyle& line) const;
    std::string points(const std::vector<Point>& path) const;
    double up(double y) const { return height_ - y; }

    double width_;
    double height_;
    std::string background_;
    std::vector<Node> nodes_;
    std::vector<Link> links_;
};

}  // namespace entente::drawing
