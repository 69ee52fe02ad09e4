#include "draw/colour.hpp"
#include "draw/phrases.hpp"
#include "draw/rows.hpp"
#include "draw/selection.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

namespace entente {

namespace {

using namespace drawing;

constexpr std::size_t most_brokers = 10;
constexpr std::size_t fewest_brokers = 8;

const Candidate* candidate_in(const PairBrokers& pair, VertexIndex broker) {
    const auto found = std::find_if(pair.candidates.begin(), pair.candidates.end(),
                                    [&](const auto& candidate) { return candidate.id == broker; });
    return found == pair.candidates.end() ? nullptr : &*found;
}

const Candidate* first_in(const PairBrokers& pair) {
    if (pair.candidates.empty() || !pair.candidates.front().refused_by.empty()) return nullptr;
    return &pair.candidates.front();
}

/// Those whose scores, weighed by tension and rank, sum highest.
std::vector<VertexIndex> brokers_that_matter(const std::vector<PairBrokers>& rows, std::size_t most) {
    std::map<VertexIndex, double> weight;
    for (const auto& row : rows)
        for (const auto& candidate : row.candidates)
            if (candidate.refused_by.empty())
                weight[candidate.id] += row.tension * candidate.score / static_cast<double>(candidate.rank);
    std::vector<VertexIndex> brokers;
    for (const auto& [broker, sum] : weight)
        brokers.push_back(broker);
    std::stable_sort(brokers.begin(), brokers.end(),
                     [&](auto left, auto right) { return weight[left] > weight[right] + tolerance; });
    brokers.resize(std::min(brokers.size(), most));
    return brokers;
}

std::string finding(const RelationGraph& graph, const std::vector<PairBrokers>& rows) {
    if (rows.empty()) return "No tension to broker";
    std::map<VertexIndex, std::size_t> firsts;
    for (const auto& row : rows)
        if (const auto* first = first_in(row)) ++firsts[first->id];
    if (firsts.empty()) return "No one can broker any of these tensions";
    const auto most = std::max_element(firsts.begin(), firsts.end(),
                                       [](const auto& left, const auto& right) { return left.second < right.second; });
    return rows.size() == 1 ? fmt::format("{} can broker {}", name_of(graph, most->first),
                                          pair_name(graph, rows.front().a, rows.front().b))
                            : fmt::format("{} is the first broker for {} of {} tensions", name_of(graph, most->first),
                                          number_in_words(most->second), number_in_words(rows.size()));
}

std::string best_forum(const RelationGraph& graph, const PairBrokers& pair) {
    const std::vector<VertexIndex> parties{pair.a, pair.b};
    const auto forums = rank_forums(graph, parties);
    return forums.empty() ? "–" : name_of(graph, forums.front().id);
}

/// The name on at most three lines, whole words only; nothing where it does not fit.
std::optional<std::vector<std::string>> head_lines(const std::string& name, double width, double size) {
    const auto lines = wrap(name, width, size);
    std::string joined;
    for (const auto& line : lines) {
        const bool glued = joined.empty() || joined.ends_with("-") || joined.ends_with("–") || joined.ends_with("/");
        joined += (glued ? "" : " ") + line;
    }
    if (joined != name || lines.size() > 3) return std::nullopt;
    return lines;
}

struct ColumnHead {
    std::vector<std::string> lines;
    double size;
    bool in_full;
};

/// In the largest type in which the name fits; the id where none does.
ColumnHead column_head(const RelationGraph& graph, VertexIndex broker, double width, double largest) {
    for (double size = largest; size >= smallest_text; size -= 0.5)
        if (auto lines = head_lines(name_of(graph, broker), width, size)) return {std::move(*lines), size, true};
    return {{shortened(graph.model().id(broker), width, smallest_text)}, smallest_text, false};
}

struct Grid {
    double left;
    double column;  ///< width of one
    double forum;   ///< where the right edge begins
    double top;
    Rows rows;

    Box cell(std::size_t row, std::size_t broker) const {
        const double x = left + column * static_cast<double>(broker);
        const double y = top + rows.height * static_cast<double>(row);
        return {x + 1, y + 1, x + column - 1, y + rows.height - 1};
    }
};

class Matrix {
  public:
    Matrix(Page& page, const RelationGraph& graph, const std::vector<PairBrokers>& rows,
           std::vector<VertexIndex> brokers, const Rows& fitted, double head)
        : page_(page), graph_(graph), rows_(rows), brokers_(std::move(brokers)), head_(head) {
        for (const auto& row : rows)
            forums_.push_back(best_forum(graph, row));
        choose_layout(fitted);
    }

