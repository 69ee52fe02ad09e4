#include "read/scenario.hpp"

#include "read/fields.hpp"
#include "read/sections.hpp"
#include "read/values.hpp"

#include <algorithm>

namespace entente {

namespace {

/// The first key that only a model has; null where there is none, or the file is a scenario all the same.
const Node* sign_of_a_model(const Node& root) {
    if (find_key(root, "scenario") != nullptr || find_key(root, "changes") != nullptr) return nullptr;
    for (const auto& [key, value] : entries(root))
        if (key.text != "entente" && is_section(key.text)) return &key;
    return nullptr;
}

void read_change(Context& context, const Node& node) {
    if (node.type == Node::Type::refused) return;
    if (!node.is_map() || node.children.empty()) {
        context.diagnostics.error(node.span, "this is no change", "write a map of one key, such as join: { … }");
        return;
    }
    const auto& key = node.children[0];
    if (node.children.size() > 2) {
        context.diagnostics.error(node.children[2].span, "a second key in one change",
                                  "a change has one key; begin the next change with a dash");
        return;
    }
    apply_change(context, key, node.children[1]);
}

}  // namespace

void apply_scenario(Context& context, const Node& root) {
    auto& diagnostics = context.diagnostics;
    if (root.type == Node::Type::refused) return;
    if (!root.is_map()) {
        diagnostics.error(root.span, root.type == Node::Type::missing ? "the file is empty" : "this is no map of keys",
                          "a scenario begins with entente: 1");
        return;
    }
    if (const auto* const key = sign_of_a_model(root)) {
        diagnostics.error(key->span, "this is a model, not a scenario",
                          "a scenario has the keys entente, scenario and changes; `entente compare` takes two models");
        return;
    }
    const Fields fields(context, root, "a scenario", {"entente", "scenario", "changes"});
    if (const auto* const version = fields.require("entente")) check_version(context, *version);
    if (const auto* const node = fields.require("scenario"))
        if (auto title = read_text(context, *node, "the title of the scenario")) {
            if (title->empty()) diagnostics.error(node->span, "an empty title", "say what the scenario supposes");
            context.model.scenarios.emplace_back(*title);
        }
    const auto* const changes = fields.require("changes");
    if (changes == nullptr) return;
    if (changes->is_sequence() && changes->children.empty())
        diagnostics.warning(changes->span, "a scenario without a change", "write what it supposes");
    for (const auto& change : read_list(context, *changes, "changes"))
        read_change(context, change);
}

}  // namespace entente
