#include "draw/net.hpp"
#include "draw/network.hpp"
#include "draw/nudge.hpp"
#include "draw/phrases.hpp"
#include "draw/projection.hpp"
#include "draw/selection.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente {

namespace {

using namespace drawing;

struct Placing {
    PlacedNames names;
    std::vector<Point> places;
};

/// How far names may stand from their places, in sizes of their type.
struct Nearness {
    double in_the_middle;
    double at_most;
};
constexpr Nearness at_a_glance{0.6, 2.5};
constexpr Nearness still_found{1.6, 7};

/// More lines over a map are no longer told apart.
constexpr std::size_t most_lines = 78;

std::size_t count_lines(const Backbone& backbone) {
    std::size_t count = 0;
    for (const auto& tie : backbone.ties)
        count += (tie.cooperates ? 1U : 0U) + (tie.strains ? 1U : 0U);
    return count;
}

bool stands(const Placing& placing, Nearness near) {
    double sum = 0;
    double most = 0;
    for (std::size_t item = 0; item < placing.places.size(); ++item) {
        const auto& size = placing.names.boxes[item].size;
        const auto name = Box::around(placing.names.centres[item], size.width, size.height);
        const double away = (nearest_on(name, placing.places[item]) - placing.places[item]).length();
        sum += away;
        most = std::max(most, away);
    }
    const double count = static_cast<double>(std::max(placing.places.size(), std::size_t{1}));
    const double size = placing.names.text_size;
    return sum / count <= near.in_the_middle * size && most <= near.at_most * size;
}

/// The names in the largest type in which each is seen with its place at a glance, or else in the smallest in which it
/// is still found; where all are asked for, in the smallest in any case.
std::optional<Placing> placed(const RelationGraph& graph, const Backbone& backbone, const Page& page,
                              const Projection& projection, bool all_vertices) {
    std::vector<Point> places;
    for (const auto vertex : backbone.vertices)
        places.push_back(projection.point(*graph.model().vertices[vertex].at));
    const auto lines = lines_of(backbone.vertices, backbone.ties);
    std::optional<Placing> last;
    for (double size = page.sizes().name; size >= page.sizes().smallest_name; size -= 1) {
        Placing placing{{size, {}, {}}, places};
        std::vector<NamedPlace> named;
        for (std::size_t item = 0; item < places.size(); ++item) {
            placing.names.boxes.push_back(vertex_box(graph, backbone.vertices[item], size));
            named.push_back({places[item], placing.names.boxes.back().size});
        }
        auto middles = nudged(named, lines, page.body(), 0.4 * size);
        if (!middles) continue;
        placing.names.centres = std::move(*middles);
        if (stands(placing, at_a_glance)) return placing;
        if (all_vertices || stands(placing, still_found)) last = std::move(placing);
    }
    return last;
}

std::string place_in_words(const RelationGraph& graph, VertexIndex vertex) {
    const auto& capital = graph.model().vertices[vertex].capital;
    return fmt::format("{}: {}", name_of(graph, vertex), capital.empty() ? "its place" : capital);
}

/// A dot on the place and a hairline to the name, where the name does not stand on it.
void draw_places(Page& page, const RelationGraph& graph, const Backbone& backbone, const Placing& placing) {
    for (std::size_t item = 0; item < placing.places.size(); ++item) {
        const auto place = placing.places[item];
        const auto& size = placing.names.boxes[item].size;
        const auto name = Box::around(placing.names.centres[item], size.width, size.height);
        if (!stands_apart(place, name)) continue;
        page.scene().line(place, nearest_on(name, place), {page.theme().quiet, 0.6});
        const bool marked =
            std::any_of(placing.places.begin(), placing.places.begin() + static_cast<std::ptrdiff_t>(item),
                        [&](Point other) { return (other - place).length() < 1; });
        if (marked) continue;
        page.scene().node({Box::around(place, place_dot, place_dot),
                           Shape::ellipse,
                           page.theme().ink,
                           {page.theme().paper, 0.75},
                           {},
                           place_in_words(graph, backbone.vertices[item])});
    }
}

bool has_place(const RelationGraph& graph, VertexIndex vertex) {
    return graph.model().vertices[vertex].at.has_value();
}

/// "37 forums and 3 groups without a place are left out."
std::string without_place(const RelationGraph& graph, const std::vector<VertexIndex>& vertices) {
    std::size_t forums = 0;
    std::size_t others = 0;
    for (const auto vertex : vertices)
        if (!has_place(graph, vertex)) ++(graph.is_forum(vertex) ? forums : others);
    if (forums + others == 0) return {};
    std::vector<std::string> counts;
    if (others > 0) counts.push_back(how_many(others, forums > 0 ? "other vertex" : "vertex"));
    if (forums > 0) counts.insert(counts.begin(), how_many(forums, "forum"));
    return fmt::format("{} without a place {} left out.", join_words(counts), forums + others == 1 ? "is" : "are");
}

std::string description(const RelationGraph& graph, const Backbone& backbone) {
    return fmt::format("A map with {} at their places and {} between them.",
                       how_many(backbone.vertices.size(), "vertex"), how_many(backbone.ties.size(), "tie")) +
           ties_in_words(graph, backbone.ties);
}

Legend legend_for(const RelationGraph& graph, const Backbone& backbone, const Theme& theme) {
    auto legend = net_legend(graph, backbone.vertices, backbone.ties, theme);
    if (!backbone.vertices.empty())
        legend.push_back(
            {[&theme](Scene& scene, const Box& box) {
                 const auto dot = Point{box.left + 0.2 * box.width(), box.centre().y};
                 scene.line(dot, {box.right, dot.y}, {theme.quiet, 0.6});
                 scene.node(
                     {Box::around(dot, place_dot, place_dot), Shape::ellipse, theme.ink, {theme.paper, 0.75}, {}, {}});
             },
             "place of a name that stands beside it"});
    return legend;
}

}  // namespace

