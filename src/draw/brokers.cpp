#include "draw/broker_words.hpp"
#include "draw/page.hpp"
#include "draw/phrases.hpp"
#include "draw/rank_axis.hpp"
#include "draw/selection.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace entente {

namespace {

using namespace drawing;

constexpr std::size_t most_candidates = 8;

struct PlacedParty {
    VertexIndex id;
    Box box;
    bool left;
    std::size_t place;    ///< from the top of its side
    std::size_t on_side;  ///< how many there are
    NodeIndex node;
};

class BrokersPicture {
  public:
    BrokersPicture(Page& page, const RelationGraph& graph, const Brokerage& brokerage,
                   const std::vector<const Candidate*>& wanted, bool with_refused)
        : page_(page), graph_(graph), brokerage_(brokerage) {
        const auto body = page.body();
        const double note = page.sizes().note;
        area_ = {body.left, body.top, body.right, body.bottom - (with_refused ? 2.2 * note : 0)};
        column_width_ = std::min(body.width() * 0.38, 30 * page.sizes().name);
        party_width_ = std::min(body.width() * 0.16, 12 * page.sizes().name);
        if (std::any_of(wanted.begin(), wanted.end(), [](const auto* one) { return one->rank_low.has_value(); }))
            area_.top += axis_height();
        axis_apart_ = axis_right() - beside_certainty(wanted) < 5 * page.sizes().note;
        choose(wanted);
        place_axis();
    }

    std::size_t drawn() const { return drawn_.size(); }

    void draw() {
        place_parties();
        double top = area_.top + std::max((area_.height() - total_height_) / 2, 0.0);
        if (axis_) axis_->draw_numbers(page_, top - axis_height());
        for (std::size_t place = 0; place < drawn_.size(); ++place) {
            draw_candidate(place, top);
            top += height_of(*drawn_[place]) + gap();
        }
    }

    void draw_refused(const std::vector<const Candidate*>& struck) {
        const double size = page_.sizes().note;
        auto& scene = page_.scene();
        const double top = page_.body().bottom - 1.6 * size;
        double x = scene.text({page_.body().left, top}, {"Refused:"}, page_.quiet(size)).right + size;
        std::size_t shown = 0;
        for (const auto* candidate : struck) {
            const auto name = fmt::format("{} {}", name_of(graph_, candidate->id), two_digits(candidate->score));
            const auto by = fmt::format("by {}", join_words(names_of(graph_, candidate->refused_by)));
            const double needed = text_width(name, size) + text_width(by, size) + 3 * size;
            if (x + needed > page_.body().right && shown > 0) break;
            const auto words = name_of(graph_, candidate->id) + " is refused " + by;
            const auto box = scene.text({x, top}, {name}, page_.ink(size), words);
            scene.line({box.left - 2, box.centre().y + 0.5}, {box.right + 2, box.centre().y + 0.5},
                       {page_.theme().ink, 1, Dash::solid});
            x = scene
                    .text({box.right + 0.6 * size, top}, {shortened(by, page_.body().right - box.right - size, size)},
                          page_.quiet(size))
                    .right +
                1.6 * size;
            ++shown;
        }
        refused_shown_ = shown;
    }
    std::size_t refused_shown() const { return refused_shown_; }

  private:
    double gap() const { return page_.sizes().note * 0.9; }
    double name_height() const { return page_.sizes().name * line_height; }
    double note_height() const { return page_.sizes().note * line_height; }
    double axis_height() const { return note_height(); }
    double forum_height() const { return note_height() * 1.15; }

    double box_height(const CandidateText& text) const {
        const double lines = static_cast<double>(text.notes.size()) + (axis_apart_ && text.certainty ? 1 : 0);
        return name_height() + note_height() * lines + 0.6 * page_.sizes().note;
    }
    double height_of(const Candidate& candidate) const {
        return box_height(text_of(graph_, candidate, brokerage_.profile)) + (candidate.forum ? forum_height() : 0);
    }

    void choose(const std::vector<const Candidate*>& wanted) {
        for (const auto* candidate : wanted) {
            const double needed = height_of(*candidate) + (drawn_.empty() ? 0 : gap());
            if (total_height_ + needed > area_.height()) break;
            total_height_ += needed;
            drawn_.push_back(candidate);
        }
    }

