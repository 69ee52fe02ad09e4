#include "read/decode.hpp"
#include "read/fields.hpp"
#include "read/records.hpp"
#include "read/table_rows.hpp"
#include "read/values.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente {

namespace {

std::vector<LayerIndex> read_layers(Context& context, const Fields& fields) {
    std::vector<LayerIndex> layers;
    const auto* const node = fields.find("layers");
    if (node == nullptr) return layers;
    for (const auto& item : read_list(context, *node, "layers"))
        if (const auto layer = context.layer(item)) layers.push_back(*layer);
    return layers;
}

}  // namespace

double read_effectiveness(Context& context, const Fields& fields) {
    const auto& words = context.model.scale.effectiveness;
    const auto* const node = fields.find("effectiveness");
    if (node == nullptr) {
        context.defaults.add("forum", "effectiveness", fields.node().span);
        return words.at("moderate");
    }
    return read_word_or_number(context, *node, "the effectiveness", words, share_range).value_or(words.at("moderate"));
}

std::optional<Role> read_role(Context& context, const Node& node) {
    const auto text = read_text(context, node, "a role");
    if (!text) return std::nullopt;
    const auto* const found = std::find(role_names.begin(), role_names.end(), *text);
    if (found != role_names.end()) return static_cast<Role>(found - role_names.begin());
    context.diagnostics.error(node.span, "unknown role " + in_quotes(*text),
                              suggestion(*text, role_names, "one of chair, member, observer, partner, supporter"));
    return std::nullopt;
}

std::optional<VertexIndex> require_forum(Context& context, const Fields& fields) {
    const auto forum = require_vertex(context, fields, "forum");
    if (!forum || context.model.vertices[*forum].forum) return forum;
    const auto& vertex = context.model.vertices[*forum];
    context.diagnostics.error(
        fields.find("forum")->span, fmt::format("{} is no forum", vertex.id),
        fmt::format("it is a {}; name an organisation, mechanism or project", name_of(vertex.kind)));
    return std::nullopt;
}

std::optional<Membership> read_membership(Context& context, const Node& node, std::string_view what) {
    const Fields fields(context, node, what, {"forum", "actor", "role", "from", "to", "evidence", "note"});
    if (!fields.is_map()) return std::nullopt;
    Membership membership;
    static_cast<Record&>(membership) = read_record(context, fields);
    const auto forum = require_forum(context, fields);
    const auto actor = require_vertex(context, fields, "actor");
    if (const auto* const role = fields.find("role"))
        membership.role = read_role(context, *role).value_or(Role::member);
    if (!forum || !actor) return std::nullopt;
    if (*forum == *actor) {
        context.diagnostics.error(fields.find("actor")->span, "a forum that is a member of itself", "name another");
        return std::nullopt;
    }
    membership.forum = *forum;
    membership.actor = *actor;
    return membership;
}

void decode_memberships(Context& context, const Sections& sections) {
    for_each_record(context, sections, "memberships", [&](const Node& node) {
        auto membership = read_membership(context, node, "a membership");
        if (find_key(node, "role") == nullptr) context.defaults.add("membership", "role", node.span);
        if (!membership) return;
        context.model.memberships.push_back(std::move(*membership));
        context.places.memberships.push_back(node.span);
    });
}

namespace {

void decode_member(Context& context, const Node& node, VertexIndex forum, Role role) {
    Membership membership;
    membership.forum = forum;
    membership.role = role;
    const auto* name = &node;
    if (node.is_map()) {
        const Fields fields(context, node, "a membership", {"actor", "from", "to", "evidence", "note"});
        static_cast<Record&>(membership) = read_record(context, fields);
        name = fields.require("actor");
    }
    const auto actor = name == nullptr ? std::nullopt : context.vertex(*name);
    if (!actor) return;
    if (*actor == forum) {
        context.diagnostics.error(name->span, "a forum that is a member of itself", "leave it out");
        return;
    }
    membership.actor = *actor;
    context.model.memberships.push_back(std::move(membership));
    context.places.memberships.push_back(node.span);
}

}  // namespace

void decode_forum(Context& context, const Fields& fields, VertexIndex index) {
    auto& forum = *context.model.vertices[index].forum;
    forum.layers = read_layers(context, fields);
    forum.effectiveness = read_effectiveness(context, fields);
    forum.confidence = read_confidence(context, fields, "forum");
    if (const auto* const size = fields.find("size"))
        forum.size = static_cast<std::size_t>(read_count(context, *size, "the size").value_or(0));
    if (const auto* const about = fields.find("about"))
        for (const auto& topic : read_list(context, *about, "about"))
            if (auto text = read_text(context, topic, "a topic")) forum.about.push_back(std::move(*text));
    const auto* const members = fields.find("members");
    if (members == nullptr) return;
    for (const auto& [key, value] : map_entries(context, *members, "members")) {
        const auto role = read_role(context, key);
        for (const auto& member : read_list(context, value, "the members of a role"))
            if (role) decode_member(context, member, index, *role);
    }
}

}  // namespace entente
