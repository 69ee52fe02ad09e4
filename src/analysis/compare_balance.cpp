// What moved in structural balance: frustration, who changed camps, what a change of sides would cost.
#include "analysis/two_states.hpp"

#include <algorithm>
#include <map>

namespace entente {

namespace {

/// By common index: 1 or 2; none for what is on no pair.
using Camps = std::map<CommonIndex, std::size_t>;

Camps camps_of(const State& state, const Balance& balance) {
    Camps camps;
    for (std::size_t camp = 0; camp < balance.camps.size(); ++camp)
        for (const auto side : balance.camps[camp])
            camps[state.common[side]] = camp + 1;
    return camps;
}

/// The same camps under the other numbers, where fewer sides then seem to have changed.
Camps numbered_like(const Camps& before, Camps after) {
    std::size_t same = 0;
    std::size_t other = 0;
    for (const auto& [side, camp] : after)
        if (const auto found = before.find(side); found != before.end()) ++(found->second == camp ? same : other);
    if (other > same)
        for (auto& [side, camp] : after)
            camp = 3 - camp;
    return after;
}

Moved::Value camp_in(const Camps& camps, CommonIndex side) {
    const auto found = camps.find(side);
    return found == camps.end() ? Moved::Value() : Moved::Value(static_cast<double>(found->second));
}

void compare_camps(const TwoStates& states, const Balance& first, const Balance& second, MovedRows& rows) {
    const auto before = camps_of(states.before, first);
    const auto after = numbered_like(before, camps_of(states.after, second));
    for (CommonIndex side = 0; side < states.ids.size(); ++side)
        rows.add_of_vertex(states.ids[side], "camp", camp_in(before, side), camp_in(after, side));
}

void compare_commitment(const TwoStates& states, const Balance& first, const Balance& second, MovedRows& rows) {
    std::map<CommonIndex, std::pair<Moved::Value, Moved::Value>> values;
    for (const auto& commitment : first.commitment)
        values[states.before.common[commitment.id]].first = commitment.value;
    for (const auto& commitment : second.commitment)
        values[states.after.common[commitment.id]].second = commitment.value;
    for (const auto& [side, value] : values)
        rows.add_of_vertex(states.ids[side], "commitment", value.first, value.second);
}

/// Pairs that strain against the camps.
void compare_frustrated(const TwoStates& states, const Balance& first, const Balance& second, MovedRows& rows) {
    std::map<CommonPair, std::pair<Moved::Value, Moved::Value>> values;
    for (const auto& pair : first.frustrated)
        values[states.before.pair(pair.a, pair.b)].first = pair.net;
    for (const auto& pair : second.frustrated)
        values[states.after.pair(pair.a, pair.b)].second = pair.net;
    for (const auto& [pair, value] : values)
        rows.add_of_pair(states, pair, "against the camps", value.first, value.second);
}

}  // namespace

std::vector<Moved> compare_balance(const TwoStates& states, const BalanceOptions& options) {
    const auto before = find_balance(states.before.graph, options);
    const auto after = find_balance(states.after.graph, options);
    const auto count = [](std::size_t number) { return static_cast<double>(number); };

    MovedRows rows;
    rows.add({"frustration", before.frustration, after.frustration, "frustration"});
    rows.add({"pairs that bind or strain", count(before.edges), count(after.edges), "number"});
    rows.add({"share of triangles balanced", value_or_none(before.triangles.strong),
              value_or_none(after.triangles.strong), "share"});
    // Of several best splits any one is told: who stands where then says nothing.
    if (before.unique && after.unique) {
        compare_camps(states, before, after, rows);
        compare_commitment(states, before, after, rows);
        compare_frustrated(states, before, after, rows);
    }
    auto sorted = std::move(rows).sorted();
    std::stable_sort(sorted.begin(), sorted.end(), [](const Moved& left, const Moved& right) {
        const auto place = [](const Moved& moved) {
            return moved.aspect == "camp" ? 0 : moved.aspect == "frustration" ? 1 : 2;
        };
        return place(left) < place(right);
    });
    return sorted;
}

}  // namespace entente