    double text_left() const { return area_.centre().x - column_width_ / 2 + 0.7 * page_.sizes().name; }
    double axis_right() const { return area_.centre().x + column_width_ / 2 - 0.9 * page_.sizes().name; }

    /// To the right of the longest that tells how often a candidate is first.
    double beside_certainty(const std::vector<const Candidate*>& candidates) const {
        double longest = 0;
        for (const auto* candidate : candidates) {
            const auto text = text_of(graph_, *candidate, brokerage_.profile);
            if (text.certainty)
                longest = std::max(longest, text_width(text.notes[*text.certainty], page_.sizes().note));
        }
        return text_left() + longest + page_.sizes().name;
    }

    /// At the right in every box; in a line of its own where there is little room.
    void place_axis() {
        const bool sampled =
            std::any_of(drawn_.begin(), drawn_.end(), [](const auto* one) { return one->rank_low.has_value(); });
        if (!sampled) return;
        const double beside = std::max(beside_certainty(drawn_), axis_right() - 0.5 * column_width_);
        axis_.emplace(drawn_, axis_apart_ ? text_left() + page_.sizes().note : beside, axis_right());
    }

    /// Left and right in turn, one above the other, about the middle of the candidates.
    void place_parties() {
        const auto count = brokerage_.parties.size();
        const double size = page_.sizes().name;
        for (std::size_t place = 0; place < count; ++place) {
            const bool left = place % 2 == 0;
            const auto on_side = left ? (count + 1) / 2 : count / 2;
            const double share = area_.height() / static_cast<double>(on_side);
            const auto id = brokerage_.parties[place];
            const auto most_lines = static_cast<std::size_t>(std::max((share - gap() - size) / (1.2 * size), 1.0));
            const auto lines = wrap_within(name_of(graph_, id), party_width_ - size, most_lines, size, Boldness::bold);
            const double needed = std::max(4.0, 1.2 * static_cast<double>(lines.size()) + 1) * size;
            const double height = std::min(std::max(total_height_ * 0.4, needed), share - gap());
            const double top = area_.top + (static_cast<double>(place / 2) + 0.5) * share - height / 2;
            const double edge = left ? area_.left : area_.right - party_width_;
            const Box box{edge, top, edge + party_width_, top + height};
            const auto& theme = page_.theme();
            const auto node = page_.scene().node({box,
                                                  Shape::rounded,
                                                  theme.party_fill(),
                                                  {theme.party_fill(), 1},
                                                  {lines, {size, theme.party_text(), Boldness::bold, Align::centre}},
                                                  vertex_in_words(graph_, id)});
            parties_.push_back({id, box, left, place / 2, on_side, node});
        }
    }

    void draw_candidate(std::size_t place, double top) {
        const auto& candidate = *drawn_[place];
        const auto text = text_of(graph_, candidate, brokerage_.profile);
        const auto& theme = page_.theme();
        const double middle = area_.centre().x;
        const Box box{middle - column_width_ / 2, top, middle + column_width_ / 2, top + box_height(text)};
        const auto words = fmt::format("{}: rank {}, score {}; {}", name_of(graph_, candidate.id), candidate.rank,
                                       two_digits(candidate.score), components_in_words(candidate, brokerage_.profile));
        const bool out = refused(candidate);
        const bool first = place == 0 && !out;
        const auto node =
            page_.scene().node({box,
                                Shape::rounded,
                                first ? theme.accent : theme.paper,
                                {first ? theme.ink : theme.quiet, first ? 1.5 : 1, out ? Dash::dotted : Dash::solid},
                                {},
                                words});
        const auto name = write_in(box, text, first, candidate);
        if (out) strike(name);
        if (candidate.forum) draw_forum(*candidate.forum, box);
        for (const auto& party : parties_)
            draw_trust(candidate, node, box, party, place);
    }

