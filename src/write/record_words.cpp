#include "write/record_words.hpp"

#include "write/words.hpp"

#include <fmt/format.h>

namespace entente::write {

namespace {

std::string whom(const Model& model, const Refusal& refusal) {
    return refusal.anyone ? "of anyone" : "of " + join_words(ids_of(model, refusal.who));
}

}  // namespace

std::string record_phrase(const Model& model, const RecordRef& record) {
    switch (record.kind) {
        case RecordKind::tie: {
            const auto& tie = model.ties[record.index];
            return fmt::format("tie {} ({})", pair_ids(model, tie.a, tie.b), model.layers[tie.layer].id);
        }
        case RecordKind::membership: {
            const auto& seat = model.memberships[record.index];
            return fmt::format("{} in {}", model.id(seat.actor), model.id(seat.forum));
        }
        case RecordKind::influence: {
            const auto& influence = model.influences[record.index];
            return fmt::format("influence of {} over {}", model.id(influence.of), model.id(influence.over));
        }
        case RecordKind::effectiveness:
            return "effectiveness of " + model.id(record.index);
        case RecordKind::refusal:
            return "refusal by " + model.id(model.refusals[record.index].by);
        case RecordKind::border:
            return "border " + pair_ids(model, model.borders[record.index].a, model.borders[record.index].b);
        case RecordKind::capability:
            return "capability of " + model.id(record.index);
        case RecordKind::holding: {
            const auto& concern = model.concerns[record.index];
            return fmt::format("concern of {}: {}", model.id(concern.held_by[record.part].actor), concern.label);
        }
    }
    return {};
}

std::optional<double> record_number(const Model& model, const RecordRef& record) {
    switch (record.kind) {
        case RecordKind::tie:
            return model.ties[record.index].weight;
        case RecordKind::influence:
            return model.influences[record.index].strength;
        case RecordKind::effectiveness:
            return model.vertices[record.index].forum->effectiveness_of(record.part);
        case RecordKind::capability:
            return model.vertices[record.index].capability[record.part].value;
        case RecordKind::holding:
            return model.concerns[record.index].held_by[record.part].strength;
        case RecordKind::membership:
        case RecordKind::refusal:
        case RecordKind::border:
            break;
    }
    return std::nullopt;
}

std::string number_words(const Model& model, RecordKind kind, double number) {
    switch (kind) {
        case RecordKind::tie:
            return fmt::format("{} {}", signed_digits(number), stance_word(model, number));
        case RecordKind::influence:
        case RecordKind::holding:
            return fmt::format("{} {}", two_digits(number), strength_word(model, number));
        case RecordKind::effectiveness:
            return fmt::format("{} {}", two_digits(number), effectiveness_word(model, number));
        case RecordKind::membership:
        case RecordKind::refusal:
        case RecordKind::border:
        case RecordKind::capability:
            break;
    }
    return two_digits(number);
}

std::string record_value(const Model& model, const RecordRef& record) {
    if (const auto number = record_number(model, record)) return number_words(model, record.kind, *number);
    if (record.kind == RecordKind::membership) return std::string(role_word(model.memberships[record.index].role));
    if (record.kind == RecordKind::refusal) return whom(model, model.refusals[record.index]);
    return {};
}

std::optional<double> record_confidence(const Model& model, const RecordRef& record) {
    switch (record.kind) {
        case RecordKind::tie:
            return model.ties[record.index].confidence;
        case RecordKind::influence:
            return model.influences[record.index].confidence;
        case RecordKind::effectiveness:
            return model.vertices[record.index].forum->confidence_of(record.part);
        case RecordKind::refusal:
            return model.refusals[record.index].confidence;
        case RecordKind::holding:
            return model.concerns[record.index].held_by[record.part].confidence;
        case RecordKind::membership:
        case RecordKind::border:
        case RecordKind::capability:
            break;
    }
    return std::nullopt;
}

std::string period_words(const Period& period) {
    if (period.from && period.to) return fmt::format("{} to {}", period.from->text(), period.to->text());
    if (period.from) return "since " + period.from->text();
    return period.to ? "until " + period.to->text() : std::string();
}

Period record_period(const Model& model, const RecordRef& record) {
    if (record.kind == RecordKind::capability) return model.vertices[record.index].capability[record.part].period;
    const auto* const found = record_at(model, record);
    return found == nullptr ? Period{} : found->period;
}

std::string citation(const Model& model, const Evidence& evidence) {
    std::string words = model.sources[evidence.source].id;
    if (!evidence.at.empty()) words += ", " + evidence.at;
    if (evidence.disputes) words += " (disputes it)";
    return words;
}

std::string citations(const Model& model, std::span<const Evidence> evidence) {
    std::string words;
    for (const auto& item : evidence)
        words += (words.empty() ? "" : "; ") + citation(model, item);
    return words;
}

std::string evidence_words(const Model& model, const RecordRef& record) {
    const auto facts = facts_of(model, record);
    const bool shared = record.kind == RecordKind::membership && model.memberships[record.index].evidence.empty();
    if (shared && !facts.evidence.empty()) return "as for " + model.id(model.memberships[record.index].forum);

    std::string words;
    for (const auto& item : facts.evidence) {
        words += (words.empty() ? "" : "; ") + citation(model, item);
        if (!item.note.empty()) words += ": " + item.note;
    }
    if (facts.note.empty()) return words;
    return words.empty() ? facts.note : fmt::format("{}; note: {}", words, facts.note);
}

std::string dated_phrase(const Model& model, const RecordRef& record) {
    const auto period = period_words(record_period(model, record));
    return record_phrase(model, record) + (period.empty() ? "" : ", " + period);
}

}  // namespace entente::write
