#include "model/scenario.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

namespace entente {

namespace {

bool counts_on(const Tie& tie, Date day) {
    return tie.fade_on(day).has_value();
}
bool counts_on(const Record& record, Date day) {
    return record.in_force_on(day);
}

/// What a record says on a day. A tie that fades loses weight from day to day, so it says from when on and how fast.
auto said_on(const Tie& tie, Date day) {
    const auto faded_since = tie.period.covers(day) ? std::nullopt : tie.period.to;
    const auto half_life = faded_since ? tie.half_life : std::nullopt;
    return std::tuple(double{tie.weight}, double{tie.confidence}, faded_since, half_life);
}
auto said_on(const Membership& membership, Date) {
    return membership.role;
}
auto said_on(const Influence& influence, Date) {
    return std::pair(double{influence.strength}, double{influence.confidence});
}
auto said_on(const Refusal& refusal, Date) {
    return std::tuple(refusal.anyone, refusal.who, double{refusal.confidence});
}

/// The days on which another set of records may begin to count: between two of them nothing but fading happens.
template <class Item>
std::set<Date> turning_days(const std::vector<Item>& records) {
    std::set<Date> days{*Date::from_civil(1, 1, 1)};
    const auto add = [&](const Period& period) {
        if (period.from) days.insert(*period.from);
        if (period.to) days.insert(period.to->next());
    };
    for (const auto& record : records) {
        add(record.period);
        for (const auto& period : record.replaced)
            add(period);
    }
    return days;
}

template <class Item>
auto all_said_on(const std::vector<Item>& records, Date day) {
    std::set<decltype(said_on(records.front(), day))> said;
    for (const auto& record : records)
        if (counts_on(record, day)) said.insert(said_on(record, day));
    return said;
}

template <class Item>
bool counts_ever(const Item& record, const std::set<Date>& days) {
    return std::any_of(days.begin(), days.end(), [&](Date day) { return counts_on(record, day); });
}

/// Puts `made` (one record or none) in the place of the records of its key over the period.
template <class Item, class OfKey>
bool replace(std::vector<Item>& records, const Period& period, std::vector<Item> made, OfKey of_key) {
    std::vector<Item> before;
    std::copy_if(records.begin(), records.end(), std::back_inserter(before), of_key);
    std::erase_if(records, of_key);

    auto after = before;
    for (auto& record : after)
        record.replaced.push_back(period);
    std::move(made.begin(), made.end(), std::back_inserter(after));
    const auto days = turning_days(after);
    std::copy_if(after.begin(), after.end(), std::back_inserter(records),
                 [&](const Item& record) { return counts_ever(record, days); });
    return std::any_of(days.begin(), days.end(),
                       [&](Date day) { return all_said_on(before, day) != all_said_on(after, day); });
}

auto ties_of(VertexIndex a, VertexIndex b, LayerIndex layer) {
    return [key = std::tuple(a, b, layer)](const Tie& tie) { return std::tuple(tie.a, tie.b, tie.layer) == key; };
}
auto memberships_of(VertexIndex actor, VertexIndex forum) {
    return [=](const Membership& record) { return record.actor == actor && record.forum == forum; };
}
auto refusals_of(VertexIndex by, const std::vector<VertexIndex>& on) {
    return [=](const Refusal& record) { return record.by == by && record.on == on; };
}

auto effectiveness_on(const Forum& forum, Date day) {
    const auto part = forum.part_on(day);
    return std::pair(double{forum.effectiveness_of(part)}, double{forum.confidence_of(part)});
}

}  // namespace

bool set_tie(Model& model, Tie tie) {
    const auto period = tie.period;
    const auto same = ties_of(tie.a, tie.b, tie.layer);
    return replace(model.ties, period, {std::move(tie)}, same);
}

bool remove_tie(Model& model, VertexIndex a, VertexIndex b, LayerIndex layer, const Period& period) {
    return replace(model.ties, period, {}, ties_of(a, b, layer));
}

bool join(Model& model, Membership membership) {
    const auto period = membership.period;
    const auto same = memberships_of(membership.actor, membership.forum);
    return replace(model.memberships, period, {std::move(membership)}, same);
}

bool leave(Model& model, VertexIndex actor, VertexIndex forum, const Period& period) {
    return replace(model.memberships, period, {}, memberships_of(actor, forum));
}

bool set_influence(Model& model, Influence influence) {
    const auto period = influence.period;
    const auto same = [of = influence.of, over = influence.over](const Influence& record) {
        return record.of == of && record.over == over;
    };
    return replace(model.influences, period, {std::move(influence)}, same);
}

bool set_refusal(Model& model, Refusal refusal) {
    const auto period = refusal.period;
    const auto same = refusals_of(refusal.by, refusal.on);
    return replace(model.refusals, period, {std::move(refusal)}, same);
}

bool remove_refusal(Model& model, VertexIndex by, const std::vector<VertexIndex>& on, const Period& period) {
    return replace(model.refusals, period, {}, refusals_of(by, on));
}

/// The forum's own record is never dropped: it counts where no later one does.
bool set_effectiveness(Model& model, VertexIndex vertex, Effectiveness effectiveness) {
    auto& forum = *model.vertices[vertex].forum;
    const auto before = forum;
    for (auto& later : forum.later)
        later.replaced.push_back(effectiveness.period);
    forum.later.push_back(std::move(effectiveness));
    const auto days = turning_days(forum.later);
    std::erase_if(forum.later, [&](const Effectiveness& later) { return !counts_ever(later, days); });
    return std::any_of(days.begin(), days.end(),
                       [&](Date day) { return effectiveness_on(before, day) != effectiveness_on(forum, day); });
}

}  // namespace entente