Picture draw_map(const RelationGraph& graph, const DrawOptions& options) {
    const auto selected = selected_vertices(graph, options);
    std::vector<VertexIndex> vertices;
    std::copy_if(selected.begin(), selected.end(), std::back_inserter(vertices),
                 [&](auto vertex) { return has_place(graph, vertex); });
    const auto& colours = theme(options.greyscale ? Palette::greyscale : Palette::colour);
    auto most = std::clamp(vertices.size(), std::size_t{1}, readable_vertices);
    for (; most > 0; most -= (most + 9) / 10) {
        const auto backbone = find_backbone(graph, vertices, most, options);
        if (!options.all_vertices && count_lines(backbone) > most_lines) continue;
        const auto legend = legend_for(graph, backbone, colours);
        Page page(graph, options,
                  vertices.empty() ? "No vertex has a place to stand on a map" : network_finding(graph, backbone),
                  backbone_in_words(backbone) + "; " + date_words(graph.as_of()), legend);
        std::vector<Place> places;
        for (const auto vertex : backbone.vertices)
            places.push_back(*graph.model().vertices[vertex].at);
        const auto& body = page.body();
        const Projection projection(places, body, {0.05 * body.width(), 0.06 * body.height()});
        const auto placing = placed(graph, backbone, page, projection, options.all_vertices);
        if (placing) {
            if (!places.empty()) draw_land(page.scene(), projection, body, page.theme());
            draw_places(page, graph, backbone, *placing);
            draw_net(page, graph, backbone.vertices, backbone.ties, placing->names);
            auto notes = backbone_notes(backbone, options);
            if (auto missing = without_place(graph, selected); !missing.empty()) notes.push_back(std::move(missing));
            return page.finish(legend, notes, description(graph, backbone));
        }
        if (options.all_vertices) break;
    }
    throw DrawError(
        "the names do not fit this size; use a larger size, or draw fewer vertices with --only, --within or --min");
}

}  // namespace entente
