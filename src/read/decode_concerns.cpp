#include "read/decode.hpp"
#include "read/fields.hpp"
#include "read/table_concerns.hpp"
#include "read/values.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente {

namespace {

Holding read_holding_values(Context& context, const Node& node) {
    Holding holding;
    const auto& scale = context.model.scale;
    holding.confidence = scale.confidence.at("moderate");
    if (!node.is_map()) {
        holding.strength = read_word_or_number(context, node, "a strength", scale.strength, share_range).value_or(0);
        return holding;
    }
    const Fields fields(context, node, "a holding", {"strength", "confidence", "from", "to", "evidence", "note"});
    static_cast<Record&>(holding) = read_record(context, fields);
    holding.strength = read_strength(context, fields, "holding");
    if (fields.find("confidence") != nullptr) holding.confidence = read_confidence(context, fields, "holding");
    return holding;
}

/// An actor may hold a concern once at a time; its earlier holdings are the last of those placed.
bool is_first_then(Context& context, const Concern& concern, const Holding& holding, const Span& at) {
    const auto first = context.places.holdings.size() - concern.held_by.size();
    for (std::size_t index = 0; index < concern.held_by.size(); ++index) {
        const auto& earlier = concern.held_by[index];
        if (earlier.actor != holding.actor || !earlier.period.overlaps(holding.period)) continue;
        context.diagnostics.error(
            at, fmt::format("{} holds {} twice at once", context.model.id(holding.actor), in_quotes(concern.id)),
            fmt::format("it stands at {} already", place_of(context.places.holdings[first + index])));
        return false;
    }
    return true;
}

void decode_concern(Context& context, const Node& key, const Node& value) {
    const Fields fields(context, value, "a concern", {"label", "held_by", "evidence", "note"});
    Concern concern;
    concern.id = key.text;
    concern.label = text_or_empty(context, fields, "label");
    if (concern.label.empty()) concern.label = concern.id;
    concern.evidence = read_evidence(context, fields);
    concern.note = text_or_empty(context, fields, "note");
    if (const auto* const held_by = fields.find("held_by"))
        for (const auto& [actor, held] : map_entries(context, *held_by, "held_by")) {
            const auto vertex = context.vertex(actor);
            auto holding = read_holding_values(context, held);
            if (!vertex) continue;
            holding.actor = *vertex;
            if (!is_first_then(context, concern, holding, actor.span)) continue;
            concern.held_by.push_back(std::move(holding));
            context.places.holdings.push_back(actor.span);
        }
    context.model.concerns.push_back(std::move(concern));
    context.places.concerns.push_back(key.span);
}

void decode_remark(Context& context, const Node& node) {
    const Fields fields(context, node, "a remark", {"about", "kind", "text", "rank", "from", "to", "evidence", "note"});
    if (!fields.is_map()) return;
    Remark remark;
    static_cast<Record&>(remark) = read_record(context, fields);
    if (const auto* const about = fields.require("about")) {
        for (const auto& item : read_list(context, *about, "about"))
            if (const auto vertex = context.vertex(item)) remark.about.push_back(*vertex);
        if (about->is_sequence() && about->children.empty())
            context.diagnostics.error(about->span, "'about' is empty", "name one vertex at least");
    }
    if (const auto* const kind = fields.require("kind")) {
        remark.kind = read_text(context, *kind, "the kind").value_or("");
        if (!remark.kind.empty() &&
            std::find(remark_kinds.begin(), remark_kinds.end(), remark.kind) == remark_kinds.end())
            context.diagnostics.error(
                kind->span, "unknown kind of remark " + in_quotes(remark.kind),
                suggestion(remark.kind, remark_kinds, fmt::format("one of {}", fmt::join(remark_kinds, ", "))));
    }
    if (const auto* const text = fields.require("text"))
        remark.text = read_text(context, *text, "the text").value_or("");
    if (const auto* const rank = fields.find("rank")) remark.rank = read_count(context, *rank, "the rank");
    context.model.remarks.push_back(std::move(remark));
    context.places.remarks.push_back(node.span);
}

}  // namespace

void decode_concerns(Context& context, const Sections& sections) {
    std::unordered_map<std::string, Span> places;
    const auto decode = [&](const Node& key, const Node& value) {
        if (!read_id(context, key, "a concern")) return;
        const auto [found, is_new] = places.try_emplace(key.text, key.span);
        if (is_new)
            decode_concern(context, key, value);
        else
            context.diagnostics.error(key.span, "duplicate concern " + in_quotes(key.text),
                                      fmt::format("it stands at {} already", place_of(found->second)));
    };
    for (const auto* const section : sections.of("concerns"))
        for (const auto& [key, value] : map_entries(context, *section, "concerns"))
            decode(key, value);
    for (const auto& [id, body] : read_table_concerns(context, sections.tables("concerns")))
        decode(id, body);
}

void decode_remarks(Context& context, const Sections& sections) {
    for (const auto* const section : sections.of("remarks"))
        for (const auto& node : read_list(context, *section, "remarks"))
            decode_remark(context, node);
}

}  // namespace entente
