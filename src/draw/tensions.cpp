#include "draw/phrases.hpp"
#include "draw/rows.hpp"
#include "draw/selection.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace entente {

namespace {

using namespace drawing;

std::string finding(const RelationGraph& graph, const std::vector<Tension>& tensions) {
    if (tensions.empty()) return "No tension";
    const auto sharpest = std::max_element(tensions.begin(), tensions.end(), [](const auto& left, const auto& right) {
        return above(right.tension, left.tension);
    });
    const auto opening = std::max_element(tensions.begin(), tensions.end(), [](const auto& left, const auto& right) {
        return above(right.opportunity, left.opportunity);
    });
    const auto pair = pair_name(graph, sharpest->a, sharpest->b);
    const auto first = tensions.size() == 1
                           ? pair + " is the only tension"
                           : fmt::format("{} is the sharpest of {} tensions", pair, number_in_words(tensions.size()));
    if (!above(opening->opportunity, 0)) return first + "; none has a broker";
    if (opening == sharpest) return first + " and the best opening for a broker";
    return fmt::format("{}; {} is the best opening", first, pair_name(graph, opening->a, opening->b));
}

std::string broker_of(const RelationGraph& graph, const Tension& tension) {
    if (!tension.best_broker) return "–";
    return fmt::format("{} {}", name_of(graph, *tension.best_broker), two_digits(tension.best_score));
}

std::vector<std::string> torn_between(const RelationGraph& graph, const Tension& tension) {
    std::vector<VertexIndex> torn;
    for (const auto& side : tension.torn)
        torn.push_back(side.id);
    return names_of(graph, torn);
}

std::string in_a_sentence(const RelationGraph& graph, const Tension& tension) {
    auto text = relation_in_words(graph, tension.a, tension.b);
    if (tension.best_broker) text += "; best broker " + broker_of(graph, tension);
    text += fmt::format("; opportunity {}", two_digits(tension.opportunity));
    if (!tension.torn.empty()) text += "; torn between them: " + join_words(torn_between(graph, tension));
    return text;
}

/// Where the columns begin; the scale of the bars runs from `bars` to `bars_end`.
struct Columns {
    double pair;
    double bars;
    double bars_end;
    double broker;
    double torn;
    double end;
    double gap;
};

Columns columns_for(const RelationGraph& graph, const std::vector<Tension>& rows, const Box& body, double size) {
    double pair = text_width(std::string("Pair"), size);
    double broker = text_width(std::string("Best broker, score"), size);
    for (const auto& row : rows) {
        pair = std::max(pair, text_width(pair_name(graph, row.a, row.b), size));
        broker = std::max(broker, text_width(broker_of(graph, row), size));
    }
    const double gap = 1.4 * size;
    pair = std::min(pair, body.width() * 0.3);
    broker = std::min(broker, body.width() * 0.22);
    const double number = text_width(std::string("0.00"), size);
    const double left = body.width() - pair - broker - number - 3 * gap;
    const double bars = left * 0.6;
    Columns columns{};
    columns.pair = body.left;
    columns.bars = body.left + pair + gap;
    columns.bars_end = columns.bars + bars;
    columns.broker = columns.bars_end + number + gap;
    columns.torn = columns.broker + broker + gap;
    columns.end = body.right;
    columns.gap = gap;
    return columns;
}

class Ladder {
  public:
    Ladder(Page& page, const RelationGraph& graph, const Columns& columns, const Rows& rows)
        : page_(page), graph_(graph), columns_(columns), rows_(rows) {}

    void draw_head(double top, double bottom) {
        const auto style = page_.quiet(rows_.text_size);
        auto& scene = page_.scene();
        scene.text({columns_.pair, top}, {"Pair"}, style);
        scene.text({columns_.broker, top}, {"Best broker, score"}, style);
        scene.text({columns_.torn, top}, {shortened("Torn between them", columns_.end - columns_.torn, style.size)},
                   style);
        const double foot = top + style.size * line_height + 2;
        for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
            const double x = along(share);
            scene.line({x, foot}, {x, bottom}, page_.theme().hairline_style());
            scene.text({x, top}, {share == 0 || share == 1 ? number(share) : two_digits(share)},
                       page_.quiet(rows_.text_size, Align::centre));
        }
    }

