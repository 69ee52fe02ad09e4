#include "graph/in_force.hpp"

#include <algorithm>
#include <tuple>

namespace entente {

namespace {

double lens_salience(const Lens& lens, const std::string& layer, double usual) {
    if (const auto named = lens.salience.find(layer); named != lens.salience.end()) return named->second;
    return lens.only_named ? 0 : usual;
}

std::vector<double> layer_saliences(const Model& model, const Lens& lens) {
    for (const auto& [name, value] : lens.salience)
        if (name != forums_layer && !model.find_layer(name))
            throw std::invalid_argument("unknown layer '" + name + "'");
    std::vector<double> saliences;
    for (const auto& layer : model.layers)
        saliences.push_back(lens_salience(lens, layer.id, layer.salience));
    return saliences;
}

std::vector<ActiveTie> active_ties(const Model& model, Date day, const std::vector<bool>& exists) {
    std::vector<ActiveTie> ties;
    for (std::size_t record = 0; record < model.ties.size(); ++record) {
        const auto& tie = model.ties[record];
        if (!exists[tie.a] || !exists[tie.b]) continue;
        if (const auto fade = tie.fade_on(day))
            ties.push_back({tie.a, tie.b, tie.layer, tie.weight * *fade, *fade, record});
    }
    std::sort(ties.begin(), ties.end(), [](const ActiveTie& left, const ActiveTie& right) {
        return std::tie(left.a, left.b, left.layer, left.record) <
               std::tie(right.a, right.b, right.layer, right.record);
    });
    return ties;
}

/// One seat a vertex and forum: the role of the largest factor.
std::vector<Seat> active_seats(const Model& model, Date day, const std::vector<bool>& exists) {
    std::vector<Seat> seats;
    for (std::size_t record = 0; record < model.memberships.size(); ++record) {
        const auto& membership = model.memberships[record];
        if (!exists[membership.actor] || !exists[membership.forum] || !membership.in_force_on(day)) continue;
        seats.push_back(
            {membership.forum, membership.actor, model.scale.role_factor(membership.role), membership.role, record});
    }
    std::sort(seats.begin(), seats.end(), [](const Seat& left, const Seat& right) {
        return std::tuple(left.forum, left.actor, -left.factor, left.role, left.record) <
               std::tuple(right.forum, right.actor, -right.factor, right.role, right.record);
    });
    const auto same_chair = [](const Seat& left, const Seat& right) {
        return left.forum == right.forum && left.actor == right.actor;
    };
    seats.erase(std::unique(seats.begin(), seats.end(), same_chair), seats.end());
    return seats;
}

std::vector<double> forum_saliences(const Model& model, const std::vector<double>& salience) {
    std::vector<double> result(model.vertices.size(), 0);
    for (VertexIndex vertex = 0; vertex < result.size(); ++vertex) {
        const auto& forum = model.vertices[vertex].forum;
        if (!forum) continue;
        result[vertex] = forum->layers.empty() ? 1 : 0;
        for (const auto layer : forum->layers)
            result[vertex] = std::max(result[vertex], salience[layer]);
    }
    return result;
}

std::vector<ActiveInfluence> active_influences(const Model& model, Date day, const std::vector<bool>& exists) {
    std::vector<ActiveInfluence> influences;
    for (std::size_t record = 0; record < model.influences.size(); ++record) {
        const auto& influence = model.influences[record];
        if (!exists[influence.of] || !exists[influence.over] || !influence.in_force_on(day)) continue;
        influences.push_back({influence.of, influence.over, influence.strength, record});
    }
    std::sort(influences.begin(), influences.end(), [](const ActiveInfluence& left, const ActiveInfluence& right) {
        return std::tuple(left.of, left.over, -left.strength, left.record) <
               std::tuple(right.of, right.over, -right.strength, right.record);
    });
    return influences;
}

/// The vertices that a refusal is about must exist; who is refused need not.
std::vector<std::size_t> active_refusals(const Model& model, Date day, const std::vector<bool>& exists) {
    std::vector<std::size_t> refusals;
    for (std::size_t record = 0; record < model.refusals.size(); ++record) {
        const auto& refusal = model.refusals[record];
        const bool all_exist = exists[refusal.by] && std::all_of(refusal.on.begin(), refusal.on.end(),
                                                                 [&](VertexIndex vertex) { return exists[vertex]; });
        if (all_exist && refusal.in_force_on(day)) refusals.push_back(record);
    }
    return refusals;
}

std::vector<std::pair<VertexIndex, VertexIndex>> active_borders(const Model& model, Date day,
                                                                const std::vector<bool>& exists) {
    std::vector<std::pair<VertexIndex, VertexIndex>> borders;
    for (const auto& border : model.borders)
        if (exists[border.a] && exists[border.b] && border.period.covers(day)) borders.emplace_back(border.a, border.b);
    std::sort(borders.begin(), borders.end());
    return borders;
}

/// The largest value in force; global where the vertex or that value says so.
ActiveCapability capability_on(const Vertex& vertex, Date day) {
    ActiveCapability active;
    for (const auto& capability : vertex.capability) {
        if (!capability.period.covers(day)) continue;
        if (!active.known || capability.value > active.value) active = {capability.value, capability.global, true};
        if (capability.value == active.value) active.global = active.global || capability.global;
    }
    active.global = active.global || vertex.global_reach;
    return active;
}

}  // namespace

InForce::InForce(const Model& model, const Lens& lens)
    : as_of(lens.as_of.value_or(model.as_of)),
      salience(layer_saliences(model, lens)),
      forums_salience(lens_salience(lens, std::string(forums_layer), model.forums_salience)) {
    for (const auto& vertex : model.vertices) {
        exists.push_back(vertex.exists_on(as_of));
        capability.push_back(capability_on(vertex, as_of));
        effectiveness.push_back(vertex.forum ? vertex.forum->part_on(as_of) : 0);
    }
    ties = active_ties(model, as_of, exists);
    seats_by_forum = active_seats(model, as_of, exists);
    seats_by_actor = seats_by_forum;
    std::sort(seats_by_actor.begin(), seats_by_actor.end(), [](const Seat& left, const Seat& right) {
        return std::tie(left.actor, left.forum) < std::tie(right.actor, right.forum);
    });
    forum_salience = forum_saliences(model, salience);
    influences = active_influences(model, as_of, exists);
    refusals = active_refusals(model, as_of, exists);
    borders = active_borders(model, as_of, exists);
}

}  // namespace entente
