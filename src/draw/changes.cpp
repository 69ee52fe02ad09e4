#include "draw/change_layout.hpp"
#include "draw/change_words.hpp"
#include "draw/colour.hpp"
#include "draw/line_labels.hpp"
#include "draw/net.hpp"
#include "draw/network.hpp"
#include "draw/phrases.hpp"
#include "draw/selection.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace entente {

namespace {

using namespace drawing;

/// What moves stands out, however weak it is.
LineStyle moving_line(LineStyle line) {
    line.width += 1.2;
    return line;
}

/// Of the pale band that shows how wide a line was.
LineStyle ghost_of(const Theme& theme, const LineStyle& line) {
    return {mixed(theme.paper, line.colour, 0.3), line.width, Dash::solid};
}

LineStyle gone(const Theme& theme, const LineStyle& line) {
    return {mixed(theme.paper, line.colour, 0.8), std::max(line.width * 0.6, 1.2), Dash::dotted};
}

LineStyle staying(const Theme& theme, const LineStyle& line) {
    return {theme.hairline, std::max(line.width * 0.5, 0.6), line.dash};
}

/// More numbers are not read; the greatest moves bear theirs.
constexpr std::size_t most_numbers = 25;

class ChangesPicture {
  public:
    ChangesPicture(Page& page, const BothStates& states, const ChangedNet& net, const PlacedNames& placed)
        : page_(page), states_(states), net_(net), placed_(placed) {}

    void draw() {
        draw_vertices();
        for (const auto& tie : net_.ties)
            draw_tie(tie);
        draw_numbers();
    }
    std::size_t unnumbered() const { return unnumbered_; }

  private:
    Point centre(VertexIndex vertex) const { return placed_.centres[position_in(net_.vertices, vertex)]; }

    void draw_vertices() {
        const auto& theme = page_.theme();
        for (std::size_t item = 0; item < net_.vertices.size(); ++item) {
            const auto vertex = net_.vertices[item];
            auto box = placed_.boxes[item];
            box.accented = states_.comes(vertex);
            if (states_.goes(vertex)) box.rim = Dash::dotted;
            auto node = vertex_node(states_.after(), vertex, box, placed_.centres[item], placed_.text_size, theme);
            if (states_.goes(vertex)) node.label.style.colour = theme.quiet;
            nodes_.push_back(page_.scene().node(std::move(node)));
        }
    }

    void draw_tie(const ChangedTie& tie) {
        const auto& theme = page_.theme();
        const auto way = centre(tie.b) - centre(tie.a);
        const auto width = [](const Move& move, auto line) { return line(std::max(move.before, move.after)).width; };
        const auto cooperation = [&](double weight) { return theme.cooperation_line(weight); };
        const auto tension = [&](double weight) { return theme.tension_line(weight); };
        const bool both = tie.cooperates && tie.strains;
        const double apart = both ? (width(tie.cooperation, cooperation) + width(tie.tension, tension)) / 2 + 1.5 : 0;
        const Point aside = Point{-way.y, way.x} * (apart / 2 / std::max(way.length(), 1.0));
        if (tie.cooperates) draw_line(tie, tie.cooperation, cooperation, aside);
        if (tie.strains) draw_line(tie, tie.tension, tension, aside * -1);
    }

    void draw_line(const ChangedTie& tie, const Move& move, auto line, Point aside) {
        const auto& theme = page_.theme();
        const auto a = centre(tie.a) + aside;
        const auto b = centre(tie.b) + aside;
        if (!move.counts()) return page_.scene().line(a, b, staying(theme, line(move.after)));
        if (!move.goes() && move.after < move.before)
            page_.scene().line(a, b, ghost_of(theme, moving_line(line(move.before))));
        const auto style = move.goes() ? gone(theme, line(move.before)) : moving_line(line(move.after));
        page_.scene().straight_link(nodes_[position_in(net_.vertices, tie.a)],
                                    nodes_[position_in(net_.vertices, tie.b)], a, b, style, tie_in_words(states_, tie));
    }

