#include "analysis/two_states.hpp"

#include "analysis/order.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace entente {

namespace {

std::vector<std::string> ids_of_both(const Model& first, const Model& second) {
    std::vector<std::string> ids;
    for (const auto* model : {&first, &second})
        for (const auto& vertex : model->vertices)
            ids.push_back(vertex.id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

State state_of(const RelationGraph& graph, const std::vector<std::string>& ids) {
    State state{graph, {}, std::vector<std::optional<VertexIndex>>(ids.size())};
    for (VertexIndex vertex = 0; vertex < graph.model().vertices.size(); ++vertex) {
        const auto found = std::lower_bound(ids.begin(), ids.end(), graph.model().id(vertex));
        state.common.push_back(static_cast<CommonIndex>(found - ids.begin()));
        if (graph.exists(vertex)) state.vertex[state.common.back()] = vertex;
    }
    return state;
}

bool is_text(const Moved::Value& value) {
    return std::holds_alternative<std::string>(value);
}

/// What is not there counts as 0.
double number_or_zero(const Moved::Value& value) {
    const auto* const number = std::get_if<double>(&value);
    return number == nullptr ? 0 : *number;
}

bool differ(const Moved::Value& before, const Moved::Value& after) {
    if (is_text(before) || is_text(after)) return before != after;
    return std::abs(number_or_zero(before) - number_or_zero(after)) > tolerance;
}

}  // namespace

TwoStates::TwoStates(const RelationGraph& first, const RelationGraph& second)
    : ids(ids_of_both(first.model(), second.model())), before(state_of(first, ids)), after(state_of(second, ids)) {}

void MovedRows::add(Moved moved) {
    if (differ(moved.before, moved.after)) rows_.push_back(std::move(moved));
}

void MovedRows::add_of_pair(const TwoStates& states, const CommonPair& pair, const std::string& aspect,
                            Moved::Value before, Moved::Value after) {
    add({states.phrase(pair) + " " + aspect,
         std::move(before),
         std::move(after),
         aspect,
         {states.ids[pair.a], states.ids[pair.b]}});
}

void MovedRows::add_of_vertex(const std::string& id, const std::string& aspect, Moved::Value before,
                              Moved::Value after) {
    add({aspect + " of " + id, std::move(before), std::move(after), aspect, {id}});
}

std::vector<Moved> MovedRows::sorted() && {
    rank_by(rows_.begin(), rows_.end(), {distance_moved},
            [](const Moved& left, const Moved& right) { return left.what < right.what; });
    return std::move(rows_);
}

double distance_moved(const Moved& moved) {
    if (is_text(moved.before) || is_text(moved.after)) return std::numeric_limits<double>::infinity();
    return std::abs(number_or_zero(moved.before) - number_or_zero(moved.after));
}

Moved::Value value_or_none(const std::optional<double>& value) {
    return value ? Moved::Value(*value) : Moved::Value();
}

Moved::Value listed(const std::vector<std::string>& ids) {
    if (ids.empty()) return {};
    std::string list;
    for (const auto& id : ids)
        list += (list.empty() ? "" : ", ") + id;
    return list;
}

}  // namespace entente
