#include "draw/colour.hpp"
#include "draw/page.hpp"
#include "draw/phrases.hpp"
#include "draw/selection.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include <fmt/format.h>

namespace entente {

namespace {

using namespace drawing;

struct Table {
    VertexIndex forum;
    std::vector<Seat> seats;  ///< of those in the picture
};

/// Most effective first, then by id.
std::vector<Table> tables_of(const RelationGraph& graph, const std::vector<VertexIndex>& selected,
                             const DrawOptions& options) {
    std::vector<Table> tables;
    for (const auto forum : graph.forums()) {
        if (options.within && !contains(selected, forum)) continue;
        Table table{forum, {}};
        for (const auto& seat : graph.seats(forum))
            if (contains(selected, seat.actor) && reaches_least(graph.relation(seat.actor, forum), options))
                table.seats.push_back(seat);
        if (!table.seats.empty()) tables.push_back(std::move(table));
    }
    std::stable_sort(tables.begin(), tables.end(), [&](const auto& left, const auto& right) {
        return above(graph.effectiveness(left.forum), graph.effectiveness(right.forum));
    });
    return tables;
}

/// Members by the mean place of their forums: lines stay short.
std::vector<VertexIndex> members_of(const std::vector<Table>& tables) {
    std::map<VertexIndex, std::pair<double, double>> places;
    for (std::size_t place = 0; place < tables.size(); ++place)
        for (const auto& seat : tables[place].seats) {
            places[seat.actor].first += static_cast<double>(place);
            places[seat.actor].second += 1;
        }
    std::vector<VertexIndex> members;
    for (const auto& [member, sum] : places)
        members.push_back(member);
    const auto mean = [&](VertexIndex member) { return places[member].first / places[member].second; };
    std::stable_sort(members.begin(), members.end(),
                     [&](auto left, auto right) { return mean(left) < mean(right) - tolerance; });
    return members;
}

std::string finding(const RelationGraph& graph, const std::vector<Table>& tables) {
    if (tables.empty()) return "No forum";
    const auto& first = tables.front();
    const auto fullest = std::max_element(tables.begin(), tables.end(), [](const auto& left, const auto& right) {
        return left.seats.size() < right.seats.size();
    });
    if (tables.size() == 1)
        return fmt::format("{} seats {}", name_of(graph, first.forum), number_in_words(first.seats.size()));
    const auto equals = std::count_if(std::next(tables.begin()), tables.end(), [&](const Table& table) {
        return at_least(graph.effectiveness(table.forum), graph.effectiveness(first.forum));
    });
    if (static_cast<std::size_t>(equals) + 1 == tables.size())
        return fmt::format("{} forums, all as effective; {} seats the most",
                           capitalised(number_in_words(tables.size())), name_of(graph, fullest->forum));
    const auto best = equals == 0 ? fmt::format("{} is", name_of(graph, first.forum))
                                  : fmt::format("{} and {} more are", name_of(graph, first.forum),
                                                number_in_words(static_cast<std::size_t>(equals)));
    const auto seats_most = fullest->forum == first.forum && equals == 0
                                ? std::string(" and seats the most")
                                : fmt::format("; {} seats the most", name_of(graph, fullest->forum));
    return fmt::format("{} the most effective of {} forums{}", best, number_in_words(tables.size()), seats_most);
}

bool sits_fully(const Seat& seat) {
    return seat.role == Role::chair || seat.role == Role::member;
}

/// A forum that seats nearly everyone tells little of each: its lines are paler. `full` is its share of the members.
LineStyle seat_line(const Seat& seat, double full, const Theme& theme) {
    const auto soft = mixed(theme.paper, theme.cooperation, std::clamp(1.1 - full, 0.3, 0.9));
    if (seat.role == Role::chair) return {theme.cooperation, 2.2, Dash::solid};
    return sits_fully(seat) ? LineStyle{soft, 0.9, Dash::solid} : LineStyle{soft, 0.6, Dash::dotted};
}

std::string seat_in_words(const RelationGraph& graph, const Seat& seat) {
    return fmt::format("{}: {} of {}", name_of(graph, seat.actor), role_names[static_cast<std::size_t>(seat.role)],
                       name_of(graph, seat.forum));
}

/// A column of boxes of one size, evenly spread.
struct Column {
    double left;
    double right;
    double top;
    double step;
    double height;