    void draw_row(const Tension& tension, double top) {
        auto& scene = page_.scene();
        const auto& theme = page_.theme();
        const double middle = top + rows_.height / 2;
        const double size = rows_.text_size;
        const double text_top = middle - size * line_height / 2;
        const auto words = in_a_sentence(graph_, tension);
        scene.text({columns_.pair, text_top},
                   {shortened(pair_name(graph_, tension.a, tension.b), columns_.bars - columns_.pair - columns_.gap / 2,
                              size)},
                   page_.ink(size), words);

        const double thick = rows_.height * (tension.ambivalent ? 0.34 : 0.5);
        const double bar_top = tension.ambivalent ? middle - thick - 0.5 : middle - thick / 2;
        bar(along(tension.tension), bar_top, thick, theme.tension, words);
        if (tension.ambivalent) bar(along(tension.cooperation), middle + 0.5, thick * 0.7, theme.cooperation, words);
        const double note = std::min(size, page_.sizes().note);
        const double longest = tension.ambivalent ? std::max(tension.tension, tension.cooperation) : tension.tension;
        scene.text({along(longest) + 0.4 * note, bar_top + thick / 2 - note * line_height / 2},
                   {two_digits(tension.tension)}, page_.ink(note), words);
        const double reach = thick * 0.62;
        scene.node({Box::around({along(tension.opportunity), bar_top + thick / 2}, reach, reach),
                    Shape::ellipse,
                    theme.paper,
                    {theme.ink, 1},
                    {},
                    words});

        scene.text({columns_.broker, text_top},
                   {shortened(broker_of(graph_, tension), columns_.torn - columns_.broker - columns_.gap / 2, size)},
                   tension.best_broker ? page_.ink(size) : page_.quiet(size), words);
        const auto torn = as_many_as_fit(torn_between(graph_, tension), columns_.end - columns_.torn, size);
        if (!torn.empty()) scene.text({columns_.torn, text_top}, {torn}, page_.quiet(size), words);
    }

  private:
    double along(double share) const { return columns_.bars + share * (columns_.bars_end - columns_.bars); }

    void bar(double end, double top, double thick, const std::string& fill, const std::string& words) {
        page_.scene().node({{columns_.bars, top, std::max(end, columns_.bars + 0.5), top + thick},
                            Shape::box,
                            fill,
                            {fill, 0},
                            {},
                            words});
    }

    Page& page_;
    const RelationGraph& graph_;
    Columns columns_;
    Rows rows_;
};

Legend legend_for(const std::vector<Tension>& rows, const Theme& theme) {
    Legend legend{shape_entry(Shape::box, theme.tension, {theme.tension, 0}, "tension"),
                  {[&theme](Scene& scene, const Box& box) {
                       scene.node({Box::around(box.centre(), box.height(), box.height()),
                                   Shape::ellipse,
                                   theme.paper,
                                   {theme.ink, 1},
                                   {},
                                   {}});
                   },
                   "opportunity: tension times the best broker's score"}};
    if (std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.ambivalent; }))
        legend.push_back(shape_entry(Shape::box, theme.cooperation, {theme.cooperation, 0},
                                     "cooperation, beside the tension (ambivalent)"));
    return legend;
}

}  // namespace

Picture draw_tensions(const RelationGraph& graph, const std::vector<Tension>& tensions, const DrawOptions& options) {
    const auto selected = selected_vertices(graph, options);
    std::vector<Tension> rows;
    std::copy_if(tensions.begin(), tensions.end(), std::back_inserter(rows),
                 [&](const auto& row) { return selects_pair(selected, row.a, row.b, row.tension, options); });
    const auto& colours = theme(options.greyscale ? Palette::greyscale : Palette::colour);
    Page page(
        graph, options, finding(graph, rows),
        "How sharp each tension is (bar), how much of it a broker could reach (dot); " + date_words(graph.as_of()),
        legend_for(rows, colours));
    const auto wanted = rows.size();
    const auto body = page.body();
    const double head = page.sizes().name * line_height;
    const auto fitted = fit_rows(wanted, body.height() - head, page.sizes(), options);
    rows.resize(fitted.count);

    std::string description;
    if (!rows.empty()) {
        Ladder ladder(page, graph, columns_for(graph, rows, body, fitted.text_size), fitted);
        ladder.draw_head(body.top, body.top + head + fitted.height * static_cast<double>(rows.size()));
        for (std::size_t row = 0; row < rows.size(); ++row) {
            ladder.draw_row(rows[row], body.top + head + fitted.height * static_cast<double>(row));
            description += (row ? " " : "") + in_a_sentence(graph, rows[row]) + ".";
        }
    }
    return page.finish(rows.empty() ? Legend{} : legend_for(rows, colours), {left_out(rows.size(), wanted, "tension")},
                       description);
}

}  // namespace entente
