// Who can broker: the components of METHOD 7 and the order they give.
#include "analysis/candidates.hpp"

#include "analysis/components.hpp"
#include "analysis/order.hpp"
#include "analysis/thresholds.hpp"

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

/// The best table for one candidate.
struct Convening {
    double value = 0;
    std::optional<VertexIndex> forum;
};

/// By vertex, over the tables that seat all parties: those who sit there, and a forum that offers its own.
std::vector<Convening> best_tables(const RelationGraph& graph, const std::vector<Table>& tables) {
    std::vector<Convening> best(graph.model().vertices.size());
    const auto offer = [&](VertexIndex vertex, const Table& table, double role) {
        const double value = table.convening(role);
        if (above(value, best[vertex].value)) best[vertex] = {value, table.forum};
    };
    for (const auto& table : tables) {
        offer(table.forum, table, 1);
        for (const auto& seat : graph.seats(table.forum))
            offer(seat.actor, table, seat.factor);
    }
    return best;
}

std::optional<Components> components_of(const RelationGraph& graph, std::span<const VertexIndex> parties,
                                        VertexIndex candidate) {
    std::vector<PartyLink> links;
    for (const auto party : parties)
        links.push_back(link_between(graph, candidate, party));
    return components_from(links);
}

bool within(std::span<const VertexIndex> set, VertexIndex vertex) {
    return std::binary_search(set.begin(), set.end(), vertex);
}

std::vector<VertexIndex> refused_by(const RelationGraph& graph, std::span<const VertexIndex> parties,
                                    VertexIndex candidate) {
    std::vector<VertexIndex> by;
    for (const auto position : refusals_against(graph, parties, candidate))
        by.push_back(graph.model().refusals[position].by);
    std::sort(by.begin(), by.end());
    by.erase(std::unique(by.begin(), by.end()), by.end());
    return by;
}

/// How strongly a vertex holds a concern on the day; 0 where it does not.
double held_strength(const RelationGraph& graph, const Concern& concern, VertexIndex vertex) {
    double strength = 0;
    for (const auto& holding : concern.held_by)
        if (holding.actor == vertex && holding.period.covers(graph.as_of()))
            strength = std::max<double>(strength, holding.strength);
    return strength;
}

std::vector<AgendaItem> agenda_of(const RelationGraph& graph, std::span<const VertexIndex> parties,
                                  VertexIndex candidate) {
    std::vector<AgendaItem> agenda;
    const auto& concerns = graph.model().concerns;
    for (std::size_t concern = 0; concern < concerns.size(); ++concern) {
        double least = held_strength(graph, concerns[concern], candidate);
        for (const auto party : parties)
            least = std::min(least, held_strength(graph, concerns[concern], party));
        if (above(least, 0)) agenda.push_back({concern, least});
    }
    rank_by(agenda.begin(), agenda.end(), {[](const AgendaItem& item) { return item.strength; }},
            [&](const AgendaItem& left, const AgendaItem& right) {
                return concerns[left.concern].id < concerns[right.concern].id;
            });
    return agenda;
}

void mark(const RelationGraph& graph, std::span<const VertexIndex> parties, Candidate& candidate) {
    for (const auto party : parties) {
        if (at_least(graph.influence(party, candidate.id).strength, dependence))
            candidate.dependent_on.push_back(party);
        if (at_most(graph.relation(candidate.id, party).net(), -tau)) candidate.strained_with.push_back(party);
    }
    candidate.refused_by = refused_by(graph, parties, candidate.id);
}

}  // namespace

PartyLink link_between(const RelationGraph& graph, VertexIndex candidate, VertexIndex party) {
    const auto relation = graph.relation(candidate, party);
    return {relation.trust(), relation.tension, graph.influence(candidate, party).strength};
}

bool may_broker(const RelationGraph& graph, std::span<const VertexIndex> parties, VertexIndex actor,
                const BrokerOptions& options) {
    if (within(parties, actor)) return false;
    const auto kind = graph.model().vertices[actor].kind;
    return options.kinds.empty() || std::find(options.kinds.begin(), options.kinds.end(), kind) != options.kinds.end();
}

std::vector<std::size_t> refusals_against(const RelationGraph& graph, std::span<const VertexIndex> parties,
                                          VertexIndex candidate) {
    std::vector<std::size_t> against;
    for (const auto position : graph.refusals()) {
        const auto& refusal = graph.model().refusals[position];
        const bool concerns = within(parties, refusal.by) &&
                              std::includes(parties.begin(), parties.end(), refusal.on.begin(), refusal.on.end());
        if (concerns && (refusal.anyone || within(refusal.who, candidate))) against.push_back(position);
    }
    return against;
}