    Box box(std::size_t place) const {
        const double middle = top + (static_cast<double>(place) + 0.5) * step;
        return {left, middle - height / 2, right, middle + height / 2};
    }
};

double step_in(double height, std::size_t count, double most) {
    return std::min(height / static_cast<double>(std::max(count, std::size_t{1})), most);
}

class ForumsPicture {
  public:
    ForumsPicture(Page& page, const RelationGraph& graph, const std::vector<Table>& tables,
                  const std::vector<VertexIndex>& members, double size)
        : page_(page), graph_(graph), tables_(tables), members_(members), size_(size) {
        const auto body = page.body();
        double widest = 0;
        for (const auto member : members)
            widest = std::max(widest, text_width(name_of(graph, member), size) + 1.2 * size);
        double forum = 0;
        for (const auto& table : tables)
            forum = std::max(forum, text_width(name_of(graph, table.forum), size));
        widest = std::min(widest, body.width() * 0.2);
        forum = std::min(forum + effectiveness_width() + 1.6 * size + 1, body.width() * 0.42);
        const auto on_left = (members.size() + 1) / 2;
        const double most = 2.6 * size;
        const double height = 1.45 * size;
        const auto column = [&](double left, double right, std::size_t count) {
            const double step = step_in(body.height(), count, most);
            return Column{left, right, body.centre().y - step * static_cast<double>(count) / 2, step, height};
        };
        left_ = column(body.left, body.left + widest, on_left);
        right_ = column(body.right - widest, body.right, members.size() - on_left);
        middle_ = column(body.centre().x - forum / 2, body.centre().x + forum / 2, tables.size());
    }

    void draw() {
        std::map<VertexIndex, std::pair<NodeIndex, Box>> drawn;
        for (std::size_t place = 0; place < members_.size(); ++place) {
            const auto& column = place % 2 == 0 ? left_ : right_;
            const auto box = column.box(place / 2);
            drawn.emplace(members_[place], std::pair(member_node(members_[place], box), box));
        }
        std::vector<std::size_t> fullest_first(tables_.size());
        std::iota(fullest_first.begin(), fullest_first.end(), std::size_t{0});
        std::stable_sort(fullest_first.begin(), fullest_first.end(), [&](auto left, auto right) {
            return tables_[left].seats.size() > tables_[right].seats.size();
        });
        for (const auto place : fullest_first) {
            const auto box = middle_.box(place);
            const auto forum = forum_node(tables_[place], box);
            const double full = static_cast<double>(tables_[place].seats.size()) / static_cast<double>(members_.size());
            for (const auto& seat : tables_[place].seats) {
                const auto& [node, member] = drawn.at(seat.actor);
                draw_seat(seat, node, member, forum, box, full);
            }
        }
    }

  private:
    double effectiveness_width() const { return text_width(std::string("  0.00"), size_); }

    NodeIndex member_node(VertexIndex member, const Box& box) {
        const auto name = shortened(name_of(graph_, member), box.width() - 0.8 * size_, size_);
        return page_.scene().node({box,
                                   Shape::rounded,
                                   page_.theme().paper,
                                   {page_.theme().quiet, 0.75},
                                   {{name}, page_.ink(size_, Boldness::regular, Align::centre)},
                                   vertex_in_words(graph_, member)});
    }

    NodeIndex forum_node(const Table& table, const Box& box) {
        const auto effectiveness = two_digits(graph_.effectiveness(table.forum));
        const double room = box.width() - 1.6 * size_ - effectiveness_width();
        const auto name = shortened(name_of(graph_, table.forum), room, size_);
        const auto words = fmt::format("{}: effectiveness {}, {} of {} members drawn", name_of(graph_, table.forum),
                                       effectiveness, table.seats.size(), graph_.member_count(table.forum));
        return page_.scene().node({box,
                                   Shape::box,
                                   shade(page_.theme(), graph_.effectiveness(table.forum)),
                                   {page_.theme().quiet, 0.75},
                                   {{name + "  " + effectiveness}, page_.ink(size_, Boldness::regular, Align::centre)},
                                   words});
    }

