#include "analysis/certainty/unknowns.hpp"

#include <algorithm>

namespace entente::certainty {

namespace {

/// Of a normal error about a number that is held with this confidence (METHOD 8).
double spread_of(double confidence) {
    return 0.5 * (1 - confidence);
}

}  // namespace

Slot Unknowns::find_or_add(const RecordRef& record, const Unknown& unknown) {
    const auto [found, added] = of_records_.try_emplace(record, static_cast<Slot>(unknowns_.size()));
    if (added) {
        unknowns_.push_back(unknown);
        unknowns_.back().record = record;
        unknowns_.back().key = stream_key(graph_.model(), record);
    }
    return found->second;
}

Slot Unknowns::tie(const ActiveTie& tie) {
    const auto& recorded = graph_.model().ties[tie.record];
    return find_or_add({RecordKind::tie, tie.record}, {.mean = tie.weight,
                                                       .spread = spread_of(recorded.confidence),
                                                       .low = -1,
                                                       .number = recorded.weight,
                                                       .fade = tie.fade});
}

Slot Unknowns::influence(const ActiveInfluence& influence) {
    const auto& recorded = graph_.model().influences[influence.record];
    return find_or_add(
        {RecordKind::influence, influence.record},
        {.mean = influence.strength, .spread = spread_of(recorded.confidence), .number = influence.strength});
}

Slot Unknowns::effectiveness(VertexIndex forum) {
    const double effectiveness = graph_.effectiveness(forum);
    return find_or_add({RecordKind::effectiveness, forum, graph_.effectiveness_part(forum)},
                       {.mean = effectiveness, .spread = spread_of(graph_.confidence(forum)), .number = effectiveness});
}

Slot Unknowns::refusal(std::size_t position) {
    return find_or_add({RecordKind::refusal, position}, {.mean = graph_.model().refusals[position].confidence});
}

Slot Unknowns::unrecorded_tie(VertexIndex a, VertexIndex b) {
    const auto [found, added] = of_silence_.try_emplace({a, b}, static_cast<Slot>(unknowns_.size()));
    if (added) {
        const VertexIndex pair[]{a, b};
        unknowns_.push_back({.key = stream_key(graph_.model(), "unrecorded", pair),
                             .spread = spread_of(*graph_.model().unrecorded),
                             .low = -1});
    }
    return found->second;
}

Numbers::Numbers(const Unknowns& unknowns) : values_(unknowns.size() * batch) {
    for (Slot slot = 0; slot < unknowns.size(); ++slot)
        std::fill_n(of(slot), batch, unknowns[slot].refusal() ? 1 : unknowns[slot].mean);
}

void Numbers::draw(const Unknowns& unknowns, std::uint64_t seed, std::uint64_t first) {
    for (Slot slot = 0; slot < unknowns.size(); ++slot) {
        const auto& unknown = unknowns[slot];
        if (!unknown.drawn()) continue;
        const Stream stream(seed, unknown.key);
        const std::span<double> values(of(slot), batch);
        if (unknown.refusal()) {
            stream.fill_uniform(first, values);
            for (auto& value : values)
                value = value < unknown.mean ? 1 : 0;
            continue;
        }
        stream.fill_normal(first, values);
        for (auto& value : values)
            value = std::clamp(unknown.mean + unknown.spread * value, unknown.low, unknown.high);
    }
}

}  // namespace entente::certainty
