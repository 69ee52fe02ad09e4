#include "draw/change_words.hpp"
#include "draw/cluster_moves.hpp"
#include "draw/net.hpp"
#include "draw/phrases.hpp"
#include "draw/regions.hpp"
#include "draw/selection.hpp"
#include "draw/untangle.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

namespace entente {

namespace {

using namespace drawing;

/// A cluster as it is drawn; the unattached are one without a number.
struct Group {
    std::optional<std::size_t> number;
    std::vector<VertexIndex> members;  ///< ascending
    std::string name;
    std::string forum{};  ///< whose members are about the same

    std::string full_name() const { return forum.empty() ? name : name + ": " + forum; }
};

/// The forum whose full members are the cluster's more than any other's, by the share of the two sets in common.
std::optional<VertexIndex> forum_like(const RelationGraph& graph, const std::vector<VertexIndex>& members) {
    constexpr double least_share = 0.75;
    std::optional<VertexIndex> best;
    double most = least_share;
    for (const auto forum : graph.forums()) {
        double common = 0;
        double all = static_cast<double>(members.size());
        for (const auto& seat : graph.seats(forum)) {
            if (!graph.is_side(seat.actor) || seat.role > Role::member) continue;
            (contains(members, seat.actor) ? common : all) += 1;
        }
        if (!above(common / all, most)) continue;
        most = common / all;
        best = forum;
    }
    return best;
}

std::vector<Group> groups_of(const RelationGraph& graph, const Clustering& clustering,
                             const std::vector<VertexIndex>& selected) {
    std::vector<Group> groups;
    for (const auto& cluster : clustering.clusters) {
        std::vector<VertexIndex> all;
        Group group{cluster.number, {}, {}};
        for (const auto& member : cluster.members) {
            all.push_back(member.id);
            if (contains(selected, member.id)) group.members.push_back(member.id);
        }
        if (group.members.empty()) continue;
        std::sort(all.begin(), all.end());
        std::sort(group.members.begin(), group.members.end());
        group.name = fmt::format("{} {}", cluster.number,
                                 all.size() == 1 ? "alone" : "around " + name_of(graph, heaviest(graph, all)));
        if (const auto forum = forum_like(graph, all)) group.forum = name_of(graph, *forum);
        groups.push_back(std::move(group));
    }
    Group alone{std::nullopt, {}, "Unattached", {}};
    for (const auto side : clustering.unattached)
        if (contains(selected, side)) alone.members.push_back(side);
    std::sort(alone.members.begin(), alone.members.end());
    if (!alone.members.empty()) groups.push_back(std::move(alone));
    return groups;
}

std::string finding(const RelationGraph& graph, const Clustering& clustering, const Backbone& backbone) {
    const auto count = clustering.clusters.size();
    const auto clusters =
        count == 0 ? std::string("no cluster of cooperation")
                   : number_in_words(count) + (count == 1 ? " cluster of cooperation" : " clusters of cooperation");
    const DrawnTie* sharpest = nullptr;
    for (const auto& tie : backbone.ties)
        if (tie.strains && (!sharpest || above(tie.relation.tension, sharpest->relation.tension))) sharpest = &tie;
    if (!sharpest) return clusters;
    const auto pair = pair_name(graph, sharpest->a, sharpest->b);
    const auto a = clustering.cluster_of(sharpest->a);
    const auto b = clustering.cluster_of(sharpest->b);
    if (!a || !b) return fmt::format("{}; {} is the sharpest tension", clusters, pair);
    if (a == b) return fmt::format("{}; the sharpest tension, {}, runs inside one", clusters, pair);
    return fmt::format("{}; the sharpest tension, {}, runs between two", clusters, pair);
}

/// What is told under a name.
struct Mark {
    std::optional<double> stability{};  ///< only where it is low
    std::string moved{};                ///< where it was before, or that it is new
};
using Marks = std::map<VertexIndex, Mark>;

Marks marks_of(const Clustering& clustering, const std::map<VertexIndex, std::string>& moves) {
    Marks marks;
    for (const auto& cluster : clustering.clusters)
        for (const auto& member : cluster.members)
            if (member.is_loose()) marks[member.id].stability = member.stability;
    for (const auto& [vertex, words] : moves)
        marks[vertex].moved = words;
    return marks;
}

/// Members of a cluster near one another, whatever the net says; the others further off.
Distance distance_in(const RelationGraph& graph, const std::vector<VertexIndex>& vertices,
                     const std::vector<std::size_t>& group_of) {
    return [&graph, &vertices, &group_of](std::size_t i, std::size_t j) {
        const double length = tie_length(graph.relation(vertices[i], vertices[j]));
        return group_of[i] == group_of[j] ? 0.6 * length : 1.3 * length;
    };
}

class ClustersPicture {
  public:
    ClustersPicture(Page& page, const RelationGraph& graph, const std::vector<Group>& groups, const Backbone& backbone,
                    const Marks& marks)
        : page_(page), graph_(graph), groups_(groups), backbone_(backbone), marks_(marks) {
        for (const auto& group : groups)
            vertices_.insert(vertices_.end(), group.members.begin(), group.members.end());
        std::sort(vertices_.begin(), vertices_.end());
        group_of_.resize(vertices_.size());
        for (std::size_t group = 0; group < groups.size(); ++group)
            for (const auto member : groups[group].members)
                group_of_[position_in(vertices_, member)] = group;
    }

