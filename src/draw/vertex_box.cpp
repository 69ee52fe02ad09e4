#include "draw/vertex_box.hpp"

#include "draw/phrases.hpp"

namespace entente::drawing {

namespace {

/// What a shape needs beyond its text, so that no letter leaves it.
BoxSize around_text(Shape shape, double width, double height, double text_size) {
    switch (shape) {
        case Shape::ellipse:
            return {width * 1.2 + text_size, height * 1.45 + 0.2 * text_size};
        case Shape::hexagon:
            return {width * 1.4 + text_size, height * 1.15 + 0.4 * text_size};
        default:
            return {width + 1.1 * text_size, height + 0.5 * text_size};
    }
}

}  // namespace

VertexBox vertex_box(const RelationGraph& graph, VertexIndex vertex, double text_size,
                     const std::vector<std::string>& under) {
    constexpr double line_in_sizes = 10;
    const auto shape = shape_of(graph.model().vertices[vertex].kind);
    auto lines = wrap(name_of(graph, vertex), line_in_sizes * text_size, text_size);
    for (const auto& text : under)
        for (auto& line : wrap(text, line_in_sizes * text_size, text_size))
            lines.push_back(std::move(line));
    const double width = text_width(lines, text_size);
    const double height = static_cast<double>(lines.size()) * text_size * 1.15;
    return {std::move(lines), around_text(shape, width, height, text_size), shape};
}

Node vertex_node(const RelationGraph& graph, VertexIndex vertex, const VertexBox& box, Point centre, double text_size,
                 const Theme& theme) {
    const bool threat = graph.is_threat(vertex);
    return {Box::around(centre, box.size.width, box.size.height),
            box.shape,
            box.accented ? theme.accent : theme.paper,
            {threat ? theme.tension : (box.accented ? theme.ink : theme.quiet), box.accented ? 1.5 : 1,
             threat ? Dash::dotted : box.rim},
            {box.lines, {text_size, theme.ink, Boldness::regular, Align::centre}},
            vertex_in_words(graph, vertex)};
}

}  // namespace entente::drawing
