#include "draw/ego_words.hpp"

#include "draw/phrases.hpp"
#include "draw/selection.hpp"
#include "draw/text_size.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::drawing {

namespace {

/// Weaker ties and tensions are no finding.
constexpr double worth_a_title = 0.3;
constexpr std::size_t most_in_title = 2;

double strength(const EgoRelation& relation) {
    return std::max(relation.relation.cooperation, relation.relation.tension);
}

std::string role_between(const RelationGraph& graph, VertexIndex a, VertexIndex b) {
    for (const auto& [actor, forum] : {std::pair{a, b}, std::pair{b, a}})
        for (const auto& seat : graph.forums_of(actor))
            if (seat.forum == forum) return std::string(role_names[static_cast<std::size_t>(seat.role)]);
    return {};
}

std::vector<VertexIndex> by_effectiveness(const RelationGraph& graph, std::vector<VertexIndex> forums) {
    std::stable_sort(forums.begin(), forums.end(), [&](auto left, auto right) {
        const double one = graph.effectiveness(left);
        const double other = graph.effectiveness(right);
        if (above(one, other) || above(other, one)) return above(one, other);
        return graph.member_count(left) < graph.member_count(right);
    });
    return forums;
}

/// Sides first of all: that a threat is at odds with its target tells nothing.
std::vector<std::string> named_in_title(const RelationGraph& graph, const std::vector<EgoRelation>& relations,
                                        bool close) {
    std::vector<VertexIndex> named;
    for (const auto& relation : relations)
        if (named.size() < most_in_title && closer(relation.relation) == close && !graph.is_threat(relation.id) &&
            at_least(strength(relation), worth_a_title))
            named.push_back(relation.id);
    return names_of(graph, named);
}

}  // namespace

bool closer(const Relation& relation) {
    return at_least(relation.cooperation, relation.tension);
}

std::vector<EgoRelation> relations_of(const RelationGraph& graph, VertexIndex ego, const DrawOptions& options) {
    const auto selected = selected_vertices(graph, options);
    std::vector<EgoRelation> found;
    for (const auto& neighbour : graph.neighbours(ego)) {
        if (!graph.is_actor(neighbour.vertex) && !graph.is_threat(neighbour.vertex)) continue;
        if (!contains(selected, neighbour.vertex) || !reaches_least(neighbour.relation, options)) continue;
        found.push_back({neighbour.vertex, neighbour.relation, role_between(graph, ego, neighbour.vertex),
                         by_effectiveness(graph, graph.shared_forums(ego, neighbour.vertex))});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& left, const auto& right) { return above(strength(left), strength(right)); });
    return found;
}

std::vector<EgoRelation> most_telling(const std::vector<EgoRelation>& relations, std::size_t most) {
    const auto close = static_cast<std::size_t>(std::count_if(
        relations.begin(), relations.end(), [](const auto& relation) { return closer(relation.relation); }));
    const auto apart = relations.size() - close;
    std::size_t close_left = std::min(close, std::max((most + 1) / 2, most - std::min(most, apart)));
    std::size_t apart_left = std::min(apart, most - close_left);
    std::vector<EgoRelation> chosen;
    for (const auto& relation : relations) {
        auto& left = closer(relation.relation) ? close_left : apart_left;
        if (left == 0) continue;
        --left;
        chosen.push_back(relation);
    }
    return chosen;
}

std::string ego_finding(const RelationGraph& graph, VertexIndex ego, const std::vector<EgoRelation>& relations) {
    const auto name = name_of(graph, ego);
    if (relations.empty()) return "No relation of " + name;
    const auto close = named_in_title(graph, relations, true);
    const auto apart = named_in_title(graph, relations, false);
    if (close.empty() && apart.empty()) return name + ": no relation that is strong";
    const auto first = close.empty() ? "close to none" : "close to " + join_words(close);
    const auto second = apart.empty() ? "at odds with none" : "at odds with " + join_words(apart);
    return fmt::format("{}: {}, {}", name, first, second);
}

std::string shared_in_words(const RelationGraph& graph, const EgoRelation& relation, double width, double size) {
    if (!relation.role.empty()) return relation.role;
    if (relation.shared.empty()) return {};
    const std::string lead = "both in ";
    return lead + as_many_as_fit(names_of(graph, relation.shared), width - text_width(lead, size), size);
}

std::vector<std::string> ego_notes(std::size_t drawn, std::size_t wanted, const DrawOptions& options) {
    std::vector<std::string> notes;
    if (drawn < wanted)
        notes.push_back(
            fmt::format("{} {} left out: narrow with --only TAG=VALUE or --min W; --top N draws more where "
                        "the size has room.",
                        how_many(wanted - drawn, "weaker relation"), wanted - drawn == 1 ? "is" : "are"));
    if (options.min > 0)
        notes.push_back(fmt::format("Pairs whose cooperation and tension both stay under {} are left out.",
                                    two_digits(options.min)));
    return notes;
}

std::string ego_description(const RelationGraph& graph, VertexIndex ego, const std::vector<EgoRelation>& relations) {
    std::string text;
    for (const auto& relation : relations) {
        text += (text.empty() ? "" : " ") + relation_in_words(graph, ego, relation.id);
        if (!relation.role.empty()) text += ", " + relation.role;
        if (!relation.shared.empty()) text += ", both in " + join_words(names_of(graph, relation.shared));
        text += ".";
    }
    return text;
}

}  // namespace entente::drawing
