#include "model/canonical.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace entente {

namespace {

/// 0, 1, 2 and so on.
std::vector<std::size_t> positions(std::size_t count) {
    std::vector<std::size_t> list(count);
    std::iota(list.begin(), list.end(), std::size_t{0});
    return list;
}

/// Items are large, so that an order of their positions is sorted, and they are moved once.
template <class Item>
void rearrange(std::vector<Item>& items, const std::vector<std::size_t>& order) {
    std::vector<Item> sorted;
    sorted.reserve(items.size());
    for (const auto position : order)
        sorted.push_back(std::move(items[position]));
    items = std::move(sorted);
}

/// Sorts by id; the result says where each old position went.
template <class Item>
std::vector<std::size_t> sort_by_id(std::vector<Item>& items) {
    auto order = positions(items.size());
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t left, std::size_t right) { return items[left].id < items[right].id; });
    rearrange(items, order);
    std::vector<std::size_t> moved(order.size());
    for (std::size_t position = 0; position < order.size(); ++position)
        moved[order[position]] = position;
    return moved;
}

void move_all(std::vector<std::size_t>& positions, const std::vector<std::size_t>& moved) {
    for (auto& position : positions)
        position = moved[position];
}

/// Calls `visit` with every list of evidence in the model.
template <class Visit>
void for_each_evidence(Model& model, Visit visit) {
    const auto visit_all = [&](auto& items) {
        for (auto& item : items)
            visit(item.evidence);
    };
    visit_all(model.vertices);
    visit_all(model.ties);
    visit_all(model.memberships);
    visit_all(model.influences);
    visit_all(model.refusals);
    visit_all(model.borders);
    visit_all(model.remarks);
    visit_all(model.concerns);
    for (auto& concern : model.concerns)
        visit_all(concern.held_by);
    for (auto& vertex : model.vertices)
        if (vertex.forum) visit_all(vertex.forum->later);
}

void move_vertices(Model& model, const std::vector<std::size_t>& moved) {
    const auto move_pair = [&](auto& record) {
        record.a = moved[record.a];
        record.b = moved[record.b];
        if (record.a > record.b) std::swap(record.a, record.b);
    };
    for (auto& vertex : model.vertices)
        if (vertex.under) vertex.under = moved[*vertex.under];
    for (auto& tie : model.ties)
        move_pair(tie);
    for (auto& border : model.borders)
        move_pair(border);
    for (auto& membership : model.memberships) {
        membership.actor = moved[membership.actor];
        membership.forum = moved[membership.forum];
    }
    for (auto& influence : model.influences) {
        influence.of = moved[influence.of];
        influence.over = moved[influence.over];
    }
    for (auto& refusal : model.refusals) {
        refusal.by = moved[refusal.by];
        move_all(refusal.on, moved);
        move_all(refusal.who, moved);
        std::sort(refusal.on.begin(), refusal.on.end());
        std::sort(refusal.who.begin(), refusal.who.end());
    }
    for (auto& concern : model.concerns)
        for (auto& holding : concern.held_by)
            holding.actor = moved[holding.actor];
    for (auto& remark : model.remarks)
        move_all(remark.about, moved);
}

void move_layers(Model& model, const std::vector<std::size_t>& moved) {
    for (auto& tie : model.ties)
        tie.layer = moved[tie.layer];
    for (auto& vertex : model.vertices)
        if (vertex.forum) move_all(vertex.forum->layers, moved);
}

/// What parts two records that say the same of the same: their evidence, as text.
std::vector<std::tuple<std::size_t, std::string, std::string, bool>> evidence_key(const Record& record) {
    std::vector<std::tuple<std::size_t, std::string, std::string, bool>> key;
    for (const auto& item : record.evidence)
        key.emplace_back(item.source, item.at, item.note, item.disputes);
    return key;
}

/// Sorts records by `key`, then by period, then by evidence and note.
template <class Item, class Key>
void sort_records(std::vector<Item>& items, Key key) {
    const auto comes_before = [&](std::size_t left_position, std::size_t right_position) {
        const auto& left = items[left_position];
        const auto& right = items[right_position];
        const auto left_key = std::tuple(key(left), left.period.from, left.period.to);
        const auto right_key = std::tuple(key(right), right.period.from, right.period.to);
        if (left_key != right_key) return left_key < right_key;
        return std::tuple(evidence_key(left), left.note) < std::tuple(evidence_key(right), right.note);
    };
    auto order = positions(items.size());
    std::stable_sort(order.begin(), order.end(), comes_before);
    rearrange(items, order);
}

}  // namespace

void sort_canonically(Model& model) {
    move_vertices(model, sort_by_id(model.vertices));
    move_layers(model, sort_by_id(model.layers));
    const auto moved_sources = sort_by_id(model.sources);
    for_each_evidence(model, [&](std::vector<Evidence>& evidence) {
        for (auto& item : evidence)
            item.source = moved_sources[item.source];
    });
    sort_by_id(model.concerns);

    sort_records(model.ties, [](const Tie& tie) {
        return std::tuple(tie.a, tie.b, tie.layer, double{tie.weight}, double{tie.confidence}, tie.half_life);
    });
    sort_records(model.memberships,
                 [](const Membership& seat) { return std::tuple(seat.forum, seat.actor, seat.role); });
    sort_records(model.influences, [](const Influence& influence) {
        return std::tuple(influence.of, influence.over, double{influence.strength}, double{influence.confidence});
    });
    sort_records(model.refusals, [](const Refusal& refusal) {
        return std::tuple(refusal.by, refusal.on, refusal.anyone, refusal.who, double{refusal.confidence});
    });
    sort_records(model.borders, [](const Border& border) { return std::tuple(border.a, border.b); });
    sort_records(model.remarks, [](const Remark& remark) {
        return std::tuple(remark.kind, remark.rank.value_or(1'000'000), remark.about, remark.text);
    });
    for (auto& vertex : model.vertices)
        if (vertex.forum)
            sort_records(vertex.forum->later, [](const Effectiveness& record) { return record.period.from; });
    for (auto& concern : model.concerns)
        sort_records(concern.held_by, [](const Holding& holding) {
            return std::tuple(holding.actor, double{holding.strength}, double{holding.confidence});
        });
}

}  // namespace entente