    void draw() {
        draw_heads();
        for (std::size_t row = 0; row < rows_.size(); ++row)
            draw_row(row);
    }

    const std::vector<VertexIndex>& brokers() const { return brokers_; }

    std::string in_words() const {
        std::string text;
        for (const auto& row : rows_) {
            text += fmt::format("{} (tension {}):", pair_name(graph_, row.a, row.b), two_digits(row.tension));
            for (const auto& candidate : row.candidates)
                if (candidate.rank <= 3)
                    text += fmt::format(" {} {} {}{}{};", candidate.rank, name_of(graph_, candidate.id),
                                        two_digits(candidate.score),
                                        candidate.p_first ? ", " + first_in_draws(*candidate.p_first) : "",
                                        candidate.refused_by.empty() ? "" : ", refused");
            text.back() = '.';
            text += " ";
        }
        return text;
    }

  private:
    /// Ten brokers with their names in full if need be in smaller type and shorter names at the edges, else eight; else
    /// some under their ids.
    void choose_layout(const Rows& fitted) {
        const auto all = brokers_;
        for (const auto count : {most_brokers, fewest_brokers}) {
            brokers_.resize(std::min(all.size(), count));
            for (const double edges : {1.0, 0.8})
                for (double size = fitted.text_size; size >= smallest_text; size -= 0.5) {
                    lay_out(fitted, size, edges);
                    if (heads_in_full()) return;
                }
        }
        brokers_ = all;
        lay_out(fitted, fitted.text_size, 0.8);
    }

    /// Names at the left, best forums at the right, each cut to a share of the page; the columns share what is left.
    void lay_out(const Rows& fitted, double size, double edges) {
        const auto& body = page_.body();
        double names = 0;
        for (const auto& row : rows_)
            names = std::max(names, text_width(pair_name(graph_, row.a, row.b), size));
        names = std::min(names, body.width() * 0.27 * edges);
        const double forum = std::min(std::max(text_width(forums_, size), text_width(std::string("Best forum"), size)),
                                      body.width() * 0.22 * edges);
        const double room = body.width() - names - forum - 2 * size - tension_width(size);
        const double columns = static_cast<double>(std::max(brokers_.size(), std::size_t{1}));
        const double column = std::min(room / columns, 9 * size);
        const double left = body.left + names + size + tension_width(size);
        grid_ = {left, column, left + column * columns + size, body.top + head_, fitted};
        grid_.rows.text_size = size;
        heads_.clear();
        for (const auto broker : brokers_)
            heads_.push_back(column_head(graph_, broker, column - 3, std::min(size, page_.sizes().note)));
    }

    bool heads_in_full() const {
        return std::all_of(heads_.begin(), heads_.end(), [](const auto& head) { return head.in_full; });
    }

    static double tension_width(double size) { return text_width(std::string("0.00"), size) + size; }

    void draw_heads() {
        auto& scene = page_.scene();
        const double size = grid_.rows.text_size;
        const double bottom = page_.body().top + head_ - 3;
        const auto above_bottom = [&](std::size_t lines, double text_size) {
            return bottom - static_cast<double>(lines) * text_size * line_height;
        };
        scene.text({page_.body().left, above_bottom(1, size)}, {"Tension"}, page_.quiet(size));
        scene.text({grid_.forum, above_bottom(1, size)}, {"Best forum"}, page_.quiet(size));
        for (std::size_t broker = 0; broker < brokers_.size(); ++broker) {
            const auto& head = heads_[broker];
            scene.text({grid_.cell(0, broker).centre().x, above_bottom(head.lines.size(), head.size)}, head.lines,
                       page_.ink(head.size, Boldness::regular, Align::centre),
                       vertex_in_words(graph_, brokers_[broker]));
        }
    }

    void draw_row(std::size_t index) {
        const auto& row = rows_[index];
        auto& scene = page_.scene();
        const double size = grid_.rows.text_size;
        const auto place = grid_.cell(index, 0);
        const double text_top = place.centre().y - size * line_height / 2;
        const double tension_right = grid_.left - size / 2;
        const auto words = relation_in_words(graph_, row.a, row.b);
        scene.text({page_.body().left, text_top},
                   {shortened(pair_name(graph_, row.a, row.b),
                              tension_right - tension_width(size) + size * 0.6 - page_.body().left, size)},
                   page_.ink(size), words);
        scene.text({tension_right, text_top}, {two_digits(row.tension)},
                   {size, page_.theme().tension, Boldness::regular, Align::right}, words);
        for (std::size_t broker = 0; broker < brokers_.size(); ++broker)
            draw_cell(index, broker);
        scene.text({grid_.forum, text_top}, {shortened(forums_[index], page_.body().right - grid_.forum, size)},
                   page_.quiet(size));
    }

