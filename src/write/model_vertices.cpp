#include "write/model_folder.hpp"
#include "write/words.hpp"
#include "write/yaml.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace entente::write {

namespace {

bool is_open(const Period& period) {
    return !period.from && !period.to;
}

/// One value for all days, which stands beside the vertex's name.
bool has_plain_capability(const Vertex& vertex) {
    return vertex.capability.size() == 1 && !vertex.capability.front().global &&
           is_open(vertex.capability.front().period);
}

std::vector<std::string> layer_ids(const Model& model, const Forum& forum) {
    std::vector<std::string> ids;
    for (const auto layer : forum.layers)
        ids.push_back(model.layers[layer].id);
    return ids;
}

// ---- rows ----

/// A tag's name goes into a heading, its value into a cell that is not empty.
void add_tags(Row& row, const Vertex& vertex) {
    constexpr std::string_view harmless = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
    for (const auto& [name, value] : vertex.tags) {
        const bool plain = !name.empty() && name.find_first_not_of(harmless) == std::string::npos;
        if (!plain || value.empty()) return row.refuse();
        row.text("tags." + name, value);
    }
}

void add_forum(Row& row, const Model& model, const Forum& forum) {
    row.list("layers", layer_ids(model, forum));
    if (forum.size > 0) row.text("size", std::to_string(forum.size));
    row.list("about", forum.about);
    row.number("effectiveness", forum.effectiveness);
    row.number("confidence", forum.confidence);
}

Row row_of(const Model& model, const Vertex& vertex) {
    Row row;
    row.text("id", vertex.id);
    if (vertex.name != vertex.id) row.text("name", vertex.name);
    row.list("aliases", vertex.aliases);
    if (vertex.at) {
        row.number("lat", vertex.at->latitude);
        row.number("lng", vertex.at->longitude);
    }
    row.text("capital", vertex.capital);
    if (has_plain_capability(vertex)) row.number("capability", vertex.capability.front().value);
    if (vertex.global_reach) row.text("reach", "global");
    if (vertex.under) row.text("under", model.id(*vertex.under));
    row.evidence(model, vertex.evidence);
    row.text("note", vertex.note);
    if (vertex.forum) add_forum(row, model, *vertex.forum);
    if (vertex.acts) row.flag("actor", true);
    if (!vertex.party) row.flag("party", false);
    add_tags(row, vertex);
    return row;
}

bool stands_twice(const std::vector<Period>& spells) {
    std::set<std::pair<std::optional<Date>, std::optional<Date>>> seen;
    return !std::all_of(spells.begin(), spells.end(),
                        [&](const Period& spell) { return seen.emplace(spell.from, spell.to).second; });
}

/// The vertex on as many rows as it has spells; none where rows cannot hold it.
std::vector<Row> rows_of(const Model& model, const Vertex& vertex) {
    const auto row = row_of(model, vertex);
    const auto& spells = vertex.exists;
    if (!row.fits() || std::any_of(spells.begin(), spells.end(), is_open) || stands_twice(spells)) return {};
    std::vector<Row> rows{row};
    for (const auto& spell : spells) {
        if (&spell != &spells.front()) {
            rows.emplace_back();
            rows.back().text("id", vertex.id);
        }
        rows.back().period(spell);
    }
    return rows;
}

Row row_of(const Model& model, const Membership& membership) {
    Row row;
    row.text("forum", model.id(membership.forum));
    row.text("actor", model.id(membership.actor));
    row.text("role", role_names[static_cast<std::size_t>(membership.role)]);
    row.record(model, membership);
    return row;
}

Sheet capability_sheet(const Model& model) {
    Sheet sheet("capability", {"id", "value", "reach", "from", "to"});
    for (const auto& vertex : model.vertices) {
        if (has_plain_capability(vertex)) continue;
        for (const auto& capability : vertex.capability) {
            Row row;
            row.text("id", vertex.id);
            row.number("value", capability.value);
            if (capability.global) row.text("reach", "global");
            row.period(capability.period);
            sheet.add(std::move(row));
        }
    }
    return sheet;
}

// ---- YAML ----

std::string spells_yaml(const std::vector<Period>& spells) {
    std::vector<std::string> items;
    for (const auto& spell : spells)
        items.push_back(YamlMap().period(spell).str());
    return yaml_list(items);
}

std::string tags_yaml(const Vertex& vertex) {
    YamlMap tags;
    for (const auto& [name, value] : vertex.tags)
        tags.add(name, yaml_text(value));
    return tags.str();
}

std::string members_yaml(const Model& model, const std::vector<const Membership*>& members) {
    std::map<Role, std::vector<std::string>> by_role;
    for (const auto* const member : members)
        by_role[member->role].push_back(YamlMap().text("actor", model.id(member->actor)).record(model, *member).str());
    YamlMap roles;
    for (const auto& [role, items] : by_role)
        roles.add(role_names[static_cast<std::size_t>(role)], yaml_list(items));
    return roles.str();
}

void add_forum(YamlMap& map, const Model& model, const Forum& forum) {
    map.texts("layers", layer_ids(model, forum));
    if (forum.size > 0) map.add("size", std::to_string(forum.size));
    map.texts("about", forum.about);
    map.number("effectiveness", forum.effectiveness).number("confidence", forum.confidence);
}

std::string entry_of(const Model& model, const Vertex& vertex, const std::vector<const Membership*>& members) {
    YamlMap map;
    if (vertex.name != vertex.id) map.text("name", vertex.name);
    map.texts("aliases", vertex.aliases);
    if (!vertex.exists.empty()) map.add("exists", spells_yaml(vertex.exists));
    if (vertex.at)
        map.add("at", yaml_list(std::array{plain_decimal(vertex.at->latitude), plain_decimal(vertex.at->longitude)}));
    map.text("capital", vertex.capital);
    if (has_plain_capability(vertex)) map.number("capability", vertex.capability.front().value);
    if (vertex.global_reach) map.add("reach", "global");
    if (!vertex.tags.empty()) map.add("tags", tags_yaml(vertex));
    if (vertex.under) map.text("under", model.id(*vertex.under));
    if (vertex.forum) add_forum(map, model, *vertex.forum);
    if (vertex.acts) map.add("actor", "true");
    if (!vertex.party) map.add("party", "false");
    if (!members.empty()) map.add("members", members_yaml(model, members));
    map.evidence(model, vertex.evidence).text("note", vertex.note);
    return "  " + yaml_text(vertex.id) + ": " + map.str();
}

SplitSection section_of(Kind kind) {
    std::vector<std::string_view> columns{"id",     "name",    "aliases",       "from",       "to",    "lat",
                                          "lng",    "capital", "capability",    "reach",      "under", "layers",
                                          "size",   "about",   "effectiveness", "confidence", "actor", "party",
                                          "source", "at",      "evidence_note", "disputes",   "note"};
    const auto name = plural_of(kind);
    return {Sheet(std::string(name), std::move(columns)), {name}};
}

}  // namespace

