#include "analysis/order.hpp"
#include <entente/analysis.hpp>

#include <algorithm>
#include <array>
#include <iterator>

namespace entente {

namespace {

bool holds(const std::vector<VertexIndex>& vertices, VertexIndex vertex) {
    return std::find(vertices.begin(), vertices.end(), vertex) != vertices.end();
}

std::vector<Neighbour> strongest_relations(const RelationGraph& graph, VertexIndex vertex) {
    const auto strength = [](const Neighbour& neighbour) {
        return std::max(neighbour.relation.cooperation, neighbour.relation.tension);
    };
    auto relations = graph.neighbours(vertex);
    rank_by(relations.begin(), relations.end(), {strength},
            [](const Neighbour& left, const Neighbour& right) { return left.vertex < right.vertex; });
    return relations;
}

/// Where `role` of an influence is the vertex, those records that count on the day.
std::vector<RecordRef> influence_in_force(const RelationGraph& graph, VertexIndex vertex,
                                          VertexIndex Influence::*role) {
    const auto& influences = graph.model().influences;
    std::vector<RecordRef> found;
    for (std::size_t index = 0; index < influences.size(); ++index) {
        const auto& influence = influences[index];
        const bool counts = influence.*role == vertex && graph.influence(influence.of, influence.over).record == index;
        if (counts) found.push_back({RecordKind::influence, index});
    }
    return found;
}

bool in_force(const RelationGraph& graph, const Holding& holding) {
    return holding.period.covers(graph.as_of()) && graph.exists(holding.actor);
}

/// Its holding of the concern that counts on the day: the strongest.
const Holding* strongest_holding(const RelationGraph& graph, const Concern& concern, VertexIndex vertex) {
    const Holding* strongest = nullptr;
    for (const auto& holding : concern.held_by) {
        if (holding.actor != vertex || !in_force(graph, holding)) continue;
        if (strongest == nullptr || holding.strength > strongest->strength) strongest = &holding;
    }
    return strongest;
}

std::vector<AgendaItem> concerns_of(const RelationGraph& graph, VertexIndex vertex) {
    const auto& concerns = graph.model().concerns;
    std::vector<AgendaItem> held;
    for (std::size_t index = 0; index < concerns.size(); ++index)
        if (const auto* holding = strongest_holding(graph, concerns[index], vertex))
            held.push_back({index, holding->strength});
    rank_by(held.begin(), held.end(), {[](const AgendaItem& item) { return item.strength; }},
            [](const AgendaItem& left, const AgendaItem& right) { return left.concern < right.concern; });
    return held;
}

/// Remarks in force that are about all of `vertices`.
std::vector<std::size_t> remarks_about(const RelationGraph& graph, std::span<const VertexIndex> vertices) {
    const auto& remarks = graph.model().remarks;
    std::vector<std::size_t> found;
    for (std::size_t index = 0; index < remarks.size(); ++index) {
        const auto& remark = remarks[index];
        const bool counts =
            remark.period.covers(graph.as_of()) &&
            std::all_of(remark.about.begin(), remark.about.end(), [&](VertexIndex v) { return graph.exists(v); }) &&
            std::all_of(vertices.begin(), vertices.end(), [&](VertexIndex v) { return holds(remark.about, v); });
        if (counts) found.push_back(index);
    }
    return found;
}

// ---- a pair ----

std::vector<RecordRef> past_ties_of(const RelationGraph& graph, VertexIndex a, VertexIndex b) {
    const auto active = graph.ties(a, b);
    const auto& ties = graph.model().ties;
    std::vector<RecordRef> past;
    for (std::size_t index = 0; index < ties.size(); ++index) {
        const bool of_pair = ties[index].a == a && ties[index].b == b;
        const bool counts =
            std::any_of(active.begin(), active.end(), [index](const ActiveTie& tie) { return tie.record == index; });
        if (of_pair && !counts) past.push_back({RecordKind::tie, index});
    }
    return past;
}

void add_seat(const RelationGraph& graph, VertexIndex actor, VertexIndex forum, std::vector<RecordRef>& records) {
    for (const auto& seat : graph.seats(forum))
        if (seat.actor == actor) records.push_back({RecordKind::membership, seat.record});
}

void add_forum_records(const RelationGraph& graph, VertexIndex a, VertexIndex b, std::vector<RecordRef>& records) {
    auto forums = graph.shared_forums(a, b);
    if (graph.role_factor(a, b)) forums.push_back(b);
    if (graph.role_factor(b, a)) forums.push_back(a);
    for (const auto forum : forums) {
        records.push_back({RecordKind::effectiveness, forum, graph.effectiveness_part(forum)});
        add_seat(graph, a, forum, records);
        add_seat(graph, b, forum, records);
    }
}

void add_refusals(const RelationGraph& graph, VertexIndex a, VertexIndex b, std::vector<RecordRef>& records) {
    for (const auto index : graph.refusals()) {
        const auto& refusal = graph.model().refusals[index];
        const bool by_party = refusal.by == a || refusal.by == b;
        if (by_party && refusal.on == std::vector{a, b}) records.push_back({RecordKind::refusal, index});
    }
}

void add_border(const RelationGraph& graph, VertexIndex a, VertexIndex b, std::vector<RecordRef>& records) {
    const auto& borders = graph.model().borders;
    for (std::size_t index = 0; index < borders.size(); ++index) {
        const auto& border = borders[index];
        const bool counts = std::minmax(border.a, border.b) == std::minmax(a, b) &&
                            border.period.covers(graph.as_of()) && graph.exists(a) && graph.exists(b);
        if (counts) records.push_back({RecordKind::border, index});
    }
}

void add_shared_concerns(const RelationGraph& graph, VertexIndex a, VertexIndex b, std::vector<RecordRef>& records) {
    const auto& concerns = graph.model().concerns;
    for (std::size_t index = 0; index < concerns.size(); ++index) {
        const auto& concern = concerns[index];
        const auto* of_a = strongest_holding(graph, concern, a);
        const auto* of_b = strongest_holding(graph, concern, b);
        if (of_a == nullptr || of_b == nullptr) continue;
        for (const auto* holding : {of_a, of_b})
            records.push_back({RecordKind::holding, index, static_cast<std::size_t>(holding - concern.held_by.data())});
    }
}

std::vector<RecordRef> records_of_pair(const RelationGraph& graph, VertexIndex a, VertexIndex b) {
    std::vector<RecordRef> records;
    for (const auto& tie : graph.ties(a, b))
        records.push_back({RecordKind::tie, tie.record});
    for (const auto& influence : {graph.influence(a, b), graph.influence(b, a)})
        if (influence.record) records.push_back({RecordKind::influence, *influence.record});
    add_forum_records(graph, a, b, records);
    add_refusals(graph, a, b, records);
    add_border(graph, a, b, records);
    add_shared_concerns(graph, a, b, records);
    std::sort(records.begin(), records.end());
    return records;
}

}  // namespace

VertexPortrait portray_vertex(const RelationGraph& graph, VertexIndex vertex) {
    VertexPortrait portrait;
    portrait.id = vertex;
    portrait.relations = strongest_relations(graph, vertex);
    const auto forums = graph.forums_of(vertex);
    portrait.forums.assign(forums.begin(), forums.end());
    if (graph.is_forum(vertex)) {
        const auto members = graph.seats(vertex);
        portrait.members.assign(members.begin(), members.end());
    }
    portrait.influence = influence_in_force(graph, vertex, &Influence::of);
    std::ranges::copy(influence_in_force(graph, vertex, &Influence::over), std::back_inserter(portrait.influence));
    portrait.concerns = concerns_of(graph, vertex);
    portrait.remarks = remarks_about(graph, std::array{vertex});
    return portrait;
}

PairPortrait portray_pair(const RelationGraph& graph, VertexIndex one, VertexIndex other) {
    const auto [a, b] = std::minmax(one, other);
    PairPortrait portrait;
    portrait.pair = pair_of(graph, a, b);
    portrait.trust = graph.relation(a, b).trust();
    const auto ties = graph.ties(a, b);
    portrait.ties.assign(ties.begin(), ties.end());
    portrait.past_ties = past_ties_of(graph, a, b);
    portrait.forums = rank_forums(graph, std::array{a, b});
    portrait.a_over_b = graph.influence(a, b);
    portrait.b_over_a = graph.influence(b, a);
    portrait.records = records_of_pair(graph, a, b);
    portrait.remarks = remarks_about(graph, std::array{a, b});
    return portrait;
}

}  // namespace entente
