#include "read/sections.hpp"

#include "read/fields.hpp"
#include "read/values.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::array<std::string_view, 23> known_sections{
    "entente",  "title",     "as_of",      "marking",   "include",  "sources",       "layers",     "scale",
    "profiles", "derive",    "unrecorded", "countries", "groups",   "organisations", "mechanisms", "projects",
    "ties",     "influence", "refusals",   "borders",   "concerns", "remarks",       "tables"};
constexpr std::array<std::string_view, 5> sections_that_stand_once{"title", "as_of", "marking", "derive", "unrecorded"};

bool contains(const auto& list, std::string_view key) {
    return std::find(list.begin(), list.end(), key) != list.end();
}

void report_unknown(Context& context, const Node& key) {
    auto& diagnostics = context.diagnostics;
    if (key.text == "scenario" || key.text == "changes")
        return diagnostics.error(key.span, fmt::format("the key '{}' belongs in a scenario", key.text),
                                 "name the model, and a scenario with --scenario FILE");
    diagnostics.error(
        key.span, "unknown key " + in_quotes(key.text),
        suggestion(key.text, known_sections, fmt::format("known are {}", fmt::join(known_sections, ", "))));
}

}  // namespace

bool is_section(std::string_view key) {
    return contains(known_sections, key);
}

void check_version(Context& context, const Node& version) {
    if (version.type == Node::Type::refused) return;
    if (version.is_scalar() && !version.quoted && version.text == "1") return;
    context.diagnostics.error(version.span, fmt::format("the format version {} is not known", in_quotes(version.text)),
                              "write entente: 1");
}

Sections::Sections(Context& context, const Documents& documents) {
    for (const auto& document : documents.list) {
        if (!document.root) continue;
        if (&document == &documents.list.front()) main_root_ = &*document.root;
        gather(context, *document.root);
    }
    if (main_root_ != nullptr) check_main(context);
    for (const auto& table : documents.tables)
        tables_[table.form->section].push_back(&table);
}

void Sections::gather(Context& context, const Node& root) {
    if (!root.is_map() && root.type != Node::Type::refused)
        context.diagnostics.error(root.span,
                                  root.type == Node::Type::missing ? "the file is empty" : "this is no map of keys",
                                  "a model begins with entente: 1");
    for (const auto& [key, value] : entries(root)) {
        if (!contains(known_sections, key.text)) {
            report_unknown(context, key);
            continue;
        }
        auto& found = found_[key.text];
        if (!found.empty() && contains(sections_that_stand_once, key.text)) {
            context.diagnostics.error(key.span, fmt::format("duplicate key {}", in_quotes(key.text)),
                                      fmt::format("it stands at {} already", place_of(found.front().key.span)));
            continue;
        }
        found.push_back({key, value});
        values_[key.text].push_back(&value);
        if (key.text == "entente") check_version(context, value);
    }
}

void Sections::check_main(Context& context) const {
    const bool is_scenario = find_key(*main_root_, "scenario") != nullptr;
    if (!main_root_->is_map() || is_scenario) return;
    for (const std::string_view key : {"entente", "as_of"}) {
        if (find_key(*main_root_, key) != nullptr) continue;
        context.diagnostics.error(main_root_->span, fmt::format("the model lacks the key '{}'", key),
                                  key == "entente" ? "write entente: 1" : "write as_of: and the date it is read at");
    }
}

const std::vector<const Node*>& Sections::of(std::string_view key) const {
    static const std::vector<const Node*> none;
    const auto found = values_.find(key);
    return found == values_.end() ? none : found->second;
}

const std::vector<const DataTable*>& Sections::tables(std::string_view section) const {
    static const std::vector<const DataTable*> none;
    const auto found = tables_.find(section);
    return found == tables_.end() ? none : found->second;
}

const Node* Sections::one(std::string_view key) const {
    const auto& nodes = of(key);
    return nodes.empty() ? nullptr : nodes.front();
}

}  // namespace entente
