#include "draw/net.hpp"
#include "draw/phrases.hpp"
#include "draw/selection.hpp"
#include "draw/untangle.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace entente {

namespace {

using namespace drawing;

std::optional<VertexIndex> best_connected(const RelationGraph& graph, const std::vector<VertexIndex>& vertices) {
    std::optional<VertexIndex> best;
    double most = 0;
    for (const auto vertex : vertices) {
        if (!graph.is_actor(vertex)) continue;
        double trust = 0;
        for (const auto other : graph.actors())
            trust += graph.relation(vertex, other).trust();
        if (!above(trust, most)) continue;
        most = trust;
        best = vertex;
    }
    return best;
}

std::string finding(const RelationGraph& graph, const Backbone& backbone) {
    const DrawnTie* sharpest = nullptr;
    for (const auto& tie : backbone.ties) {
        if (!tie.strains || graph.is_threat(tie.a) || graph.is_threat(tie.b)) continue;
        if (!sharpest || above(tie.relation.tension, sharpest->relation.tension)) sharpest = &tie;
    }
    const auto centre = best_connected(graph, backbone.vertices);
    if (backbone.ties.empty()) return "No relation strong enough to draw";
    const auto connected = centre ? fmt::format("{} is the most trusted", name_of(graph, *centre)) : "";
    if (!sharpest) return connected.empty() ? "No tension" : connected + "; no tension";
    const auto tension = pair_name(graph, sharpest->a, sharpest->b) + " is the sharpest tension";
    return connected.empty() ? tension : tension + "; " + connected;
}

/// The largest type in which the names leave room for the ties.
std::optional<PlacedNames> place_names(const RelationGraph& graph, const Backbone& backbone, const Page& page) {
    constexpr double most_filled = 0.4;
    const auto& vertices = backbone.vertices;
    const auto positions = stress_positions(vertices.size(), [&](std::size_t i, std::size_t j) {
        return tie_length(graph.relation(vertices[i], vertices[j]));
    });
    const auto lines = drawing::lines_of(vertices, backbone.ties);
    for (double size = page.sizes().name; size >= page.sizes().smallest_name; size -= 0.5) {
        PlacedNames placed{size, {}, {}};
        std::vector<BoxSize> sizes;
        const double margin = 0.9 * size;
        double filled = 0;
        for (const auto vertex : vertices) {
            placed.boxes.push_back(vertex_box(graph, vertex, size));
            sizes.push_back(placed.boxes.back().size);
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

std::string description(const RelationGraph& graph, const Backbone& backbone) {
    std::string text = fmt::format("A network of {} and {}.", how_many(backbone.vertices.size(), "vertex"),
                                   how_many(backbone.ties.size(), "tie"));
    for (const auto& tie : backbone.ties)
        text += " " + relation_in_words(graph, tie.a, tie.b) + ".";
    return text;
}

}  // namespace

Picture draw_network(const RelationGraph& graph, const DrawOptions& options) {
    const auto vertices = selected_vertices(graph, options);
    auto most = vertices.size() > most_vertices ? readable_vertices : std::max(vertices.size(), std::size_t{1});
    for (; most > 0; most -= (most + 9) / 10) {
        const auto backbone = find_backbone(graph, vertices, most, options);
        const auto& colours = theme(options.greyscale ? Palette::greyscale : Palette::colour);
        const auto legend = net_legend(graph, backbone.vertices, backbone.ties, colours);
        Page page(graph, options, finding(graph, backbone),
                  backbone_in_words(backbone) + "; " + date_words(graph.as_of()), legend);
        const auto placed = place_names(graph, backbone, page);
        if (placed) {
            draw_net(page, graph, backbone.vertices, backbone.ties, *placed);
            return page.finish(legend, backbone_notes(backbone, options), description(graph, backbone));
        }
        if (options.all_vertices) break;
    }
    throw DrawError(
        "the names do not fit this size; use a larger size, or draw fewer vertices with --only, --within or --min");
}

}  // namespace entente