    bool place() {
        const auto positions = stress_positions(vertices_.size(), distance_in(graph_, vertices_, group_of_));
        for (double size = page_.sizes().name; size >= page_.sizes().smallest_name; size -= 0.5)
            if (place_at(size, positions)) return true;
        return false;
    }

    void draw() {
        for (std::size_t group = 0; group < groups_.size(); ++group)
            draw_hull(group);
        draw_net(page_, graph_, vertices_, backbone_.ties, placed_);
    }

  private:
    double heading_height() const { return page_.sizes().subtitle * line_height; }

    /// Where a cluster's names go: what the hull and its heading leave of the region.
    Box inner(const Box& region) const {
        const double pad = page_.sizes().note;
        return {region.left + 1.4 * pad, region.top + 0.9 * pad + heading_height(), region.right - 1.4 * pad,
                region.bottom - 1.4 * pad};
    }

    bool place_at(double size, const std::vector<Point>& positions) {
        placed_ = {size, {}, {}};
        std::vector<BoxSize> sizes;
        for (const auto vertex : vertices_) {
            placed_.boxes.push_back(box_of(vertex, size));
            sizes.push_back(placed_.boxes.back().size);
        }
        placed_.centres.resize(vertices_.size());
        regions_ = divided(page_.body(), needs(sizes, positions));
        const double margin = 0.9 * size;
        std::vector<Movable> movable(vertices_.size());
        for (std::size_t group = 0; group < groups_.size(); ++group) {
            const auto area = inner(regions_[group]);
            std::vector<Point> own_positions;
            std::vector<BoxSize> own_sizes;
            for (const auto member : groups_[group].members) {
                own_positions.push_back(positions[position_in(vertices_, member)]);
                own_sizes.push_back(sizes[position_in(vertices_, member)]);
            }
            const auto centres = fit_into(area, own_positions, own_sizes, margin);
            if (!centres) return false;
            for (std::size_t member = 0; member < centres->size(); ++member) {
                const auto position = position_in(vertices_, groups_[group].members[member]);
                placed_.centres[position] = (*centres)[member];
                movable[position] = {own_sizes[member], area};
            }
        }
        untangle(placed_.centres, movable, lines_of(vertices_, backbone_.ties), margin);
        return true;
    }

