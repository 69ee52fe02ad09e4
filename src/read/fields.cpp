#include "read/fields.hpp"

#include "read/values.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente {

Entries map_entries(Context& context, const Node& node, std::string_view what) {
    if (node.type == Node::Type::missing)
        report_missing(context, node, what);
    else if (!node.is_map() && node.type != Node::Type::refused)
        context.diagnostics.error(node.span, fmt::format("{} is no map", what), "write { key: value, … }");
    return entries(node);
}

Fields::Fields(Context& context, const Node& node, std::string_view what, std::initializer_list<std::string_view> known)
    : context_(context), node_(node), what_(what) {
    if (node.has_known_keys) return;
    for (const auto& [key, value] : map_entries(context, node, what)) {
        if (std::find(known.begin(), known.end(), key.text) != known.end()) continue;
        const std::vector<std::string_view> names(known);
        context.diagnostics.error(key.span, fmt::format("unknown key {} in {}", in_quotes(key.text), what),
                                  suggestion(key.text, names, fmt::format("known are {}", fmt::join(known, ", "))));
    }
}

const Node* Fields::find(std::string_view key) const {
    return find_key(node_, key);
}

Span Fields::key(std::string_view key) const {
    for (const auto& [name, value] : entries(node_))
        if (name.text == key) return name.span;
    return node_.span;
}

const Node* Fields::require(std::string_view key) const {
    const auto* const value = find(key);
    if (value == nullptr && node_.is_map())
        context_.diagnostics.error(node_.span, fmt::format("{} without the key '{}'", what_, key),
                                   fmt::format("add {}: …", key));
    return value;
}

std::string text_or_empty(Context& context, const Fields& fields, std::string_view key) {
    const auto* const node = fields.find(key);
    return node == nullptr ? std::string() : std::string(read_text(context, *node, key).value_or(""));
}

Period read_period(Context& context, const Fields& fields) {
    Period period;
    if (const auto* const from = fields.find("from"))
        if (const auto date = read_date(context, *from, "from")) period.from = date->first;
    const auto* const to = fields.find("to");
    if (to == nullptr) return period;
    if (const auto date = read_date(context, *to, "to")) period.to = date->last;
    if (period.from && period.to && *period.to < *period.from)
        context.diagnostics.error(
            to->span, fmt::format("it ends ({}) before it starts ({})", period.to->text(), period.from->text()),
            "from is the earlier day");
    return period;
}

namespace {

std::optional<Evidence> read_one_evidence(Context& context, const Node& node) {
    const Fields fields(context, node, "evidence", {"source", "at", "note", "disputes"});
    Evidence evidence{0, text_or_empty(context, fields, "at"), text_or_empty(context, fields, "note"), false};
    if (const auto* const disputes = fields.find("disputes"))
        evidence.disputes = read_flag(context, *disputes, "disputes").value_or(false);
    const auto* const source = fields.require("source");
    if (source == nullptr) return std::nullopt;
    const auto position = context.source(*source);
    if (!position) return std::nullopt;
    evidence.source = *position;
    context.cited.insert(*position);
    return evidence;
}

}  // namespace

std::vector<Evidence> read_evidence(Context& context, const Fields& fields) {
    std::vector<Evidence> list;
    const auto* const node = fields.find("evidence");
    if (node == nullptr) return list;
    for (const auto& item : read_list(context, *node, "evidence"))
        if (auto evidence = read_one_evidence(context, item)) list.push_back(std::move(*evidence));
    return list;
}

Record read_record(Context& context, const Fields& fields) {
    return {read_period(context, fields), read_evidence(context, fields), text_or_empty(context, fields, "note")};
}

double read_strength(Context& context, const Fields& fields, std::string_view record) {
    const auto& words = context.model.scale.strength;
    const auto* const node = fields.find("strength");
    if (node == nullptr) {
        context.defaults.add(record, "strength", fields.node().span);
        return words.at("moderate");
    }
    return read_word_or_number(context, *node, "the strength", words, share_range).value_or(words.at("moderate"));
}

double read_confidence(Context& context, const Fields& fields, std::string_view record) {
    const auto& words = context.model.scale.confidence;
    const auto* const node = fields.find("confidence");
    if (node == nullptr) {
        context.defaults.add(record, "confidence", fields.node().span);
        return words.at("moderate");
    }
    return read_word_or_number(context, *node, "the confidence", words, confidence_range)
        .value_or(words.at("moderate"));
}

}  // namespace entente
