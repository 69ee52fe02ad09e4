#include "read/decode.hpp"
#include "read/fields.hpp"
#include "read/table_rows.hpp"
#include "read/values.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace entente {

namespace {

struct KindSection {
    std::string_view key;
    Kind kind;
};
constexpr KindSection kind_sections[] = {{"countries", Kind::country},
                                         {"groups", Kind::group},
                                         {"organisations", Kind::organisation},
                                         {"mechanisms", Kind::mechanism},
                                         {"projects", Kind::project}};

bool comes_before(const Span& left, const Span& right) {
    if (left.source != right.source) return left.source->order() < right.source->order();
    return left.offset < right.offset;
}

}  // namespace

std::vector<Declaration> find_declarations(Context& context, const Sections& sections, std::deque<TableVertex>& rows) {
    std::vector<Declaration> declarations;
    for (const auto& [section, kind] : kind_sections) {
        for (const auto* const node : sections.of(section))
            for (const auto& [key, body] : map_entries(context, *node, section))
                if (read_id(context, key, "a vertex")) declarations.push_back({&key, &body, kind});
        const auto first = rows.size();
        read_table_vertices(context, sections.tables(section), rows);
        for (auto row = rows.begin() + static_cast<std::ptrdiff_t>(first); row != rows.end(); ++row)
            if (read_id(context, row->id, "a vertex")) declarations.push_back({&row->id, &row->body, kind});
    }
    return declarations;
}