std::vector<VertexIndex> checked_parties(const RelationGraph& graph, std::span<const VertexIndex> parties) {
    std::vector<VertexIndex> sorted(parties.begin(), parties.end());
    std::sort(sorted.begin(), sorted.end());
    if (sorted.size() < 2) throw std::invalid_argument("brokering needs two parties or more");
    const auto& model = graph.model();
    if (const auto twice = std::adjacent_find(sorted.begin(), sorted.end()); twice != sorted.end())
        throw std::invalid_argument("'" + model.id(*twice) + "' is named twice; the parties must differ");
    for (const auto party : sorted)
        if (!graph.exists(party))
            throw std::invalid_argument("'" + model.id(party) + "' does not exist on " + graph.as_of().text());
    return sorted;
}

std::vector<double> standings(const RelationGraph& graph) {
    std::vector<double> standing(graph.model().vertices.size(), 0);
    const auto others = static_cast<double>(graph.actors().size()) - 1;
    for (const auto actor : graph.actors()) {
        for (const auto& neighbour : graph.neighbours(actor))
            if (graph.is_actor(neighbour.vertex)) standing[actor] += neighbour.relation.cooperation;
        if (others > 0) standing[actor] /= others;
    }
    return standing;
}

std::vector<Table> tables_for(const RelationGraph& graph, std::span<const VertexIndex> parties, std::size_t brokers) {
    std::vector<Table> tables;
    const auto seats_wanted = static_cast<double>(parties.size() + brokers);
    for (const auto& seat : graph.forums_of(parties.front())) {
        double least = seat.factor;
        bool all = true;
        for (const auto party : parties.subspan(1)) {
            const auto factor = graph.role_factor(party, seat.forum);
            all = all && factor.has_value();
            least = std::min(least, factor.value_or(0));
        }
        if (!all) continue;
        const auto members = static_cast<double>(graph.member_count(seat.forum));
        const double reach =
            graph.forum_salience(seat.forum) * std::sqrt(seats_wanted / std::max(seats_wanted, members));
        tables.push_back({seat.forum, least, reach, graph.effectiveness(seat.forum)});
    }
    return tables;
}

std::vector<Contender> find_contenders(const RelationGraph& graph, std::span<const VertexIndex> parties,
                                       const BrokerOptions& options, const std::vector<double>& standing) {
    const auto tables = best_tables(graph, tables_for(graph, parties));
    std::vector<Contender> contenders;
    for (const auto actor : graph.actors()) {
        if (!may_broker(graph, parties, actor, options)) continue;
        auto components = components_of(graph, parties, actor);
        if (!components) continue;
        (*components)[Component::convening] = tables[actor].value;
        (*components)[Component::standing] = standing[actor];
        contenders.push_back({actor, *components, tables[actor].forum});
    }
    return contenders;
}

std::vector<Candidate> rank_candidates(const RelationGraph& graph, std::span<const VertexIndex> parties,
                                       const BrokerOptions& options, const std::vector<double>& standing) {
    std::vector<Candidate> candidates;
    for (const auto& contender : find_contenders(graph, parties, options, standing)) {
        Candidate candidate;
        candidate.id = contender.id;
        candidate.components = contender.components;
        candidate.forum = contender.forum;
        for (std::size_t index = 0; index < component_count; ++index) {
            candidate.contributions[index] = options.profile.weights[index] * candidate.components[index];
            candidate.score += candidate.contributions[index];
        }
        mark(graph, parties, candidate);
        candidates.push_back(std::move(candidate));
    }

    const auto refused = std::stable_partition(candidates.begin(), candidates.end(),
                                               [](const Candidate& candidate) { return candidate.refused_by.empty(); });
    const auto order = [](auto first, auto last) {
        rank_by(first, last,
                {[](const Candidate& candidate) { return candidate.score; },
                 [](const Candidate& candidate) { return candidate.components[Component::access]; }},
                [](const Candidate& left, const Candidate& right) { return left.id < right.id; });
    };
    order(candidates.begin(), refused);
    order(refused, candidates.end());
    for (std::size_t position = 0; position < candidates.size(); ++position)
        candidates[position].rank = position + 1;

    if (options.top && *options.top < candidates.size()) candidates.resize(*options.top);
    for (auto& candidate : candidates) {
        candidate.agenda = agenda_of(graph, parties, candidate.id);
        if (options.records) candidate.records = records_behind(graph, parties, candidate);
    }
    return candidates;
}

std::vector<Candidate> rank_candidates(const RelationGraph& graph, std::span<const VertexIndex> parties,
                                       const BrokerOptions& options) {
    return rank_candidates(graph, checked_parties(graph, parties), options, standings(graph));
}

}  // namespace entente
