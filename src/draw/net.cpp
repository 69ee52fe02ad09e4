#include "draw/net.hpp"

#include "draw/phrases.hpp"
#include "draw/untangle.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace entente::drawing {

double tie_length(const Relation& relation) {
    const double net = relation.net();
    return 3.2 - 2.2 * std::max(net, 0.0) + 2.2 * std::max(-net, 0.0);
}

std::size_t position_in(const std::vector<VertexIndex>& vertices, VertexIndex vertex) {
    return static_cast<std::size_t>(std::lower_bound(vertices.begin(), vertices.end(), vertex) - vertices.begin());
}

std::vector<Line> lines_of(const std::vector<VertexIndex>& vertices, const std::vector<DrawnTie>& ties) {
    std::vector<Line> lines;
    for (const auto& tie : ties)
        lines.push_back({position_in(vertices, tie.a), position_in(vertices, tie.b)});
    return lines;
}

std::optional<PlacedNames> place_names(const RelationGraph& graph, const std::vector<VertexIndex>& vertices,
                                       const std::vector<Line>& lines, const Distance& distance, const Page& page,
                                       const std::vector<BoxSize>& room) {
    constexpr double most_filled = 0.4;
    const auto positions = stress_positions(vertices.size(), distance);
    for (double size = page.sizes().name; size >= page.sizes().smallest_name; size -= 0.5) {
        PlacedNames placed{size, {}, {}};
        std::vector<BoxSize> sizes;
        const double margin = 0.9 * size;
        double filled = 0;
        for (std::size_t item = 0; item < vertices.size(); ++item) {
            placed.boxes.push_back(vertex_box(graph, vertices[item], size));
            const auto around = room.empty() ? BoxSize{0, 0} : room[item];
            const auto& own = placed.boxes.back().size;
            sizes.push_back({own.width + around.width, own.height + around.height});
            filled += (sizes.back().width + margin) * (sizes.back().height + margin);
        }
        const bool smallest = size - 0.5 < page.sizes().smallest_name;
        if (!smallest && filled > most_filled * page.body().width() * page.body().height()) continue;
        auto centres = fit_into(page.body(), positions, sizes, margin);
        if (!centres) continue;
        placed.centres = std::move(*centres);
        std::vector<Movable> movable;
        for (const auto& box : sizes)
            movable.push_back({box, page.body()});
        untangle(placed.centres, movable, lines, margin);
        return placed;
    }
    return std::nullopt;
}

void draw_lines(Page& page, const LineEnd& from, const LineEnd& to, const DrawnTie& tie, const std::string& words) {
    auto& scene = page.scene();
    const auto way = to.at - from.at;
    const auto solid = page.theme().cooperation_line(tie.relation.cooperation);
    const auto dashed = page.theme().tension_line(tie.relation.tension);
    const bool both = tie.cooperates && tie.strains;
    const double apart = both ? (solid.width + dashed.width) / 2 + 1.5 : 0;
    const Point aside = Point{-way.y, way.x} * (apart / 2 / std::max(way.length(), 1.0));
    if (tie.cooperates) scene.straight_link(from.node, to.node, from.at + aside, to.at + aside, solid, words);
    if (tie.strains) scene.straight_link(from.node, to.node, from.at - aside, to.at - aside, dashed, words);
}

std::string ties_in_words(const RelationGraph& graph, const std::vector<DrawnTie>& ties) {
    std::string text;
    for (const auto& tie : ties)
        text += " " + relation_in_words(graph, tie.a, tie.b) + ".";
    return text;
}

void draw_net(Page& page, const RelationGraph& graph, const std::vector<VertexIndex>& vertices,
              const std::vector<DrawnTie>& ties, const PlacedNames& placed) {
    auto& scene = page.scene();
    std::vector<NodeIndex> nodes;
    for (std::size_t item = 0; item < vertices.size(); ++item)
        nodes.push_back(scene.node(vertex_node(graph, vertices[item], placed.boxes[item], placed.centres[item],
                                               placed.text_size, page.theme())));
    for (const auto& tie : ties) {
        const auto a = position_in(vertices, tie.a);
        const auto b = position_in(vertices, tie.b);
        draw_lines(page, {nodes[a], placed.centres[a]}, {nodes[b], placed.centres[b]}, tie,
                   relation_in_words(graph, tie.a, tie.b));
    }
}

Legend net_legend(const RelationGraph& graph, const std::vector<VertexIndex>& vertices,
                  const std::vector<DrawnTie>& ties, const Theme& theme) {
    Legend legend;
    const auto any = [&](auto drawn) { return std::any_of(ties.begin(), ties.end(), drawn); };
    if (any([](const auto& tie) { return tie.cooperates; }))
        legend.push_back(line_entry(theme.cooperation_line(0.7), "cooperation (solid; wider is stronger)"));
    if (any([](const auto& tie) { return tie.strains; }))
        legend.push_back(line_entry(theme.tension_line(0.7), "tension (dashed; wider is sharper)"));
    std::set<Kind> kinds;
    bool threats = false;
    for (const auto vertex : vertices) {
        if (graph.is_threat(vertex))
            threats = true;
        else
            kinds.insert(graph.model().vertices[vertex].kind);
    }
    add_kinds(legend, kinds, theme);
    if (threats)
        legend.push_back(shape_entry(Shape::ellipse, theme.paper, {theme.tension, 1, Dash::dotted}, "shared threat"));
    return legend;
}

std::string backbone_in_words(const Backbone& backbone) {
    const auto tensions = backbone.least_tension > 0
                              ? fmt::format("tensions of {} and more", two_digits(backbone.least_tension))
                              : "all tensions";
    return fmt::format("Three strongest ties of each (cooperation of {} and more); {}", two_digits(least_cooperation),
                       tensions);
}

std::vector<std::string> backbone_notes(const Backbone& backbone, const DrawOptions& options) {
    std::vector<std::string> notes;
    if (backbone.less_telling > 0)
        notes.push_back(fmt::format(
            "{} of {} are drawn, the actors whose relations weigh most: narrow with --only TAG=VALUE, --within N or "
            "--min W; for the forums, draw forums.",
            backbone.considered.size(), how_many(backbone.considered.size() + backbone.less_telling, "vertex")));
    if (backbone.without_tie > 0)
        notes.push_back(fmt::format("{} without such a tie {} left out.", how_many(backbone.without_tie, "vertex"),
                                    backbone.without_tie == 1 ? "is" : "are"));
    if (options.min > 0)
        notes.push_back(fmt::format("Pairs whose cooperation and tension both stay under {} are left out.",
                                    two_digits(options.min)));
    return notes;
}

}  // namespace entente::drawing
