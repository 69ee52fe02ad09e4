#include "analysis/certainty/ranking.hpp"

#include "analysis/candidates.hpp"
#include "analysis/components.hpp"
#include "analysis/order.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace entente::certainty {

namespace {

/// Equal scores, of neighbours in the order, are parted by access, then by id.
template <class Access>
void part_equals(std::vector<Place>::iterator first, std::vector<Place>::iterator last, Access access) {
    while (first != last) {
        auto run = std::next(first);
        while (run != last && at_least(run->score, std::prev(run)->score))
            ++run;
        if (run - first > 1)
            rank_by(first, run, {access},
                    [](const Place& left, const Place& right) { return left.candidate < right.candidate; });
        first = run;
    }
}

}  // namespace

Weights::Weights(const Components& fixed) {
    for (std::size_t component = 0; component < component_count; ++component)
        values_[component].fill(fixed[component]);
}

void Weights::draw(const Model& model, std::uint64_t seed, std::uint64_t first) {
    // Exponentials over their sum are uniform on the simplex.
    std::array<double, batch> sum{};
    for (std::size_t component = 0; component < component_count; ++component) {
        const auto key = stream_key(model, component_names[component], {});
        auto& values = values_[component];
        Stream(seed, key).fill_uniform(first, values);
        for (std::size_t draw = 0; draw < batch; ++draw)
            sum[draw] += values[draw] = -std::log(values[draw]);
    }
    for (auto& values : values_)
        for (std::size_t draw = 0; draw < batch; ++draw)
            values[draw] /= sum[draw];
}

Standings::Standings(const RelationGraph& graph, Relations& relations)
    : relations_(graph.model().vertices.size()), others_(static_cast<double>(graph.actors().size()) - 1) {
    for (const auto actor : graph.actors())
        for (const auto other : graph.actors()) {
            if (actor == other) continue;
            const auto relation = relations.between(actor, other);
            if (!relations.is_empty(relation)) relations_[actor].push_back(relation);
        }
}

void Standings::evaluate(VertexIndex actor, const RelationNumbers& relations, double* standing) const {
    std::fill_n(standing, batch, 0);
    if (relations_[actor].empty()) return;
    for (const auto relation : relations_[actor]) {
        const double* const cooperation = relations.cooperation(relation);
        for (std::size_t draw = 0; draw < batch; ++draw)
            standing[draw] += cooperation[draw];
    }
    for (std::size_t draw = 0; draw < batch; ++draw)
        standing[draw] /= others_;
}

std::vector<double> Standings::evaluate(const RelationNumbers& relations) const {
    std::vector<double> standing(relations_.size() * batch);
    for (VertexIndex actor = 0; actor < relations_.size(); ++actor)
        evaluate(actor, relations, standing.data() + actor * batch);
    return standing;
}

Ranking::Ranking(const RelationGraph& graph, std::span<const VertexIndex> parties, const BrokerOptions& options,
                 Unknowns& unknowns, Relations& relations, const Standings* standings)
    : relations_(relations), standings_(standings) {
    const auto tables = tables_for(graph, parties);
    for (const auto actor : graph.actors()) {
        if (!may_broker(graph, parties, actor, options)) continue;
        Candidate candidate{actor, {}, {}, {}, {}};
        for (const auto party : parties) {
            candidate.relations.push_back(relations.between(actor, party));
            Influence influence;
            for (const auto& recorded : graph.influences(actor, party))
                influence.recorded.push_back(unknowns.influence(recorded));
            if (influence.recorded.empty()) influence.derived = graph.influence(actor, party).strength;
            candidate.influences.push_back(std::move(influence));
        }
        const bool never_trusted = std::any_of(candidate.relations.begin(), candidate.relations.end(),
                                               [&](RelationIndex relation) { return relations.is_empty(relation); });
        if (never_trusted) continue;
        for (const auto& table : tables) {
            const auto role = actor == table.forum ? std::optional(1.0) : graph.role_factor(actor, table.forum);
            const double factor = table.reach * std::min(role.value_or(0), table.least_role);
            if (factor > 0) candidate.tables.push_back({unknowns.effectiveness(table.forum), factor});
        }
        for (const auto refusal : refusals_against(graph, parties, actor))
            candidate.refusals.push_back(unknowns.refusal(refusal));
        candidates_.push_back(std::move(candidate));
    }
}