namespace {

void report_duplicate(Context& context, const Node& second, std::string_view what, const Span& first) {
    context.diagnostics.error(second.span, fmt::format("duplicate {} {}", what, in_quotes(second.text)),
                              fmt::format("it stands at {} already", place_of(first)));
}

/// Sorted by id; of several of one id the first in the files.
void keep_first_of_each_id(Context& context, std::vector<Declaration>& declarations) {
    std::sort(declarations.begin(), declarations.end(), [](const Declaration& left, const Declaration& right) {
        if (left.key->text != right.key->text) return left.key->text < right.key->text;
        return comes_before(left.key->span, right.key->span);
    });
    std::vector<Declaration> kept;
    for (const auto& declaration : declarations) {
        if (kept.empty() || kept.back().key->text != declaration.key->text)
            kept.push_back(declaration);
        else
            report_duplicate(context, *declaration.key, "id", kept.back().key->span);
    }
    declarations = std::move(kept);
}

struct GivenName {
    const Node* node;
    VertexIndex vertex;
    std::string_view what;
};

/// Gives the vertices, the last of the model, their names and aliases, and lists them with the ids.
std::vector<GivenName> read_names(Context& context, const std::vector<Declaration>& declarations) {
    std::vector<GivenName> given;
    auto index = context.model.vertices.size() - declarations.size();
    for (const auto& [key, body, kind] : declarations) {
        auto& vertex = context.model.vertices[index];
        given.push_back({key, index, "id"});
        if (const auto* const node = find_key(*body, "name"))
            if (auto name = read_text(context, *node, "the name")) {
                vertex.name = *name;
                given.push_back({node, index, "name"});
            }
        if (const auto* const aliases = find_key(*body, "aliases"))
            for (const auto& node : read_list(context, *aliases, "aliases"))
                if (auto alias = read_text(context, node, "an alias")) {
                    vertex.aliases.emplace_back(*alias);
                    given.push_back({&node, index, "alias"});
                }
        ++index;
    }
    return given;
}

void learn_names(Context& context, const std::vector<Declaration>& declarations) {
    auto given = read_names(context, declarations);
    std::sort(given.begin(), given.end(), [](const GivenName& left, const GivenName& right) {
        return comes_before(left.node->span, right.node->span);
    });
    for (const auto& [node, vertex, what] : given) {
        if (node->text.empty()) {
            context.diagnostics.error(node->span, fmt::format("an empty {}", what), "give one or leave the key out");
            continue;
        }
        if (const auto owner = context.names.add(node->text, vertex, node->span))
            context.diagnostics.error(
                node->span, fmt::format("duplicate {} {}", what, in_quotes(node->text)),
                fmt::format("it stands for {} at {} already", in_quotes(context.model.vertices[owner->vertex].id),
                            place_of(owner->first)));
    }
}

/// At the first, in file order, that is too many.
void refuse_more(Context& context, const std::vector<Declaration>& declarations) {
    std::vector<Span> places;
    for (const auto& declaration : declarations)
        places.push_back(declaration.key->span);
    const auto there = context.model.vertices.size();
    const auto first_too_many =
        places.begin() + static_cast<std::ptrdiff_t>(most_vertices - std::min(there, most_vertices));
    std::nth_element(places.begin(), first_too_many, places.end(), comes_before);
    context.diagnostics.error(*first_too_many, fmt::format("{} vertices", there + declarations.size()),
                              fmt::format("a model holds at most {}", most_vertices));
}

void declare(Context& context, std::vector<Declaration>& declarations) {
    keep_first_of_each_id(context, declarations);
    if (context.model.vertices.size() + declarations.size() > most_vertices && !declarations.empty())
        refuse_more(context, declarations);
    for (const auto& declaration : declarations) {
        Vertex vertex;
        vertex.id = vertex.name = declaration.key->text;
        vertex.kind = declaration.kind;
        if (is_forum(vertex.kind)) vertex.forum = Forum{};
        context.model.vertices.push_back(std::move(vertex));
        context.places.vertices.push_back(declaration.key->span);
    }
    learn_names(context, declarations);
}

Fields fields_of(Context& context, const Declaration& declaration) {
    const auto& body = *declaration.body;
    switch (declaration.kind) {
        case Kind::country:
            return {context,
                    body,
                    "a country",
                    {"name", "aliases", "from", "to", "exists", "at", "capital", "capability", "reach", "tags", "note",
                     "under", "evidence"}};
        case Kind::group:
            return {context,
                    body,
                    "a group",
                    {"name", "aliases", "from", "to", "exists", "at", "capital", "capability", "reach", "tags", "note",
                     "under", "evidence", "party"}};
        case Kind::organisation:
            return {context, body, "an organisation", {"name",  "aliases",       "from",       "to",      "exists",
                                                       "at",    "capital",       "capability", "reach",   "tags",
                                                       "note",  "under",         "evidence",   "layers",  "size",
                                                       "about", "effectiveness", "confidence", "members", "actor"}};
        default:
            return {context,
                    body,
                    declaration.kind == Kind::mechanism ? "a mechanism" : "a project",
                    {"name", "aliases", "from", "to", "exists", "at", "capital", "capability", "reach", "tags", "note",
                     "under", "evidence", "layers", "size", "about", "effectiveness", "confidence", "members"}};
    }
}

std::vector<Period> read_spells(Context& context, const Fields& fields) {
    const auto* const exists = fields.find("exists");
    if (exists == nullptr) {
        const auto period = read_period(context, fields);
        return period.from || period.to ? std::vector{period} : std::vector<Period>{};
    }
    for (const std::string_view end : {"from", "to"})
        if (fields.find(end) != nullptr)
            context.diagnostics.error(fields.key(end), fmt::format("'{}' beside 'exists'", end), "give one of them");
    std::vector<Period> spells;
    for (const auto& spell : read_list(context, *exists, "exists"))
        spells.push_back(read_period(context, Fields(context, spell, "a spell of existence", {"from", "to"})));
    return spells;
}

std::optional<Place> read_place(Context& context, const Node& node) {
    if (!node.is_sequence() || node.children.size() != 2) {
        context.diagnostics.error(node.span, "'at' is no latitude and longitude", "write [latitude, longitude]");
        return std::nullopt;
    }
    const auto latitude = read_number(context, node.children[0], "a latitude", {-90, 90});
    const auto longitude = read_number(context, node.children[1], "a longitude", {-180, 180});
    if (!latitude || !longitude) return std::nullopt;
    return Place{*latitude, *longitude};
}

bool read_reach(Context& context, const Fields& fields) {
    const auto* const reach = fields.find("reach");
    if (reach == nullptr) return false;
    const auto text = read_text(context, *reach, "the reach");
    if (text && *text != "global")
        context.diagnostics.error(reach->span, fmt::format("{} is no reach", in_quotes(*text)),
                                  "write global or leave it out");
    return text == "global";
}

constexpr Range capability_range{0, std::numeric_limits<double>::infinity()};

Capability read_one_capability(Context& context, const Node& node) {
    const Fields fields(context, node, "a capability", {"value", "reach", "from", "to"});
    Capability capability;
    if (const auto* const value = fields.require("value"))
        capability.value = read_number(context, *value, "a capability", capability_range).value_or(0);
    capability.global = read_reach(context, fields);
    capability.period = read_period(context, fields);
    return capability;
}

std::vector<Capability> read_capability(Context& context, const Node& node) {
    std::vector<Capability> list;
    if (!node.is_sequence()) {
        if (const auto value = read_number(context, node, "a capability", capability_range))
            list.push_back({*value, false, {}});
        return list;
    }
    for (const auto& item : node.children)
        list.push_back(read_one_capability(context, item));
    return list;
}

}  // namespace

