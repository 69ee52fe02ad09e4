#include "draw/network.hpp"

#include "draw/net.hpp"
#include "draw/phrases.hpp"
#include "draw/selection.hpp"

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

std::string description(const RelationGraph& graph, const Backbone& backbone) {
    return fmt::format("A network of {} and {}.", how_many(backbone.vertices.size(), "vertex"),
                       how_many(backbone.ties.size(), "tie")) +
           ties_in_words(graph, backbone.ties);
}

}  // namespace

std::string drawing::network_finding(const RelationGraph& graph, const Backbone& backbone) {
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

Picture drawing::draw_network_under(const RelationGraph& graph, const NetworkWords& words, const DrawOptions& options) {
    const auto vertices = selected_vertices(graph, options);
    auto most = vertices.size() > most_vertices ? readable_vertices : std::max(vertices.size(), std::size_t{1});
    for (; most > 0; most -= (most + 9) / 10) {
        const auto backbone = find_backbone(graph, vertices, most, options);
        const auto& colours = theme(options.greyscale ? Palette::greyscale : Palette::colour);
        const auto legend = net_legend(graph, backbone.vertices, backbone.ties, colours);
        Page page(graph, options, words.title.empty() ? network_finding(graph, backbone) : words.title,
                  backbone_in_words(backbone) + "; " + date_words(graph.as_of()), legend);
        const auto& drawn = backbone.vertices;
        const auto placed = place_names(
            graph, drawn, drawing::lines_of(drawn, backbone.ties),
            [&](std::size_t i, std::size_t j) { return tie_length(graph.relation(drawn[i], drawn[j])); }, page);
        if (placed) {
            draw_net(page, graph, backbone.vertices, backbone.ties, *placed);
            auto notes = words.notes;
            for (auto& note : backbone_notes(backbone, options))
                notes.push_back(std::move(note));
            return page.finish(legend, notes, description(graph, backbone));
        }
        if (options.all_vertices) break;
    }
    throw DrawError(
        "the names do not fit this size; use a larger size, or draw fewer vertices with --only, --within or --min");
}

Picture draw_network(const RelationGraph& graph, const DrawOptions& options) {
    return draw_network_under(graph, {}, options);
}

}  // namespace entente
