// What a scenario supposes, told by the records in force with it and without it.
#include <entente/analysis.hpp>

#include <algorithm>
#include <map>
#include <tuple>

namespace entente {

namespace {

/// What a record is about: its kind, vertices and layer. Two records of one key stand in each other's place.
using Key = std::tuple<RecordKind, std::vector<std::string>, std::string>;
/// What it says: number, confidence, and what has no number.
using Said = std::tuple<double, double, std::vector<std::string>>;
using Records = std::multimap<Key, std::pair<Said, RecordRef>>;

class Collector {
  public:
    explicit Collector(const RelationGraph& graph) : graph_(graph), model_(graph.model()) {
        add_ties();
        for (const auto forum : graph.forums())
            add_forum(forum);
        add_influences();
        for (const auto position : graph.refusals())
            add_refusal(position);
    }
    Records take() && { return std::move(records_); }

  private:
    void add(const RecordRef& record, Said said) {
        const auto facts = facts_of(model_, record);
        records_.emplace(Key{record.kind, ids(facts.vertices), facts.layer}, std::pair(std::move(said), record));
    }
    void add_ties() {
        for (std::size_t position = 0; position < model_.ties.size(); ++position) {
            const auto& tie = model_.ties[position];
            const auto fade = tie.fade_on(graph_.as_of());
            if (fade && graph_.exists(tie.a) && graph_.exists(tie.b))
                add({RecordKind::tie, position}, {tie.weight * *fade, tie.confidence, {}});
        }
    }
    void add_forum(VertexIndex forum) {
        add({RecordKind::effectiveness, forum, graph_.effectiveness_part(forum)},
            {graph_.effectiveness(forum), graph_.confidence(forum), {}});
        for (const auto& seat : graph_.seats(forum))
            add({RecordKind::membership, seat.record}, {seat.factor, 1, {}});
    }
    void add_influences() {
        for (std::size_t position = 0; position < model_.influences.size(); ++position) {
            const auto& influence = model_.influences[position];
            const bool counts =
                influence.in_force_on(graph_.as_of()) && graph_.exists(influence.of) && graph_.exists(influence.over);
            if (counts) add({RecordKind::influence, position}, {influence.strength, influence.confidence, {}});
        }
    }
    void add_refusal(std::size_t position) {
        const auto& refusal = model_.refusals[position];
        auto refused = ids(refusal.who);
        if (refusal.anyone) refused.assign(1, "");
        add({RecordKind::refusal, position}, {0, refusal.confidence, std::move(refused)});
    }
    std::vector<std::string> ids(const std::vector<VertexIndex>& vertices) const {
        std::vector<std::string> list;
        for (const auto vertex : vertices)
            list.push_back(model_.id(vertex));
        return list;
    }

    const RelationGraph& graph_;
    const Model& model_;
    Records records_;
};

bool says(const Records& records, const Key& key, const Said& said) {
    const auto [first, last] = records.equal_range(key);
    return std::any_of(first, last, [&](const auto& record) { return record.second.first == said; });
}

}  // namespace

Supposition find_supposition(const RelationGraph& before, const RelationGraph& after) {
    Supposition supposition;
    for (const auto vertex : after.vertices())
        if (!before.model().find_vertex(after.model().id(vertex))) supposition.added.push_back(vertex);
    const auto was = Collector(before).take();
    const auto is = Collector(after).take();
    for (const auto& [key, record] : is)
        if (!says(was, key, record.first)) supposition.said.push_back(record.second);
    for (const auto& [key, record] : was)
        if (!is.contains(key)) supposition.withdrawn.push_back(record.second);
    return supposition;
}

}  // namespace entente