std::vector<Slot> Ranking::numbers_behind(std::size_t position) const {
    const auto& candidate = candidates_[position];
    std::vector<Slot> slots;
    const auto add_relation = [&](RelationIndex relation) {
        const auto entering = relations_.slots(relation);
        slots.insert(slots.end(), entering.begin(), entering.end());
    };
    for (const auto relation : candidate.relations)
        add_relation(relation);
    if (standings_ != nullptr)
        for (const auto relation : standings_->relations_of(candidate.id))
            add_relation(relation);
    for (const auto& influence : candidate.influences)
        slots.insert(slots.end(), influence.recorded.begin(), influence.recorded.end());
    for (const auto& table : candidate.tables)
        slots.push_back(table.effectiveness);
    std::sort(slots.begin(), slots.end());
    slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
    return slots;
}

void Ranking::evaluate(std::size_t position, const Numbers& numbers, const RelationNumbers& relations,
                       std::span<const double> standing, const Weights& weights, Scores& scores) const {
    const auto& candidate = candidates_[position];
    const std::size_t parties = candidate.relations.size();
    std::vector<PartyLink> links(parties);
    for (std::size_t draw = 0; draw < batch; ++draw) {
        for (std::size_t party = 0; party < parties; ++party) {
            const double cooperation = relations.cooperation(candidate.relations[party])[draw];
            const double tension = relations.tension(candidate.relations[party])[draw];
            const auto& influence = candidate.influences[party];
            double strength = influence.derived;
            for (const auto slot : influence.recorded)
                strength = std::max(strength, numbers.of(slot)[draw]);
            links[party] = {cooperation * (1 - tension), tension, strength};
        }
        const std::size_t at = position * batch + draw;
        const auto found = components_from(links);
        if (!found) {
            scores.state[at] = Scores::State::absent;
            continue;
        }
        auto components = *found;
        for (const auto& table : candidate.tables)
            components[Component::convening] =
                std::max(components[Component::convening], table.factor * numbers.of(table.effectiveness)[draw]);
        if (standings_ != nullptr) components[Component::standing] = standing[candidate.id * batch + draw];

        double score = 0;
        for (std::size_t component = 0; component < component_count; ++component)
            score += weights.of(component, draw) * components[component];
        scores.score[at] = score;
        scores.access[at] = components[Component::access];
        const bool refused = std::any_of(candidate.refusals.begin(), candidate.refusals.end(),
                                         [&](Slot slot) { return numbers.of(slot)[draw] > 0; });
        scores.state[at] = refused ? Scores::State::refused : Scores::State::free;
    }
}

void Ranking::rank(const Scores& scores, std::size_t draw, std::vector<Place>& order) const {
    order.clear();
    for (const auto state : {Scores::State::free, Scores::State::refused}) {
        const auto start = static_cast<std::ptrdiff_t>(order.size());
        for (std::uint32_t candidate = 0; candidate < candidates_.size(); ++candidate) {
            const std::size_t at = candidate * batch + draw;
            if (scores.state[at] == state) order.push_back({scores.score[at], candidate});
        }
        std::sort(order.begin() + start, order.end(),
                  [](const Place& left, const Place& right) { return left.score > right.score; });
        part_equals(order.begin() + start, order.end(),
                    [&](const Place& place) { return scores.access[place.candidate * batch + draw]; });
    }
}

std::optional<std::uint32_t> Ranking::first(const Scores& scores, std::size_t draw, std::vector<Place>& order) const {
    constexpr auto nobody = std::numeric_limits<double>::lowest();
    Place best{nobody, 0};
    double second = nobody;
    for (std::uint32_t candidate = 0; candidate < candidates_.size(); ++candidate) {
        const std::size_t at = candidate * batch + draw;
        if (scores.state[at] != Scores::State::free) continue;
        if (scores.score[at] > best.score) {
            second = best.score;
            best = {scores.score[at], candidate};
        } else {
            second = std::max(second, scores.score[at]);
        }
    }
    if (best.score > nobody && !at_least(second, best.score)) return best.candidate;
    rank(scores, draw, order);
    if (order.empty()) return std::nullopt;
    return order.front().candidate;
}

}  // namespace entente::certainty