/// The evidence of a value is kept with the vertex, each piece once.
void decode_capability(Context& context, const Sections& sections) {
    for (const auto* const table : sections.tables("capability"))
        for (TableRows rows(context, *table); rows.next();) {
            const auto index = context.vertex(rows.id());
            const auto capability = read_one_capability(context, rows.record());
            const Fields fields(context, rows.record(), "a capability", {"value", "reach", "from", "to", "evidence"});
            auto evidence = read_evidence(context, fields);
            if (!index) continue;
            auto& vertex = context.model.vertices[*index];
            vertex.capability.push_back(capability);
            for (auto& item : evidence)
                if (std::find(vertex.evidence.begin(), vertex.evidence.end(), item) == vertex.evidence.end())
                    vertex.evidence.push_back(std::move(item));
        }
}

namespace {

void decode_vertex(Context& context, const Declaration& declaration, VertexIndex index) {
    const auto fields = fields_of(context, declaration);
    auto& vertex = context.model.vertices[index];
    vertex.exists = read_spells(context, fields);
    if (const auto* const at = fields.find("at")) vertex.at = read_place(context, *at);
    vertex.capital = text_or_empty(context, fields, "capital");
    if (const auto* const capability = fields.find("capability"))
        vertex.capability = read_capability(context, *capability);
    vertex.global_reach = read_reach(context, fields);
    if (const auto* const acts = fields.find("actor")) vertex.acts = read_flag(context, *acts, "actor").value_or(false);
    if (const auto* const party = fields.find("party"))
        vertex.party = read_flag(context, *party, "party").value_or(true);
    if (const auto* const tags = fields.find("tags"))
        for (const auto& [key, value] : map_entries(context, *tags, "tags"))
            if (auto text = read_text(context, value, "a tag")) vertex.tags[std::string(key.text)] = *text;
    vertex.note = text_or_empty(context, fields, "note");
    vertex.evidence = read_evidence(context, fields);
    if (const auto* const under = fields.find("under")) vertex.under = context.vertex(*under);
    if (vertex.forum) decode_forum(context, fields, index);
}

/// An `under` that leads back to where it starts is an error once a circle, and cut. No vertex before `first` lies
/// under one of the declared, so that a circle holds none of these.
void cut_circles(Context& context, const std::vector<Declaration>& declarations, VertexIndex first) {
    auto& vertices = context.model.vertices;
    std::vector<VertexIndex> seen_from(vertices.size(), vertices.size());
    for (VertexIndex start = first; start < vertices.size(); ++start) {
        for (auto at = start; seen_from[at] == vertices.size() || seen_from[at] == start; at = *vertices[at].under) {
            if (seen_from[at] == start) {
                const auto* const node = find_key(*declarations[at - first].body, "under");
                context.diagnostics.error(node->span,
                                          *vertices[at].under == at ? "a vertex under itself" : "a circle of 'under'",
                                          "a part lies under its whole, and that under none of its parts");
                vertices[at].under.reset();
                break;
            }
            seen_from[at] = start;
            if (!vertices[at].under) break;
        }
    }
}

}  // namespace

void decode_vertices(Context& context, std::vector<Declaration> declarations) {
    const auto first = context.model.vertices.size();
    declare(context, declarations);
    for (std::size_t index = 0; index < declarations.size(); ++index)
        decode_vertex(context, declarations[index], first + index);
    cut_circles(context, declarations, first);
}

}  // namespace entente
