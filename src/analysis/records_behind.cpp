// Which records entered a candidate's rank: the reasons that can be shown.
#include "analysis/candidates.hpp"

#include <algorithm>

namespace entente {

namespace {

class Collector {
  public:
    explicit Collector(const RelationGraph& graph) : graph_(graph) {}

    void add_relation(VertexIndex i, VertexIndex j) {
        for (const auto& tie : graph_.ties(i, j))
            if (graph_.salience(tie.layer) > 0) add(RecordKind::tie, tie.record);
        if (graph_.forums_salience() > 0)
            for (const auto forum : graph_.shared_forums(i, j)) {
                add_seat(i, forum);
                add_seat(j, forum);
            }
        add_seat(i, j);
        add_seat(j, i);
    }
    /// A seat and the forum's own record; nothing where the actor does not sit there.
    void add_seat(VertexIndex actor, VertexIndex forum) {
        if (!graph_.is_forum(forum)) return;
        const auto seats = graph_.seats(forum);
        const auto seat = std::lower_bound(seats.begin(), seats.end(), actor,
                                           [](const Seat& item, VertexIndex wanted) { return item.actor < wanted; });
        if (seat == seats.end() || seat->actor != actor) return;
        add(RecordKind::membership, seat->record);
        records_.push_back({RecordKind::effectiveness, forum, graph_.effectiveness_part(forum)});
    }
    void add_influence(VertexIndex of, VertexIndex over) {
        const auto influence = graph_.influence(of, over);
        if (influence.record) add(RecordKind::influence, *influence.record);
        if (!influence.derived) return;
        add_capability(of);
        add_capability(over);
    }
    /// The value in force: the largest.
    void add_capability(VertexIndex vertex) {
        const auto& values = graph_.model().vertices[vertex].capability;
        std::optional<std::size_t> largest;
        for (std::size_t part = 0; part < values.size(); ++part)
            if (values[part].period.covers(graph_.as_of()) && (!largest || values[part].value > values[*largest].value))
                largest = part;
        if (largest) records_.push_back({RecordKind::capability, vertex, *largest});
    }
    void add_holdings(const AgendaItem& item, VertexIndex vertex) {
        const auto& held_by = graph_.model().concerns[item.concern].held_by;
        for (std::size_t part = 0; part < held_by.size(); ++part)
            if (held_by[part].actor == vertex && held_by[part].period.covers(graph_.as_of()))
                records_.push_back({RecordKind::holding, item.concern, part});
    }
    void add_refusals(const std::vector<std::size_t>& positions) {
        for (const auto position : positions)
            add(RecordKind::refusal, position);
    }
    std::vector<RecordRef> sorted() && {
        std::sort(records_.begin(), records_.end());
        records_.erase(std::unique(records_.begin(), records_.end()), records_.end());
        return std::move(records_);
    }

  private:
    void add(RecordKind kind, std::size_t index) { records_.push_back({kind, index}); }
    const RelationGraph& graph_;
    std::vector<RecordRef> records_;
};

}  // namespace

std::vector<RecordRef> records_behind(const RelationGraph& graph, std::span<const VertexIndex> parties,
                                      const Candidate& candidate) {
    Collector collector(graph);
    for (const auto party : parties) {
        collector.add_relation(candidate.id, party);
        collector.add_influence(candidate.id, party);
        collector.add_influence(party, candidate.id);
        if (candidate.forum) collector.add_seat(party, *candidate.forum);
        for (const auto& item : candidate.agenda)
            collector.add_holdings(item, party);
    }
    if (candidate.forum) collector.add_seat(candidate.id, *candidate.forum);
    for (const auto& item : candidate.agenda)
        collector.add_holdings(item, candidate.id);
    collector.add_refusals(refusals_against(graph, parties, candidate.id));
    return std::move(collector).sorted();
}

}  // namespace entente
