#include <entente/analysis.hpp>

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr std::array<std::string_view, 8> record_kind_names{"tie",     "membership", "influence",  "effectiveness",
                                                            "refusal", "border",     "capability", "concern"};

RecordFacts facts_from(const Record& record, std::vector<VertexIndex> vertices, std::string layer = {}) {
    return {std::move(vertices), std::move(layer), record.period.from, record.evidence, record.note};
}

/// A record without evidence of its own stands on that of the whole it belongs to.
RecordFacts or_shared(RecordFacts facts, const std::vector<Evidence>& shared) {
    if (facts.evidence.empty()) facts.evidence = shared;
    return facts;
}

std::vector<VertexIndex> refusing_then_refused(const Refusal& refusal) {
    std::vector<VertexIndex> vertices{refusal.by};
    std::copy_if(refusal.on.begin(), refusal.on.end(), std::back_inserter(vertices),
                 [&](VertexIndex vertex) { return vertex != refusal.by; });
    return vertices;
}

RecordFacts facts_of_vertex(const Vertex& vertex, VertexIndex index, std::optional<Date> from) {
    return {{index}, {}, from, vertex.evidence, vertex.note};
}

}  // namespace

std::string_view name_of(RecordKind kind) {
    return record_kind_names[static_cast<std::size_t>(kind)];
}

const Record* record_at(const Model& model, const RecordRef& record) {
    switch (record.kind) {
        case RecordKind::tie:
            return &model.ties[record.index];
        case RecordKind::membership:
            return &model.memberships[record.index];
        case RecordKind::influence:
            return &model.influences[record.index];
        case RecordKind::refusal:
            return &model.refusals[record.index];
        case RecordKind::border:
            return &model.borders[record.index];
        case RecordKind::holding:
            return &model.concerns[record.index].held_by[record.part];
        case RecordKind::effectiveness:
            return record.part == 0 ? nullptr : &model.vertices[record.index].forum->later[record.part - 1];
        case RecordKind::capability:
            break;
    }
    return nullptr;
}

RecordFacts facts_of(const Model& model, const RecordRef& record) {
    switch (record.kind) {
        case RecordKind::tie: {
            const auto& tie = model.ties[record.index];
            return facts_from(tie, {tie.a, tie.b}, model.layers[tie.layer].id);
        }
        case RecordKind::membership: {
            const auto& seat = model.memberships[record.index];
            auto facts = facts_from(seat, {seat.actor, seat.forum});
            return seat.supposed ? facts : or_shared(std::move(facts), model.vertices[seat.forum].evidence);
        }
        case RecordKind::influence: {
            const auto& influence = model.influences[record.index];
            return facts_from(influence, {influence.of, influence.over});
        }
        case RecordKind::effectiveness: {
            const auto& vertex = model.vertices[record.index];
            if (record.part == 0) return facts_of_vertex(vertex, record.index, std::nullopt);
            return facts_from(vertex.forum->later[record.part - 1], {record.index});
        }
        case RecordKind::refusal: {
            const auto& refusal = model.refusals[record.index];
            return facts_from(refusal, refusing_then_refused(refusal));
        }
        case RecordKind::border: {
            const auto& border = model.borders[record.index];
            return facts_from(border, {border.a, border.b});
        }
        case RecordKind::capability: {
            const auto& vertex = model.vertices[record.index];
            return facts_of_vertex(vertex, record.index, vertex.capability[record.part].period.from);
        }
        case RecordKind::holding: {
            const auto& concern = model.concerns[record.index];
            const auto& holding = concern.held_by[record.part];
            return or_shared(facts_from(holding, {holding.actor}), concern.evidence);
        }
    }
    return {};
}

}  // namespace entente