    /// Answers where the name stands.
    Box write_in(const Box& box, const CandidateText& text, bool first, const Candidate& candidate) {
        auto& scene = page_.scene();
        const double size = page_.sizes().name;
        const double note = page_.sizes().note;
        const double left = box.left + 0.7 * size;
        const double right = box.right - 0.7 * size;
        const auto boldness = first ? Boldness::bold : Boldness::regular;
        const auto score =
            scene.text({right, box.top + 0.25 * note}, {text.score}, page_.ink(size, boldness, Align::right));
        const auto name =
            scene.text({left, box.top + 0.25 * note},
                       {shortened(text.name, score.left - left - size / 2, size, boldness)}, page_.ink(size, boldness));
        double top = box.top + 0.25 * note + name_height();
        for (std::size_t line = 0; line < text.notes.size(); ++line) {
            const bool certain = axis_ && text.certainty == line;
            const double room = (certain && !axis_apart_ ? axis_->left() - 0.5 * size : right) - left;
            const double fitting =
                std::max(std::min(note, note * room / text_width(text.notes[line], note)), smallest_text);
            scene.text({left, top}, {shortened(text.notes[line], room, fitting)}, page_.quiet(fitting));
            if (certain && axis_apart_) top += note_height();
            if (certain) axis_->draw_row(page_, candidate, top + note_height() / 2);
            top += note_height();
        }
        return name;
    }

    /// A line through the name.
    void strike(const Box& name) {
        const double middle = name.centre().y + 0.06 * page_.sizes().name;
        const Box bar{name.left - 2, middle - 0.5, name.right + 2, middle + 0.5};
        page_.scene().node({bar, Shape::box, page_.theme().ink, {"", 0}, {}, {}});
    }

    void draw_forum(VertexIndex forum, const Box& box) {
        const double size = std::max(page_.sizes().note * 0.9, smallest_text);
        const auto name = shortened(name_of(graph_, forum), column_width_ - 6 * size, size);
        const double width = text_width(name, size) + 3 * size;
        const double left = box.right - 1.5 * size - width;
        const Box chip{left, box.bottom, left + width, box.bottom + forum_height()};
        page_.scene().hexagon(chip, page_.theme().paper, {page_.theme().quiet, 0.75});
        page_.scene().node({chip,
                            Shape::none,
                            {},
                            {page_.theme().ink, 0},
                            {{name}, {size, page_.theme().ink, Boldness::regular, Align::centre}},
                            "Best forum for both: " + vertex_in_words(graph_, forum)});
    }

    void draw_trust(const Candidate& candidate, NodeIndex node, const Box& box, const PlacedParty& party,
                    std::size_t place) {
        const auto relation = graph_.relation(candidate.id, party.id);
        const auto& theme = page_.theme();
        const double height = (static_cast<double>(party.place) + 0.5) / static_cast<double>(party.on_side);
        const Point start{party.left ? box.left : box.right, box.top + height * box.height()};
        const double share = (static_cast<double>(place) + 0.5) / static_cast<double>(drawn_.size());
        const Point end{party.left ? party.box.right : party.box.left, party.box.top + share * party.box.height()};
        const double bend = (end.x - start.x) / 2;
        const auto path = [&](double aside) {
            return std::vector<Point>{{start.x, start.y + aside},
                                      {start.x + bend, start.y + aside},
                                      {end.x - bend, end.y + aside},
                                      {end.x, end.y + aside}};
        };
        const auto words = fmt::format("{}, trust {}", relation_in_words(graph_, candidate.id, party.id),
                                       two_digits(relation.trust()));
        const bool tense = at_least(relation.tension, 0.1);
        const double apart = tense ? 2.5 : 0;
        page_.scene().link({node, party.node, path(-apart), theme.cooperation_line(relation.trust()), words});
        if (tense) page_.scene().link({node, party.node, path(apart), theme.tension_line(relation.tension), words});
        write_trust(relation, start, party.left, words);
    }

    /// On the line, where it leaves the candidate.
    void write_trust(const Relation& relation, Point start, bool left, const std::string& words) {
        const double note = page_.sizes().note;
        const auto text = two_digits(relation.trust());
        const double width = text_width(text, note) + 0.6 * note;
        const Point centre{start.x + (left ? -1 : 1) * (0.8 * note + width / 2), start.y};
        page_.scene().node({Box::around(centre, width, 1.2 * note),
                            Shape::box,
                            page_.theme().paper,
                            {"", 0},
                            {{text}, {note, page_.theme().ink, Boldness::regular, Align::centre}},
                            words});
    }

