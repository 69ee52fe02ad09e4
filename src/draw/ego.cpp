#include "draw/ego_words.hpp"
#include "draw/net.hpp"
#include "draw/page.hpp"
#include "draw/phrases.hpp"
#include "draw/selection.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

namespace entente {

namespace {

using namespace drawing;

constexpr std::size_t most_relations = 14;
/// Of the weaker of the two signs, from which it is drawn as well.
constexpr double least_beside = 0.1;

bool draws_cooperation(const Relation& relation) {
    return closer(relation) || at_least(relation.cooperation, least_beside);
}

bool draws_tension(const Relation& relation) {
    return !closer(relation) || at_least(relation.tension, least_beside);
}

DrawnTie drawn_tie(VertexIndex ego, const EgoRelation& other) {
    return {ego, other.id, other.relation, draws_cooperation(other.relation), draws_tension(other.relation)};
}

/// Between a name's rim and what is shared, in sizes of its type.
constexpr double under_name = 0.25;

struct TypeOfRows {
    double name;
    double note;
    double gap;  ///< between rows, at least
};

/// One who stands beside the ego: the name in its shape, numbers beside it, what is shared under it.
struct Row {
    const EgoRelation* relation;
    VertexBox box;
    std::vector<std::string> numbers;
    std::string shared;
    double height;  ///< with what stands under the name
};

/// Rows at one side of the ego, from the top, their inner ends on an arc about it.
struct Side {
    std::vector<Row> rows;
    double height = 0;
};

class EgoPicture {
  public:
    /// In type of `smallest` at least.
    EgoPicture(Page& page, const RelationGraph& graph, VertexIndex ego, const std::vector<EgoRelation>& relations,
               double smallest)
        : page_(page), graph_(graph), ego_(ego) {
        column_ = 0.29 * page.body().width();
        for (double name = page.sizes().name; name >= smallest; name -= 0.5) {
            const double note = std::clamp(0.85 * name, smallest_text, page.sizes().note);
            type_ = {name, note, 0.6 * name};
            if (fill(relations) == relations.size()) break;
        }
    }

    std::size_t drawn() const { return close_.rows.size() + apart_.rows.size(); }

    void draw() {
        const auto body = page_.body();
        const double size = 1.1 * type_.name;
        const double widest = 0.18 * body.width();
        const auto lines = wrap_within(name_of(graph_, ego_), widest - 1.4 * size, 6, size, Boldness::bold);
        const double width = text_width(lines, size, Boldness::bold) + 1.4 * size;
        const double height = (1.2 * static_cast<double>(lines.size()) + 1.2) * size;
        middle_ = body.centre();
        if (apart_.rows.empty() && !close_.rows.empty()) middle_.x = body.left + 0.12 * body.width() + width / 2;
        if (close_.rows.empty() && !apart_.rows.empty()) middle_.x = body.right - 0.12 * body.width() - width / 2;
        const auto& theme = page_.theme();
        ego_node_ = page_.scene().node({Box::around(middle_, width, height),
                                        Shape::rounded,
                                        theme.party_fill(),
                                        {theme.party_fill(), 1},
                                        {lines, {size, theme.party_text(), Boldness::bold, Align::centre}},
                                        vertex_in_words(graph_, ego_)});
        draw_side(close_, 1);
        draw_side(apart_, -1);
    }

  private:
    /// Takes the relations in their order, each to its side while there is room. How many were taken.
    std::size_t fill(const std::vector<EgoRelation>& relations) {
        close_ = {};
        apart_ = {};
        for (const auto& relation : relations) {
            auto row = row_of(relation);
            auto& side = closer(relation.relation) ? close_ : apart_;
            const double needed = row.height + (side.rows.empty() ? 0 : type_.gap);
            if (side.height + needed > page_.body().height()) continue;
            side.height += needed;
            side.rows.push_back(std::move(row));
        }
        return drawn();
    }

    Row row_of(const EgoRelation& relation) const {
        Row row{&relation, vertex_box(graph_, relation.id, type_.name), {}, {}, 0};
        if (draws_cooperation(relation.relation))
            row.numbers.push_back("cooperation " + two_digits(relation.relation.cooperation));
        if (draws_tension(relation.relation)) row.numbers.push_back("tension " + two_digits(relation.relation.tension));
        row.shared = shared_in_words(graph_, relation, column_, type_.note);
        row.height = name_height(row) + (row.shared.empty() ? 0 : type_.note * (line_height + under_name));
        return row;
    }

