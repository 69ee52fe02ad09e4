#include "write/model_folder.hpp"
#include "write/words.hpp"
#include "write/yaml.hpp"
#include <entente/write.hpp>

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace entente::write {

namespace {

/// The columns of every record, after its own.
std::vector<std::string_view> with_record(std::vector<std::string_view> columns) {
    for (const std::string_view column : {"from", "to", "source", "at", "evidence_note", "disputes", "note"})
        columns.push_back(column);
    return columns;
}

std::string pair_yaml(const Model& model, VertexIndex a, VertexIndex b) {
    return yaml_list(std::array{yaml_text(model.id(a)), yaml_text(model.id(b))});
}

void add_pair(Row& row, const Model& model, VertexIndex a, VertexIndex b) {
    row.text("a", model.id(a));
    row.text("b", model.id(b));
}

// ---- a row, and what stands in its place where it does not fit ----

Row row_of(const Model& model, const Tie& tie) {
    Row row;
    add_pair(row, model, tie.a, tie.b);
    row.text("layer", model.layers[tie.layer].id);
    row.number("weight", tie.weight);
    row.number("confidence", tie.confidence);
    if (tie.half_life) row.number("half_life", *tie.half_life);
    row.record(model, tie);
    return row;
}

YamlMap map_of(const Model& model, const Tie& tie) {
    YamlMap map;
    map.add("between", pair_yaml(model, tie.a, tie.b)).text("layer", model.layers[tie.layer].id);
    map.number("weight", tie.weight).number("confidence", tie.confidence);
    if (tie.half_life) map.number("half_life", *tie.half_life);
    return map.record(model, tie);
}

Row row_of(const Model& model, const Border& border) {
    Row row;
    add_pair(row, model, border.a, border.b);
    row.record(model, border);
    return row;
}

YamlMap map_of(const Model& model, const Border& border) {
    return YamlMap().add("between", pair_yaml(model, border.a, border.b)).record(model, border);
}

Row row_of(const Model& model, const Influence& influence) {
    Row row;
    row.text("of", model.id(influence.of));
    row.text("over", model.id(influence.over));
    row.number("strength", influence.strength);
    row.number("confidence", influence.confidence);
    row.record(model, influence);
    return row;
}

YamlMap map_of(const Model& model, const Influence& influence) {
    YamlMap map;
    map.text("of", model.id(influence.of)).text("over", model.id(influence.over));
    map.number("strength", influence.strength).number("confidence", influence.confidence);
    return map.record(model, influence);
}

/// A row has two parties, and a lone `any` in it means everyone.
Row row_of(const Model& model, const Refusal& refusal) {
    constexpr std::string_view everyone = "any";
    Row row;
    row.text("by", model.id(refusal.by));
    const auto who = ids_of(model, refusal.who);
    if (refusal.on.size() != 2 || (who.size() == 1 && who.front() == everyone)) row.refuse();
    add_pair(row, model, refusal.on[0], refusal.on[1]);
    if (refusal.anyone)
        row.text("who", everyone);
    else
        row.list("who", who);
    row.number("confidence", refusal.confidence);
    row.record(model, refusal);
    return row;
}

YamlMap map_of(const Model& model, const Refusal& refusal) {
    YamlMap map;
    map.text("by", model.id(refusal.by)).texts("on", ids_of(model, refusal.on));
    if (!refusal.anyone) map.texts("who", ids_of(model, refusal.who));
    return map.number("confidence", refusal.confidence).record(model, refusal);
}

template <class Item>
SplitSection split(const Model& model, const std::vector<Item>& records, std::string_view name,
                   std::vector<std::string_view> columns) {
    SplitSection section{Sheet(std::string(name), with_record(std::move(columns))), {name}};
    for (const auto& record : records) {
        auto row = row_of(model, record);
        if (row.fits())
            section.sheet.add(std::move(row));
        else
            section.yaml.entries.push_back("  - " + map_of(model, record).str());
    }
    return section;
}

// ---- concerns ----

Row row_of(const Model& model, const Concern& concern, const Holding& holding) {
    Row row;
    row.text("id", concern.id);
    row.text("actor", model.id(holding.actor));
    row.number("strength", holding.strength);
    row.number("confidence", holding.confidence);
    row.record(model, holding);
    return row;
}

/// What is said of the concern as a whole stands on a row without an actor.
Row own_row_of(const Model& model, const Concern& concern) {
    Row row;
    row.text("id", concern.id);
    if (concern.label != concern.id) row.text("label", concern.label);
    row.evidence(model, concern.evidence);
    row.text("note", concern.note);
    return row;
}

/// None where rows cannot hold the concern.
std::vector<Row> rows_of(const Model& model, const Concern& concern) {
    std::vector<Row> rows{own_row_of(model, concern)};
    for (const auto& holding : concern.held_by)
        rows.push_back(row_of(model, concern, holding));
    if (!std::all_of(rows.begin(), rows.end(), [](const Row& row) { return row.fits(); })) rows.clear();
    return rows;
}

/// A map has each key once: an actor that holds the concern at several times goes by another name each time.
std::string key_of_holder(const Model& model, const Concern& concern, const Holding& holding) {
    const auto& vertex = model.vertices[holding.actor];
    std::vector<std::string> names{vertex.id};
    if (vertex.name != vertex.id) names.push_back(vertex.name);
    names.insert(names.end(), vertex.aliases.begin(), vertex.aliases.end());
    const auto earlier = static_cast<std::size_t>(std::count_if(
        concern.held_by.data(), &holding, [&](const Holding& other) { return other.actor == holding.actor; }));
    if (earlier >= names.size())
        throw WriteError(
            fmt::format("{} holds the concern {} at more times than it has names, and a model cannot say "
                        "so with this evidence: convert to .json",
                        vertex.id, concern.id));
    return names[earlier];
}

std::string holders_yaml(const Model& model, const Concern& concern) {
    YamlMap holders;
    for (const auto& holding : concern.held_by) {
        YamlMap map;
        map.number("strength", holding.strength).number("confidence", holding.confidence).record(model, holding);
        holders.add(key_of_holder(model, concern, holding), map.str());
    }
    return holders.str();
}

std::string entry_of(const Model& model, const Concern& concern) {
    YamlMap map;
    if (concern.label != concern.id) map.text("label", concern.label);
    if (!concern.held_by.empty()) map.add("held_by", holders_yaml(model, concern));
    map.evidence(model, concern.evidence).text("note", concern.note);
    return "  " + yaml_text(concern.id) + ": " + map.str();
}

SplitSection split_concerns(const Model& model) {
    SplitSection section{Sheet("concerns", with_record({"id", "label", "actor", "strength", "confidence"})),
                         {"concerns"}};
    for (const auto& concern : model.concerns) {
        auto rows = rows_of(model, concern);
        if (rows.empty()) section.yaml.entries.push_back(entry_of(model, concern));
        for (auto& row : rows)
            section.sheet.add(std::move(row));
    }
    return section;
}

}  // namespace

std::vector<SplitSection> split_claims(const Model& model) {
    std::vector<SplitSection> sections;
    sections.push_back(split(model, model.ties, "ties", {"a", "b", "layer", "weight", "confidence", "half_life"}));
    sections.push_back(split(model, model.borders, "borders", {"a", "b"}));
    sections.push_back(split(model, model.influences, "influence", {"of", "over", "strength", "confidence"}));
    sections.push_back(split(model, model.refusals, "refusals", {"by", "a", "b", "who", "confidence"}));
    sections.push_back(split_concerns(model));
    return sections;
}

}  // namespace entente::write