    void draw_seat(const Seat& seat, NodeIndex node, const Box& member, NodeIndex forum, const Box& table,
                   double full) {
        const bool left = member.right < table.left;
        const Point start{left ? member.right : member.left, member.centre().y};
        const Point end{left ? table.left : table.right, table.centre().y};
        const double bend = (end.x - start.x) * 0.5;
        page_.scene().link({node,
                            forum,
                            {start, {start.x + bend, start.y}, {end.x - bend, end.y}, end},
                            seat_line(seat, full, page_.theme()),
                            seat_in_words(graph_, seat)});
    }

    Page& page_;
    const RelationGraph& graph_;
    const std::vector<Table>& tables_;
    const std::vector<VertexIndex>& members_;
    double size_;
    Column left_{};
    Column middle_{};
    Column right_{};
};

Legend legend_for(const std::vector<Table>& tables, const Theme& theme) {
    std::set<Role> roles;
    for (const auto& table : tables)
        for (const auto& seat : table.seats)
            roles.insert(seat.role);
    Legend legend;
    const auto sample = [&](Role role) { return seat_line({0, 0, 0, role, 0}, 0.2, theme); };
    if (roles.contains(Role::chair)) legend.push_back(line_entry(sample(Role::chair), "chair"));
    if (roles.contains(Role::member)) legend.push_back(line_entry(sample(Role::member), "member"));
    std::vector<std::string> others;
    for (const auto role : {Role::observer, Role::partner, Role::supporter})
        if (roles.contains(role)) others.emplace_back(role_names[static_cast<std::size_t>(role)]);
    if (!others.empty()) legend.push_back(line_entry({theme.cooperation, 1, Dash::dotted}, join_words(others)));
    if (!tables.empty())
        legend.push_back(shape_entry(Shape::box, shade(theme, 0.6), {theme.quiet, 0.75},
                                     "forum with its effectiveness (darker is more)"));
    return legend;
}

/// Rows of boxes that stand in the height in readable type.
std::size_t room_for(double height, double smallest) {
    return static_cast<std::size_t>(height / (1.75 * smallest));
}

std::string description_of(const RelationGraph& graph, const std::vector<Table>& tables) {
    std::string text;
    for (const auto& table : tables) {
        std::vector<std::string> seats;
        for (const auto& seat : table.seats)
            seats.push_back(
                fmt::format("{} ({})", name_of(graph, seat.actor), role_names[static_cast<std::size_t>(seat.role)]));
        text += fmt::format("{} (effectiveness {}): {}. ", name_of(graph, table.forum),
                            two_digits(graph.effectiveness(table.forum)), join_words(seats));
    }
    return text;
}

}  // namespace

Picture draw_forums(const RelationGraph& graph, const DrawOptions& options) {
    const auto selected = selected_vertices(graph, options);
    auto tables = tables_of(graph, selected, options);
    const auto title = finding(graph, tables);
    const auto wanted = tables.size();
    const auto& colours = theme(options.greyscale ? Palette::greyscale : Palette::colour);
    Page page(graph, options, title, "Who sits where, the forums by effectiveness; " + date_words(graph.as_of()),
              legend_for(tables, colours));
    const auto room = room_for(page.body().height(), page.sizes().smallest_name);
    auto members = members_of(tables);
    const auto fits = [&] {
        return tables.size() <= room && members.size() <= 2 * room &&
               (options.all_vertices || tables.size() + members.size() <= most_vertices);
    };
    while (!fits()) {
        if (options.all_vertices || tables.size() <= 1)
            throw DrawError(fmt::format("{} and {} do not fit this size; use a larger height",
                                        how_many(tables.size(), "forum"), how_many(members.size(), "member")));
        tables.pop_back();
        members = members_of(tables);
    }
    if (!tables.empty()) {
        const auto most = std::max(tables.size(), (members.size() + 1) / 2);
        const double size = std::clamp(page.body().height() / static_cast<double>(most) / 1.75,
                                       page.sizes().smallest_name, 0.85 * page.sizes().name);
        ForumsPicture(page, graph, tables, members, size).draw();
    }
    const auto missing = wanted - tables.size();
    std::vector<std::string> notes;
    if (missing > 0)
        notes.push_back(
            fmt::format("{} left out: narrow with --only TAG=VALUE, --within N or --min W, or give a larger --size.",
                        how_many(missing, "less effective forum") + (missing == 1 ? " is" : " are")));
    return page.finish(legend_for(tables, colours), notes, description_of(graph, tables));
}

}  // namespace entente