    /// What stands on the line: the numbers alone where the line says whose they are.
    static std::vector<std::string> label_of(const ChangedTie& tie) {
        const bool both = tie.cooperation.counts() && tie.tension.counts();
        const auto part = [&](const char* what, const Move& move) {
            return both || move.goes() ? fmt::format("{} {}", what, numbers_of(move)) : numbers_of(move);
        };
        std::vector<std::string> lines;
        if (tie.cooperation.counts()) lines.push_back(part("cooperation", tie.cooperation));
        if (tie.tension.counts()) lines.push_back(part("tension", tie.tension));
        return lines;
    }

    void draw_numbers() {
        const double size = std::max(std::min(number_size(page_), placed_.text_size), smallest_text);
        std::vector<const ChangedTie*> moving;
        std::vector<LineLabel> labels;
        // The greatest moves find their place first.
        for (auto tie = net_.ties.rbegin(); tie != net_.ties.rend() && tie->moves(); ++tie) {
            if (labels.size() == most_numbers) {
                ++unnumbered_;
                continue;
            }
            const auto lines = label_of(*tie);
            moving.push_back(&*tie);
            labels.push_back({centre(tie->a),
                              centre(tie->b),
                              {text_width(lines, size) + 0.5 * size, 1.2 * size * static_cast<double>(lines.size())}});
        }
        std::vector<Box> names;
        for (std::size_t item = 0; item < placed_.boxes.size(); ++item)
            names.push_back(
                Box::around(placed_.centres[item], placed_.boxes[item].size.width, placed_.boxes[item].size.height));
        const auto places = place_labels(labels, names, page_.body());
        for (std::size_t label = 0; label < places.size(); ++label) {
            if (!places[label]) {
                ++unnumbered_;
                continue;
            }
            page_.scene().node({*places[label],
                                Shape::box,
                                page_.theme().paper,
                                {"", 0},
                                {label_of(*moving[label]), {size, page_.theme().ink, Boldness::regular, Align::centre}},
                                tie_in_words(states_, *moving[label])});
        }
    }

