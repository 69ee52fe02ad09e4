#include "read/decode.hpp"
#include "read/fields.hpp"
#include "read/records.hpp"
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