    VertexBox box_of(VertexIndex vertex, double size) const {
        const auto mark = marks_.find(vertex);
        if (mark == marks_.end()) return vertex_box(graph_, vertex, size);
        std::vector<std::string> under;
        if (mark->second.stability) under.push_back(percent(*mark->second.stability));
        if (!mark->second.moved.empty()) under.push_back(mark->second.moved);
        auto box = vertex_box(graph_, vertex, size, under);
        if (mark->second.stability) box.rim = Dash::dotted;
        box.accented = !mark->second.moved.empty();
        return box;
    }

    /// The room each cluster needs, and about where it lies.
    std::vector<Need> needs(const std::vector<BoxSize>& sizes, const std::vector<Point>& positions) const {
        std::vector<Need> all;
        for (const auto& group : groups_) {
            Need need{{}, 0};
            double heading = text_width(group.name, page_.sizes().subtitle, Boldness::bold);
            for (const auto member : group.members) {
                const auto position = position_in(vertices_, member);
                need.place = need.place + positions[position] * (1.0 / static_cast<double>(group.members.size()));
                need.area += (sizes[position].width + 40) * (sizes[position].height + 30);
            }
            need.area = std::max(need.area, (heading + 30) * 70);
            all.push_back(need);
        }
        return all;
    }

    void draw_hull(std::size_t index) {
        const auto& group = groups_[index];
        const auto& colours = page_.theme().clusters[group.number ? (*group.number - 1) % 6 : 0];
        const auto area = inner(regions_[index]);
        const double pad = page_.sizes().note;
        std::vector<Box> boxes;
        double top = area.bottom;
        double left = area.right;
        for (const auto member : group.members) {
            const auto position = position_in(vertices_, member);
            const auto& box = placed_.boxes[position].size;
            boxes.push_back(Box::around(placed_.centres[position], box.width, box.height));
            top = std::min(top, boxes.back().top);
            left = std::min(left, boxes.back().left);
        }
        // A forum's name is told where there is room for it.
        double size = page_.sizes().subtitle;
        const bool fits = text_width(group.full_name(), size, Boldness::bold) <= area.width();
        const auto told = fits ? group.full_name() : group.name;
        while (size > page_.sizes().note && text_width(told, size, Boldness::bold) > area.width())
            size -= 0.5;
        const auto name = shortened(told, area.width(), size, Boldness::bold);
        const double width = text_width(name, size, Boldness::bold);
        left = std::min(left, area.right - width);
        boxes.push_back({left, top - heading_height(), left + width, top});
        const LineStyle rim{group.number ? colours.rim : page_.theme().hairline, 1,
                            group.number ? Dash::solid : Dash::dotted};
        page_.scene().polygon(rounded_hull(boxes, pad), group.number ? colours.fill : "", rim);
        const Box heading{left - 2, top - heading_height() - 0.2 * pad, left + width + 2, top - 0.2 * pad};
        page_.scene().node({heading, Shape::box, group.number ? colours.fill : page_.theme().paper, {"", 0}, {}, {}});
        page_.scene().text({left, heading.top}, {name},
                           {size, group.number ? page_.theme().ink : page_.theme().quiet, Boldness::bold, Align::left});
    }