    Page& page_;
    const BothStates& states_;
    const ChangedNet& net_;
    const PlacedNames& placed_;
    std::vector<NodeIndex> nodes_;
    std::size_t unnumbered_ = 0;
};

Legend legend_for(const BothStates& states, const ChangedNet& net, const Theme& theme) {
    Legend legend;
    const auto any = [&](auto drawn) { return std::any_of(net.ties.begin(), net.ties.end(), drawn); };
    const auto shown = [](const Move& move) { return move.counts() && !move.goes(); };
    const auto fell = [&](const Move& move) { return shown(move) && move.after < move.before; };
    if (any([&](const auto& tie) { return shown(tie.cooperation); }))
        legend.push_back(line_entry(theme.cooperation_line(0.7), "cooperation that moves (wider is stronger)"));
    if (any([&](const auto& tie) { return shown(tie.tension); }))
        legend.push_back(line_entry(theme.tension_line(0.7), "tension that moves (dashed)"));
    if (any([&](const auto& tie) { return fell(tie.cooperation) || fell(tie.tension); })) {
        const bool cooperation = any([&](const auto& tie) { return fell(tie.cooperation); });
        const auto line = cooperation ? theme.cooperation_line(0.9) : theme.tension_line(0.9);
        const auto now = cooperation ? theme.cooperation_line(0.5) : theme.tension_line(0.3);
        legend.push_back({[=, ghost = ghost_of(theme, line)](Scene& scene, const Box& box) {
                              for (const auto& style : {ghost, now})
                                  scene.line({box.left, box.centre().y}, {box.right, box.centre().y}, style);
                          },
                          "weaker; pale is what it was"});
    }
    if (any([](const auto& tie) { return tie.cooperation.goes() || tie.tension.goes(); }))
        legend.push_back(line_entry(
            gone(theme, any([](const auto& tie) { return tie.cooperation.goes(); }) ? theme.cooperation_line(0.7)
                                                                                    : theme.tension_line(0.7)),
            "gone (dotted)"));
    if (any([](const auto& tie) { return tie.cooperates && !tie.cooperation.counts(); }))
        legend.push_back(line_entry(staying(theme, theme.cooperation_line(0.8)), "cooperation that stays"));
    if (any([](const auto& tie) { return tie.strains && !tie.tension.counts(); }))
        legend.push_back(line_entry(staying(theme, theme.tension_line(0.8)), "tension that stays"));
    std::set<Kind> kinds;
    for (const auto vertex : net.vertices)
        if (!states.after().is_threat(vertex)) kinds.insert(states.after().model().vertices[vertex].kind);
    add_kinds(legend, kinds, theme);
    const auto any_vertex = [&](auto what) { return std::any_of(net.vertices.begin(), net.vertices.end(), what); };
    if (any_vertex([&](auto vertex) { return states.after().is_threat(vertex); }))
        legend.push_back(shape_entry(Shape::ellipse, theme.paper, {theme.tension, 1, Dash::dotted}, "shared threat"));
    if (any_vertex([&](auto vertex) { return states.comes(vertex); }))
        legend.push_back(shape_entry(Shape::box, theme.accent, {theme.ink, 1.5}, "new"));
    if (any_vertex([&](auto vertex) { return states.goes(vertex); }))
        legend.push_back(shape_entry(Shape::box, theme.paper, {theme.quiet, 1, Dash::dotted}, "no longer there"));
    return legend;
}

std::string subtitle_of(const BothStates& states, const ChangedNet& net) {
    const bool stays = std::any_of(net.ties.begin(), net.ties.end(), [](const auto& tie) {
        return (tie.cooperates && !tie.cooperation.counts()) || (tie.strains && !tie.tension.counts());
    });
    return fmt::format("What moves by {} or more, before → after; {}{}", two_digits(least_move),
                       stays ? "in grey, strong ties and tensions that stay; " : "",
                       date_words(states.after().as_of()));
}

/// The records behind it all.
std::vector<std::string> record_notes(const BothStates& states) {
    const auto records = changed_records(states);
    if (records.empty()) return {};
    std::string all;
    for (const auto& record : records)
        all += (all.empty() ? "" : "; ") + record;
    return {"In the scenario: " + all + "."};
}

std::vector<std::string> notes_of(const BothStates& states, const ChangedNet& net, const MovingTies& moving,
                                  std::size_t unnumbered) {
    const auto count = [](std::size_t number, const char* noun, const char* one, const char* many) {
        return fmt::format("{} {}", how_many(number, noun), number == 1 ? one : many);
    };
    std::vector<std::string> notes;
    if (net.moving_left_out > 0)
        notes.push_back(count(net.moving_left_out, "relation", "that changes finds", "that change find") +
                        " no room: narrow with --only, --within or --min.");
    if (unnumbered > 0) notes.push_back(count(unnumbered, "line", "bears no numbers.", "bear no numbers."));
    if (moving.slight > 0)
        notes.push_back(fmt::format("{} by less than {}.", count(moving.slight, "relation", "moves", "move"),
                                    two_digits(least_move)));
    if (net.unmoved > 0)
        notes.push_back(count(net.unmoved, "vertex", "that does not change is", "that do not change are") +
                        " left out.");
    for (auto& note : record_notes(states))
        notes.push_back(std::move(note));
    return notes;
}

std::string description_of(const BothStates& states, const MovingTies& moving) {
    std::string text;
    for (const auto& tie : moving.ties)
        text += tie_in_words(states, tie) + ". ";
    return text;
}

}  // namespace

Picture draw_changes(const RelationGraph& before, const RelationGraph& after, const DrawOptions& options) {
    const BothStates states(before, after);
    const auto moving = find_moving_ties(states, options);
    const auto finding = changes_finding(states, moving);
    if (moving.ties.empty()) return draw_network_under(after, {finding, record_notes(states)}, options);
    const auto selected = selected_in_both(states, options).size();
    const auto& colours = theme(options.greyscale ? Palette::greyscale : Palette::colour);
    for (auto most = selected > most_vertices ? readable_vertices : selected; most > 1; most -= (most + 9) / 10) {
        const auto net = find_changed_net(states, moving.ties, most, options);
        const auto legend = legend_for(states, net, colours);
        Page page(after, options, finding, subtitle_of(states, net), legend);
        const auto placed = place_changes(states, net, page);
        if (placed) {
            ChangesPicture picture(page, states, net, *placed);
            picture.draw();
            return page.finish(legend, notes_of(states, net, moving, picture.unnumbered()),
                               description_of(states, moving));
        }
        if (options.all_vertices) break;
    }
    throw DrawError(
        "the names do not fit this size; use a larger size, or draw fewer vertices with --only, --within or --min");
}

}  // namespace entente