    /// Of the name and of the numbers beside it.
    double name_height(const Row& row) const {
        return std::max(row.box.size.height, static_cast<double>(row.numbers.size()) * type_.note * line_height);
    }

    /// Of the name with the numbers beside it.
    double width_of(const Row& row) const {
        return row.box.size.width + 0.5 * type_.name + text_width(row.numbers, type_.note);
    }

    /// `way` is 1 to the right, -1 to the left.
    void draw_side(const Side& side, double way) {
        if (side.rows.empty()) return;
        const auto body = page_.body();
        const auto count = static_cast<double>(side.rows.size());
        const double spare = (body.height() - side.height) / count;
        const double gap = type_.gap + std::min(spare, 2.2 * type_.name);
        const double all = side.height + (gap - type_.gap) * (count - 1);
        double top = body.centre().y - all / 2;
        for (const auto& row : side.rows) {
            draw_row(row, top, way);
            top += row.height + gap;
        }
    }

    void draw_row(const Row& row, double top, double way) {
        const auto body = page_.body();
        const double across = (way > 0 ? body.right - middle_.x : middle_.x - body.left) - column_;
        const double middle = top + name_height(row) / 2;
        const double height = (middle - middle_.y) / (0.57 * body.height());
        const auto& size = row.box.size;
        const double room = (way > 0 ? body.right - middle_.x : middle_.x - body.left) - width_of(row);
        const double inner = middle_.x + way * std::min(across * std::sqrt(std::max(1 - height * height, 0.0)), room);
        const Box box = Box::around({inner + way * size.width / 2, middle}, size.width, size.height);
        const auto node =
            page_.scene().node(vertex_node(graph_, row.relation->id, row.box, box.centre(), type_.name, page_.theme()));
        draw_ties(row, node, {inner, middle});
        const auto align = way > 0 ? Align::left : Align::right;
        const double outer = inner + way * (size.width + 0.5 * type_.name);
        const double above = middle - static_cast<double>(row.numbers.size()) * type_.note * line_height / 2;
        page_.scene().text({outer, above}, row.numbers, page_.quiet(type_.note, align));
        if (row.shared.empty()) return;
        page_.scene().text({inner, top + name_height(row) + under_name * type_.note}, {row.shared},
                           page_.quiet(type_.note, align));
    }

    void draw_ties(const Row& row, NodeIndex node, Point end) {
        draw_lines(page_, {ego_node_, middle_}, {node, end}, drawn_tie(ego_, *row.relation),
                   relation_in_words(graph_, ego_, row.relation->id));
    }

    Page& page_;
    const RelationGraph& graph_;
    VertexIndex ego_;
    double column_;
    TypeOfRows type_{};
    Side close_;
    Side apart_;
    Point middle_;
    NodeIndex ego_node_ = 0;
};

Legend legend_for(const RelationGraph& graph, VertexIndex ego, const std::vector<EgoRelation>& relations,
                  const Theme& theme) {
    std::vector<VertexIndex> vertices;
    std::vector<DrawnTie> ties;
    for (const auto& relation : relations) {
        vertices.push_back(relation.id);
        ties.push_back(drawn_tie(ego, relation));
    }
    return net_legend(graph, vertices, ties, theme);
}

}  // namespace

Picture draw_ego(const RelationGraph& graph, VertexIndex ego, const DrawOptions& options) {
    const auto all = relations_of(graph, ego, options);
    const auto most = options.top.value_or(options.all_vertices ? all.size() : most_relations);
    const auto relations = most_telling(all, most);
    const auto& colours = theme(options.greyscale ? Palette::greyscale : Palette::colour);
    const auto legend = legend_for(graph, ego, relations, colours);
    Page page(graph, options, ego_finding(graph, ego, all),
              "Its strongest relations: at the right where cooperation outweighs, at the left where tension does; " +
                  date_words(graph.as_of()),
              legend);
    const bool as_many_as_can = options.top || options.all_vertices;
    EgoPicture picture(
        page, graph, ego, relations,
        as_many_as_can ? page.sizes().smallest_name : std::max(0.8 * page.sizes().name, page.sizes().smallest_name));
    if (options.all_vertices && picture.drawn() < relations.size())
        throw DrawError(fmt::format("{} do not fit this size; use a larger height, or --top N",
                                    how_many(relations.size(), "relation")));
    if (!relations.empty() && picture.drawn() == 0)
        throw DrawError("the names do not fit this size; use a larger size");
    picture.draw();
    return page.finish(legend, ego_notes(picture.drawn(), all.size(), options), ego_description(graph, ego, relations));
}

}  // namespace entente