    Page& page_;
    const RelationGraph& graph_;
    const std::vector<Group>& groups_;
    const Backbone& backbone_;
    const Marks& marks_;
    std::vector<VertexIndex> vertices_;  ///< ascending
    std::vector<std::size_t> group_of_;
    std::vector<Box> regions_;
    PlacedNames placed_;
};

std::string description_of(const RelationGraph& graph, const std::vector<Group>& groups, const Marks& marks) {
    std::string text;
    for (const auto& group : groups)
        text += fmt::format("{}{}: {}. ", group.number ? "Cluster " : "", group.full_name(),
                            join_words(names_of(graph, group.members)));
    for (const auto& [vertex, mark] : marks) {
        if (mark.stability)
            text += fmt::format("{} is with its cluster in {} of draws. ", name_of(graph, vertex),
                                percent(*mark.stability));
        if (!mark.moved.empty()) text += fmt::format("{}: {}. ", name_of(graph, vertex), mark.moved);
    }
    return text;
}

void add_marks(Legend& legend, const std::vector<Group>& groups, const Marks& marks, const Theme& theme) {
    const auto any = [&](auto told) {
        return std::any_of(groups.begin(), groups.end(), [&](const auto& group) {
            return std::any_of(group.members.begin(), group.members.end(), [&](auto member) {
                const auto mark = marks.find(member);
                return mark != marks.end() && told(mark->second);
            });
        });
    };
    if (any([](const Mark& mark) { return mark.stability.has_value(); }))
        legend.push_back(shape_entry(Shape::rounded, theme.paper, {theme.quiet, 1, Dash::dotted},
                                     "could belong elsewhere: the share of draws in which it is with its cluster"));
    if (any([](const Mark& mark) { return !mark.moved.empty(); }))
        legend.push_back(
            shape_entry(Shape::rounded, theme.accent, {theme.ink, 1.5}, "new, or in another cluster than before"));
}

Picture draw_marked(const RelationGraph& graph, const Clustering& clustering, const Marks& marks,
                    const std::string& lead, const DrawOptions& options) {
    std::vector<VertexIndex> sides;
    for (const auto vertex : selected_vertices(graph, options))
        if (graph.is_side(vertex)) sides.push_back(vertex);
    const auto& colours = theme(options.greyscale ? Palette::greyscale : Palette::colour);
    for (std::size_t most = options.all_vertices ? sides.size() : std::min(sides.size(), most_vertices);;
         most -= (most + 9) / 10) {
        auto backbone = find_backbone(graph, sides, most, options);
        const auto groups = groups_of(graph, clustering, backbone.considered);
        auto legend = net_legend(graph, backbone.vertices, backbone.ties, colours);
        add_marks(legend, groups, marks, colours);
        const auto found = finding(graph, clustering, backbone);
        Page page(graph, options, lead.empty() ? capitalised(found) : lead + found,
                  backbone_in_words(backbone) + "; " + date_words(graph.as_of()), legend);
        ClustersPicture picture(page, graph, groups, backbone, marks);
        if (groups.empty() || picture.place()) {
            if (!groups.empty()) picture.draw();
            backbone.without_tie = 0;
            return page.finish(legend, backbone_notes(backbone, options), description_of(graph, groups, marks));
        }
        if (options.all_vertices || most <= 1)
            throw DrawError(
                "the names do not fit this size; use a larger size, or draw fewer vertices with --only, --within or "
                "--min");
    }
}

std::string moves_in_words(const RelationGraph& graph, const std::map<VertexIndex, std::string>& moves) {
    if (moves.empty()) return "no side changes cluster; ";
    if (moves.size() == 1) return name_of(graph, moves.begin()->first) + " changes cluster; ";
    return fmt::format("{} sides change cluster; ", number_in_words(moves.size()));
}

}  // namespace

Picture draw_clusters(const RelationGraph& graph, const Clustering& clustering, const DrawOptions& options) {
    return draw_marked(graph, clustering, marks_of(clustering, {}), {}, options);
}

Picture draw_cluster_changes(const RelationGraph& before, const Clustering& clustering_before,
                             const RelationGraph& after, const Clustering& clustering, const DrawOptions& options) {
    const BothStates states(before, after);
    const auto moves = find_cluster_moves(states, clustering_before, clustering);
    auto marks = marks_of(clustering, moves);
    for (const auto side : after.sides())
        if (states.comes(side)) marks[side].moved = "new";
    const auto lead = scenario_lead(after.model()) + moves_in_words(after, moves);
    return draw_marked(after, clustering, marks, capitalised(lead), options);
}

}  // namespace entente
