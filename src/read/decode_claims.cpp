#include "read/decode.hpp"
#include "read/fields.hpp"
#include "read/pairs.hpp"
#include "read/records.hpp"
#include "read/table_rows.hpp"
#include "read/values.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente {

std::optional<VertexIndex> require_vertex(Context& context, const Fields& fields, std::string_view key) {
    const auto* const node = fields.require(key);
    return node == nullptr ? std::nullopt : context.vertex(*node);
}

namespace {

/// Sorted, each once; a vertex named twice is an error.
std::vector<VertexIndex> read_vertices(Context& context, const Node& node, std::string_view what) {
    std::vector<VertexIndex> vertices;
    for (const auto& item : read_list(context, node, what)) {
        const auto vertex = context.vertex(item);
        if (!vertex) continue;
        if (std::find(vertices.begin(), vertices.end(), *vertex) == vertices.end())
            vertices.push_back(*vertex);
        else
            context.diagnostics.error(item.span, fmt::format("{} stands twice in '{}'", in_quotes(item.text), what),
                                      "name it once");
    }
    std::sort(vertices.begin(), vertices.end());
    return vertices;
}

}  // namespace

std::optional<Influence> read_influence(Context& context, const Node& node) {
    const Fields fields(context, node, "an influence",
                        {"of", "over", "strength", "confidence", "from", "to", "evidence", "note"});
    if (!fields.is_map()) return std::nullopt;
    Influence influence;
    static_cast<Record&>(influence) = read_record(context, fields);
    influence.strength = read_strength(context, fields, "influence");
    influence.confidence = read_confidence(context, fields, "influence");
    const auto of = require_vertex(context, fields, "of");
    const auto over = require_vertex(context, fields, "over");
    if (!of || !over) return std::nullopt;
    if (*of == *over) {
        context.diagnostics.error(fields.find("over")->span, "an influence of a vertex over itself",
                                  "name two different vertices");
        return std::nullopt;
    }
    influence.of = *of;
    influence.over = *over;
    return influence;
}

namespace {

void read_who(Context& context, const Fields& fields, Refusal& refusal) {
    const auto* const who = fields.find("who");
    if (who == nullptr || (who->is_scalar() && who->text == "any")) return;
    refusal.anyone = false;
    if (who->is_sequence()) {
        refusal.who = read_vertices(context, *who, "who");
        if (who->children.empty()) context.diagnostics.error(who->span, "'who' is empty", "write any, or the refused");
    } else if (const auto vertex = context.vertex(*who)) {
        refusal.who = {*vertex};
    }
}

}  // namespace

std::optional<RefusalKey> read_refusal_key(Context& context, const Fields& fields) {
    const auto by = require_vertex(context, fields, "by");
    const auto* const on = fields.require("on");
    if (on == nullptr) return std::nullopt;
    if (on->is_sequence() && on->children.size() < 2)
        context.diagnostics.error(on->span, "a refusal on fewer than two vertices", "name the parties it is about");
    auto vertices = read_vertices(context, *on, "on");
    if (!by || vertices.size() < 2) return std::nullopt;
    return RefusalKey{*by, std::move(vertices)};
}

std::optional<Refusal> read_refusal(Context& context, const Node& node) {
    const Fields fields(context, node, "a refusal",
                        {"by", "who", "on", "confidence", "from", "to", "evidence", "note"});
    if (!fields.is_map()) return std::nullopt;
    Refusal refusal;
    static_cast<Record&>(refusal) = read_record(context, fields);
    refusal.confidence = read_confidence(context, fields, "refusal");
    read_who(context, fields, refusal);
    auto key = read_refusal_key(context, fields);
    if (!key) return std::nullopt;
    refusal.by = key->by;
    refusal.on = std::move(key->on);
    return refusal;
}

namespace {

void decode_border(Context& context, const Node& node) {
    Border border;
    const auto* pair_node = &node;
    if (!node.is_sequence()) {
        const Fields fields(context, node, "a border", {"between", "from", "to", "evidence", "note"});
        static_cast<Record&>(border) = read_record(context, fields);
        pair_node = fields.require("between");
    }
    if (pair_node == nullptr) return;
    const auto pair = read_pair(context, *pair_node, "a border");
    if (!pair) return;
    border.a = pair->a;
    border.b = pair->b;
    context.model.borders.push_back(std::move(border));
    context.places.borders.push_back(node.span);
}

}  // namespace

void decode_influence(Context& context, const Sections& sections) {
    for_each_record(context, sections, "influence", [&](const Node& node) {
        if (auto influence = read_influence(context, node)) {
            context.model.influences.push_back(std::move(*influence));
            context.places.influences.push_back(node.span);
        }
    });
}

void decode_refusals(Context& context, const Sections& sections) {
    for_each_record(context, sections, "refusals", [&](const Node& node) {
        if (auto refusal = read_refusal(context, node)) {
            context.model.refusals.push_back(std::move(*refusal));
            context.places.refusals.push_back(node.span);
        }
    });
}

void decode_borders(Context& context, const Sections& sections) {
    for_each_record(context, sections, "borders", [&](const Node& node) { decode_border(context, node); });
}

}  // namespace entente