    void draw_cell(std::size_t index, std::size_t broker) {
        const auto box = grid_.cell(index, broker);
        auto& scene = page_.scene();
        const auto& theme = page_.theme();
        const auto* candidate = candidate_in(rows_[index], brokers_[broker]);
        if (!candidate) {
            scene.box(box, {}, {theme.hairline, 0.5, Dash::solid});
            return;
        }
        const bool refused = !candidate->refused_by.empty();
        const bool first = candidate->rank == 1 && !refused;
        scene.box(box, refused ? theme.paper : shade(theme, candidate->score),
                  first ? LineStyle{theme.ink, 1.5, Dash::solid} : LineStyle{theme.hairline, 0.5, Dash::solid});
        if (refused) scene.hatch(box, {theme.quiet, 0.5, Dash::solid});
        const double size = grid_.rows.text_size;
        auto words = fmt::format("{} for {}: rank {}, score {}", name_of(graph_, candidate->id),
                                 pair_name(graph_, rows_[index].a, rows_[index].b), candidate->rank,
                                 two_digits(candidate->score));
        if (refused) words += ", refused by " + join_words(names_of(graph_, candidate->refused_by));
        scene.node({box,
                    Shape::none,
                    {},
                    {theme.ink, 0},
                    {{std::to_string(candidate->rank)},
                     page_.ink(size, first ? Boldness::bold : Boldness::regular, Align::centre)},
                    words});
    }

    Page& page_;
    const RelationGraph& graph_;
    const std::vector<PairBrokers>& rows_;
    std::vector<VertexIndex> brokers_;
    double head_;
    std::vector<std::string> forums_;
    std::vector<ColumnHead> heads_;
    Grid grid_{};
};

Legend legend_for(const std::vector<PairBrokers>& rows, const std::vector<VertexIndex>& brokers, const Theme& theme) {
    if (brokers.empty()) return {};
    const LineStyle rim{theme.hairline, 0.5, Dash::solid};
    Legend legend{
        shape_entry(Shape::box, shade(theme, 0.2), rim, "score 0.20"),
        shape_entry(Shape::box, shade(theme, 0.6), rim, "score 0.60"),
        {[&theme](Scene& scene, const Box& box) {
             scene.node(
                 {box,
                  Shape::box,
                  theme.paper,
                  {theme.ink, 1.5},
                  {{"1"}, {std::max(box.height() * 0.9, smallest_text), theme.ink, Boldness::bold, Align::centre}},
                  {}});
         },
         "the number is the rank; framed: first"}};
    bool refused = false;
    bool empty = false;
    for (const auto& row : rows)
        for (const auto broker : brokers) {
            const auto* candidate = candidate_in(row, broker);
            empty = empty || !candidate;
            refused = refused || (candidate && !candidate->refused_by.empty());
        }
    if (refused) legend.push_back(hatch_entry({theme.quiet, 0.5, Dash::solid}, "refused by a party"));
    if (empty) legend.push_back(shape_entry(Shape::box, {}, rim, "no candidate"));
    return legend;
}

}  // namespace

Picture draw_matrix(const RelationGraph& graph, const std::vector<PairBrokers>& pairs, const DrawOptions& options) {
    const auto selected = selected_vertices(graph, options);
    std::vector<PairBrokers> rows;
    std::copy_if(pairs.begin(), pairs.end(), std::back_inserter(rows),
                 [&](const auto& row) { return selects_pair(selected, row.a, row.b, row.tension, options); });
    const auto wanted = rows.size();
    const auto& colours = theme(options.greyscale ? Palette::greyscale : Palette::colour);
    const auto widest_legend = legend_for(rows, brokers_that_matter(rows, most_brokers), colours);
    Page page(
        graph, options, finding(graph, rows),
        "Who can broker whom: tensions by severity, the brokers that matter most by rank; " + date_words(graph.as_of()),
        widest_legend);
    const double head = 3 * page.sizes().note * line_height + 6;
    const auto fitted = fit_rows(wanted, page.body().height() - head, page.sizes(), options);
    rows.resize(fitted.count);
    auto brokers = brokers_that_matter(rows, most_brokers);
    std::string description;
    if (!rows.empty()) {
        Matrix matrix(page, graph, rows, brokers, fitted, head);
        matrix.draw();
        brokers = matrix.brokers();
        description = matrix.in_words();
    }
    return page.finish(legend_for(rows, brokers, colours), {left_out(rows.size(), wanted, "tension")}, description);
}

}  // namespace entente