std::vector<SplitSection> split_vertices(const Model& model) {
    SplitSection memberships{Sheet("memberships", {"forum", "actor", "role", "from", "to", "source", "at",
                                                   "evidence_note", "disputes", "note"}),
                             {"memberships"}};
    std::map<VertexIndex, std::vector<const Membership*>> in_yaml;
    for (const auto& membership : model.memberships) {
        auto row = row_of(model, membership);
        if (row.fits())
            memberships.sheet.add(std::move(row));
        else
            in_yaml[membership.forum].push_back(&membership);
    }

    std::vector<SplitSection> sections;
    for (const auto kind : {Kind::country, Kind::group, Kind::organisation, Kind::mechanism, Kind::project})
        sections.push_back(section_of(kind));
    for (VertexIndex index = 0; index < model.vertices.size(); ++index) {
        const auto& vertex = model.vertices[index];
        auto& section = sections[static_cast<std::size_t>(vertex.kind)];
        const auto& members = in_yaml[index];
        auto rows = members.empty() ? rows_of(model, vertex) : std::vector<Row>();
        if (rows.empty()) section.yaml.entries.push_back(entry_of(model, vertex, members));
        for (auto& row : rows)
            section.sheet.add(std::move(row));
    }
    sections.push_back({capability_sheet(model), {"capability"}});
    sections.push_back(std::move(memberships));
    return sections;
}

}  // namespace entente::write
