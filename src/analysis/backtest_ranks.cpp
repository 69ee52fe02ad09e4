#include "analysis/backtest_ranks.hpp"

#include "analysis/betweenness.hpp"
#include "analysis/candidates.hpp"
#include "analysis/order.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace entente {

namespace {

enum class Tier { no_candidate, refused, free };

/// An actor in a ranking; those equal in tier, score and access share the mean of their ranks.
struct Row {
    VertexIndex id = 0;
    Tier tier = Tier::free;
    double score = 0;
    double access = 0;
    double rank = 0;
};

void rank_rows(std::vector<Row>& rows) {
    const auto start = rows.begin();
    const auto share = [start](auto begin, auto end) {
        const double rank = static_cast<double>((begin - start) + 1 + (end - start)) / 2;
        std::for_each(begin, end, [rank](Row& row) { row.rank = rank; });
        std::sort(begin, end, [](const Row& left, const Row& right) { return left.id < right.id; });
    };
    rank_runs(rows.begin(), rows.end(),
              {[](const Row& row) { return static_cast<double>(row.tier); }, [](const Row& row) { return row.score; },
               [](const Row& row) { return row.access; }},
              share);
}

Placement placement_in(std::vector<Row> rows, const std::vector<VertexIndex>& brokers) {
    rank_rows(rows);
    Placement placement;
    const auto best = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
        return std::find(brokers.begin(), brokers.end(), row.id) != brokers.end();
    });
    placement.rank = best->rank;
    placement.best = best->id;
    if (rows.front().tier != Tier::no_candidate) placement.first = rows.front().id;
    return placement;
}

bool joined_by_positive_tie(const RelationGraph& graph, VertexIndex i, VertexIndex j) {
    const auto ties = graph.ties(i, j);
    return std::any_of(ties.begin(), ties.end(),
                       [&](const ActiveTie& tie) { return above(graph.salience(tie.layer) * tie.weight, 0); });
}

std::vector<double> alliance_betweenness(const RelationGraph& graph) {
    const auto& actors = graph.actors();
    std::vector<std::vector<Step>> steps(actors.size());
    for (std::uint32_t i = 0; i < actors.size(); ++i)
        for (std::uint32_t j = i + 1; j < actors.size(); ++j) {
            if (!joined_by_positive_tie(graph, actors[i], actors[j])) continue;
            steps[i].push_back({j, 1});
            steps[j].push_back({i, 1});
        }
    const auto by_actor = betweenness(steps);
    std::vector<double> by_vertex(graph.model().vertices.size(), 0);
    for (std::size_t actor = 0; actor < actors.size(); ++actor)
        by_vertex[actors[actor]] = by_actor[actor];
    return by_vertex;
}

/// How many forums seat the actor and both parties, by vertex.
std::vector<double> seats_in_common(const RelationGraph& graph, const Question& question) {
    std::vector<double> count(graph.model().vertices.size(), 0);
    for (const auto forum : graph.shared_forums(question.a, question.b))
        for (const auto& seat : graph.seats(forum))
            ++count[seat.actor];
    return count;
}

/// The nearer, the greater; least where a place is unknown.
double nearness(const RelationGraph& graph, const Question& question, VertexIndex actor) {
    const auto to_a = graph.distance(actor, question.a);
    const auto to_b = graph.distance(actor, question.b);
    return to_a && to_b ? -(*to_a + *to_b) / 2 : -std::numeric_limits<double>::max();
}

std::vector<Row> rows_by(std::span<const VertexIndex> actors, auto score) {
    std::vector<Row> rows;
    for (const auto actor : actors)
        rows.push_back({.id = actor, .score = score(actor)});
    return rows;
}

/// As baseline_names. The parties are listed by nearness, too.
std::vector<Placement> place_by_baselines(const YearEnd& year, const Question& question,
                                          std::span<const VertexIndex> others) {
    const auto& graph = year.graph();
    const auto common = seats_in_common(graph, question);
    const auto place = [&](std::span<const VertexIndex> actors, auto score) {
        return placement_in(rows_by(actors, score), question.brokers);
    };
    return {place(others, [&](VertexIndex actor) { return graph.capability(actor).value_or(0); }),
            place(others, [&](VertexIndex actor) { return year.betweenness()[actor]; }),
            place(others, [&](VertexIndex actor) { return common[actor]; }),
            place(graph.actors(), [&](VertexIndex actor) { return nearness(graph, question, actor); })};
}

}  // namespace

YearEnd::YearEnd(const Model& model, const Lens& lens)
    : graph_(model, lens), standing_(standings(graph_)), betweenness_(alliance_betweenness(graph_)) {}

Placements place_brokers(const YearEnd& year, const Question& question, std::span<const Profile> profiles) {
    const auto& graph = year.graph();
    const VertexIndex parties[]{std::min(question.a, question.b), std::max(question.a, question.b)};
    std::vector<VertexIndex> others;
    for (const auto actor : graph.actors())
        if (may_broker(graph, parties, actor, {})) others.push_back(actor);

    const auto contenders = find_contenders(graph, parties, {}, year.standing());
    std::vector<Row> rows(others.size());
    auto next = contenders.begin();
    std::vector<const Contender*> behind(others.size(), nullptr);
    for (std::size_t place = 0; place < others.size(); ++place) {
        rows[place] = {.id = others[place], .tier = Tier::no_candidate};
        if (next == contenders.end() || next->id != others[place]) continue;
        behind[place] = &*next++;
        rows[place].tier = refusals_against(graph, parties, others[place]).empty() ? Tier::free : Tier::refused;
        rows[place].access = behind[place]->components[Component::access];
    }

    Placements placements;
    for (const auto& profile : profiles) {
        for (std::size_t place = 0; place < others.size(); ++place)
            if (behind[place] != nullptr)
                rows[place].score = std::inner_product(profile.weights.begin(), profile.weights.end(),
                                                       behind[place]->components.begin(), 0.0);
        placements.profiles.push_back(placement_in(rows, question.brokers));
    }
    placements.baselines = place_by_baselines(year, question, others);
    return placements;
}

}  // namespace entente
