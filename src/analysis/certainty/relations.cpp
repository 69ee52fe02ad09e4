#include "analysis/certainty/relations.hpp"

#include <algorithm>

namespace entente::certainty {

namespace {

std::uint32_t count_of(const auto& list) {
    return static_cast<std::uint32_t>(list.size());
}

using Batch = std::array<double, batch>;

}  // namespace

RelationIndex Relations::between(VertexIndex i, VertexIndex j) {
    const auto [a, b] = std::minmax(i, j);
    const auto [found, added] = known_.try_emplace({a, b}, static_cast<RelationIndex>(plans_.size()));
    if (added) plans_.push_back(plan(a, b));
    return found->second;
}

Relations::Plan Relations::plan(VertexIndex i, VertexIndex j) {
    Plan made{};
    made.first_layer = count_of(layers_);
    made.first_bond = count_of(bonds_);
    made.first_seat = count_of(seats_);
    add_layers(i, j);
    add_bonds(i, j);
    add_seat(i, j);
    add_seat(j, i);
    made.last_layer = count_of(layers_);
    made.last_bond = count_of(bonds_);
    made.last_seat = count_of(seats_);
    return made;
}

void Relations::add_layers(VertexIndex i, VertexIndex j) {
    const auto ties = graph_.ties(i, j);
    if (ties.empty() && graph_.model().unrecorded && graph_.is_actor(i) && graph_.is_actor(j)) {
        layers_.push_back({1, count_of(ties_), count_of(ties_) + 1});
        ties_.push_back(unknowns_.unrecorded_tie(i, j));
    }
    for (auto tie = ties.begin(); tie != ties.end();) {
        const auto layer = tie->layer;
        const auto first = count_of(ties_);
        for (; tie != ties.end() && tie->layer == layer; ++tie)
            if (graph_.salience(layer) > 0) ties_.push_back(unknowns_.tie(*tie));
        if (count_of(ties_) > first) layers_.push_back({graph_.salience(layer), first, count_of(ties_)});
    }
}

void Relations::add_bonds(VertexIndex i, VertexIndex j) {
    if (graph_.forums_salience() <= 0) return;
    for (const auto forum : graph_.shared_forums(i, j)) {
        const auto members = graph_.member_count(forum);
        const double factor = graph_.forum_salience(forum) * *graph_.role_factor(i, forum) *
                              *graph_.role_factor(j, forum) / static_cast<double>(members - 1);
        if (factor > 0) bonds_.push_back({unknowns_.effectiveness(forum), factor});
    }
}

void Relations::add_seat(VertexIndex actor, VertexIndex forum) {
    if (!graph_.is_forum(forum)) return;
    const auto role = graph_.role_factor(actor, forum);
    const double factor = graph_.forum_salience(forum) * role.value_or(0);
    if (factor > 0) seats_.push_back({unknowns_.effectiveness(forum), factor});
}

bool Relations::is_empty(RelationIndex relation) const {
    const auto& plan = plans_[relation];
    return plan.first_layer == plan.last_layer && plan.first_bond == plan.last_bond &&
           plan.first_seat == plan.last_seat;
}

std::vector<Slot> Relations::slots(RelationIndex relation) const {
    const auto& plan = plans_[relation];
    std::vector<Slot> found;
    for (auto layer = plan.first_layer; layer < plan.last_layer; ++layer)
        found.insert(found.end(), ties_.begin() + layers_[layer].first_tie, ties_.begin() + layers_[layer].last_tie);
    for (auto bond = plan.first_bond; bond < plan.last_bond; ++bond)
        found.push_back(bonds_[bond].effectiveness);
    for (auto seat = plan.first_seat; seat < plan.last_seat; ++seat)
        found.push_back(seats_[seat].effectiveness);
    return found;
}

void Relations::evaluate(RelationIndex relation, const Numbers& numbers, double* cooperation, double* tension) const {
    const auto& plan = plans_[relation];
    Batch apart;
    Batch calm;
    Batch unbound;
    apart.fill(1);
    calm.fill(1);
    unbound.fill(1);
    for (auto at = plan.first_layer; at < plan.last_layer; ++at) {
        const auto& layer = layers_[at];
        Batch positive{};
        Batch negative{};
        for (auto tie = layer.first_tie; tie < layer.last_tie; ++tie) {
            const double* const weight = numbers.of(ties_[tie]);
            for (std::size_t draw = 0; draw < batch; ++draw) {
                positive[draw] = std::max(positive[draw], weight[draw]);
                negative[draw] = std::max(negative[draw], -weight[draw]);
            }
        }
        for (std::size_t draw = 0; draw < batch; ++draw) {
            apart[draw] *= 1 - layer.salience * positive[draw];
            calm[draw] *= 1 - layer.salience * negative[draw];
        }
    }
    const auto multiply = [&](Batch& product, const Share& share) {
        const double* const effectiveness = numbers.of(share.effectiveness);
        for (std::size_t draw = 0; draw < batch; ++draw)
            product[draw] *= 1 - share.factor * effectiveness[draw];
    };
    for (auto bond = plan.first_bond; bond < plan.last_bond; ++bond)
        multiply(unbound, bonds_[bond]);
    for (auto seat = plan.first_seat; seat < plan.last_seat; ++seat)
        multiply(apart, seats_[seat]);

    const double forums = graph_.forums_salience();
    for (std::size_t draw = 0; draw < batch; ++draw) {
        cooperation[draw] = 1 - (1 - forums * (1 - unbound[draw])) * apart[draw];
        tension[draw] = 1 - calm[draw];
    }
}

void RelationNumbers::evaluate_all(const Relations& relations, const Numbers& numbers) {
    for (RelationIndex relation = 0; relation < relations.size(); ++relation)
        evaluate(relations, relation, numbers);
}

}  // namespace entente::certainty
