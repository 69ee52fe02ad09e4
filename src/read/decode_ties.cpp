#include "read/decode.hpp"
#include "read/fields.hpp"
#include "read/pairs.hpp"
#include "read/records.hpp"
#include "read/table_rows.hpp"
#include "read/values.hpp"

#include <charconv>
#include <limits>

#include <fmt/format.h>

namespace entente {

namespace {

struct LayerWeight {
    LayerIndex layer;
    double weight;
};

std::vector<LayerWeight> read_stances(Context& context, const Node& stances) {
    std::vector<LayerWeight> weights;
    if (stances.is_map() && stances.children.empty())
        context.diagnostics.error(stances.span, "'stances' is empty", "give layer: stance");
    for (const auto& [key, value] : map_entries(context, stances, "stances")) {
        const auto layer = context.layer(key);
        const auto weight = read_word_or_number(context, value, "a stance", context.model.scale.stance, weight_range);
        if (layer && weight) weights.push_back({*layer, *weight});
    }
    return weights;
}

std::optional<double> read_stance(Context& context, const Node& node) {
    double number = 0;
    const auto* const end = node.text.data() + node.text.size();
    const bool is_number = !node.text.empty() && std::from_chars(node.text.data(), end, number).ptr == end;
    if (!node.is_scalar() || !is_number) return read_word(context, node, "a stance", context.model.scale.stance);
    context.diagnostics.error(node.span, fmt::format("{} is a number, and a stance a word", in_quotes(node.text)),
                              "write weight: " + node.text);
    return std::nullopt;
}

std::optional<double> read_weight(Context& context, const Fields& fields) {
    const auto* const stance = fields.find("stance");
    const auto* const weight = fields.find("weight");
    if (stance != nullptr && weight != nullptr) {
        context.diagnostics.error(fields.key("weight"), "a weight beside a stance", "give one of them");
        return std::nullopt;
    }
    if (stance != nullptr) return read_stance(context, *stance);
    if (weight != nullptr) return read_number(context, *weight, "a weight", weight_range);
    context.diagnostics.error(fields.node().span, "a tie without a stance or a weight", "add stance: … or weight: …");
    return std::nullopt;
}

std::vector<LayerWeight> read_layer_weights(Context& context, const Fields& fields) {
    if (const auto* const stances = fields.find("stances")) {
        for (const std::string_view other : {"layer", "stance", "weight"}) {
            if (fields.find(other) == nullptr) continue;
            context.diagnostics.error(fields.key("stances"), fmt::format("'stances' beside '{}'", other),
                                      "stances names the layers and what holds in each");
            break;
        }
        return read_stances(context, *stances);
    }
    const auto weight = read_weight(context, fields);
    const auto* const layer_node = fields.require("layer");
    const auto layer = layer_node == nullptr ? std::nullopt : context.layer(*layer_node);
    if (!layer || !weight) return {};
    return {{*layer, *weight}};
}

std::optional<double> read_half_life(Context& context, const Fields& fields) {
    const auto* const node = fields.find("half_life");
    if (node == nullptr) return std::nullopt;
    if (fields.find("to") == nullptr)
        context.diagnostics.error(fields.key("half_life"), "half_life without 'to'",
                                  "a tie fades from its end on; give the end");
    constexpr Range years{0, std::numeric_limits<double>::infinity(), Range::Low::excluded};
    return read_number(context, *node, "a half_life in years", years);
}

}  // namespace

std::vector<Tie> read_tie(Context& context, const Node& node) {
    const Fields fields(context, node, "a tie",
                        {"between", "layer", "stance", "weight", "stances", "confidence", "from", "to", "half_life",
                         "evidence", "note"});
    if (!fields.is_map()) return {};
    Tie tie;
    static_cast<Record&>(tie) = read_record(context, fields);
    tie.confidence = read_confidence(context, fields, "tie");
    tie.half_life = read_half_life(context, fields);
    const auto* const between = fields.require("between");
    const auto pair = between == nullptr ? std::nullopt : read_pair(context, *between, "a tie");
    const auto weights = read_layer_weights(context, fields);
    if (!pair) return {};
    tie.a = pair->a;
    tie.b = pair->b;
    std::vector<Tie> ties;
    for (const auto& [layer, weight] : weights) {
        tie.layer = layer;
        tie.weight = weight;
        ties.push_back(tie);
    }
    return ties;
}

void decode_ties(Context& context, const Sections& sections) {
    for_each_record(context, sections, "ties", [&](const Node& node) {
        for (auto& tie : read_tie(context, node)) {
            context.model.ties.push_back(std::move(tie));
            context.places.ties.push_back(node.span);
        }
    });
}

}  // namespace entente