    Page& page_;
    const RelationGraph& graph_;
    const Brokerage& brokerage_;
    Box area_;
    double column_width_;
    double party_width_;
    double total_height_ = 0;
    std::size_t refused_shown_ = 0;
    std::vector<const Candidate*> drawn_;
    std::vector<PlacedParty> parties_;
    std::optional<RankAxis> axis_;
    bool axis_apart_ = false;  ///< in a line of its own
};

LegendEntry rank_entry(const Theme& theme) {
    return {[&theme](Scene& scene, const Box& box) {
                scene.line({box.left, box.centre().y}, {box.right, box.centre().y},
                           {theme.ink, 0.22 * box.height(), Dash::solid});
                const auto dot = Box::around({box.left + 0.3 * box.width(), box.centre().y}, 0.62 * box.height(),
                                             0.62 * box.height());
                scene.node({dot, Shape::ellipse, theme.ink, {theme.ink, 1}, {}, {}});
            },
            "rank, and where it falls nine times in ten"};
}

Legend legend_for(const RelationGraph& graph, const Brokerage& brokerage, const std::vector<const Candidate*>& shown,
                  const Theme& theme) {
    Legend legend;
    if (shown.empty()) return legend;
    legend.push_back(line_entry(theme.cooperation_line(0.7), "trust, with its number (wider is more)"));
    const bool tense = std::any_of(shown.begin(), shown.end(), [&](const auto* candidate) {
        return std::any_of(brokerage.parties.begin(), brokerage.parties.end(),
                           [&](auto party) { return at_least(graph.relation(candidate->id, party).tension, 0.1); });
    });
    if (tense) legend.push_back(line_entry(theme.tension_line(0.7), "tension (dashed)"));
    if (std::any_of(shown.begin(), shown.end(), [](const auto* candidate) { return candidate->forum.has_value(); }))
        legend.push_back(shape_entry(Shape::hexagon, theme.paper, {theme.quiet, 0.75}, "best forum that seats all"));
    if (std::any_of(shown.begin(), shown.end(), [](const auto* candidate) { return candidate->rank_low.has_value(); }))
        legend.push_back(rank_entry(theme));
    if (refused(*shown.front()))
        legend.push_back(shape_entry(Shape::rounded, theme.paper, {theme.quiet, 1, Dash::dotted}, "refused"));
    else
        legend.push_back(shape_entry(Shape::rounded, theme.accent, {theme.ink, 1.5}, "first candidate"));
    return legend;
}

std::string left_out(std::size_t drawn, std::size_t wanted, const std::string& what) {
    if (drawn >= wanted) return {};
    return fmt::format("{} {} further down {} left out.", wanted - drawn, what + (wanted - drawn == 1 ? "" : "s"),
                       wanted - drawn == 1 ? "is" : "are");
}

}  // namespace

Picture draw_brokers(const RelationGraph& graph, const Brokerage& brokerage, const DrawOptions& options) {
    const auto selected = selected_vertices(graph, options);
    std::vector<const Candidate*> open;
    std::vector<const Candidate*> struck;
    for (const auto& candidate : brokerage.candidates)
        if (contains(selected, candidate.id)) (refused(candidate) ? struck : open).push_back(&candidate);
    const bool all_refused = open.empty();
    if (all_refused) open.swap(struck);
    const auto wanted = open.size();
    if (!options.all_vertices) open.resize(std::min(open.size(), most_candidates));

    const auto& colours = theme(options.greyscale ? Palette::greyscale : Palette::colour);
    const auto legend = legend_for(graph, brokerage, open, colours);
    Page page(graph, options, brokers_finding(graph, brokerage), brokers_subtitle(graph, brokerage), legend);
    BrokersPicture picture(page, graph, brokerage, open, !struck.empty());
    if ((picture.drawn() == 0 && !open.empty()) || (options.all_vertices && picture.drawn() < wanted))
        throw DrawError(fmt::format("{} candidates do not fit this size; use a larger height", wanted));
    picture.draw();
    if (!struck.empty()) picture.draw_refused(struck);
    return page.finish(legend,
                       {left_out(picture.drawn(), wanted, all_refused ? "refused candidate" : "candidate"),
                        left_out(picture.refused_shown(), struck.size(), "refused candidate")},
                       brokers_description(graph, brokerage));
}

}  // namespace entente
