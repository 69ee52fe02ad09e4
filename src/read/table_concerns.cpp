#include "read/table_concerns.hpp"

#include "read/table_rows.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

namespace entente {

namespace {

Node word_at(std::string_view text, const Span& span) {
    Node node;
    node.type = Node::Type::scalar;
    node.text = text;
    node.span = span;
    return node;
}

/// The value that stands under `key`, taken out of the map; a missing node where there is none.
Node take(Node& map, std::string_view key) {
    for (std::size_t index = 0; index < map.children.size(); index += 2) {
        if (map.children[index].text != key) continue;
        auto value = std::move(map.children[index + 1]);
        const auto at = map.children.begin() + static_cast<std::ptrdiff_t>(index);
        map.children.erase(at, at + 2);
        return value;
    }
    return {};
}

class ConcernRows {
  public:
    explicit ConcernRows(Context& context) : context_(context) {}

    void add(const Node& id, Node row) {
        auto& concern = concern_of(id, row.span);
        add_label(concern, take(row, "label"));
        auto actor = take(row, "actor");
        if (actor.type != Node::Type::missing) return add_holder(concern, std::move(actor), std::move(row));
        // Without an actor the row is the concern's own.
        for (std::size_t index = 0; index < row.children.size(); index += 2)
            add_own(concern, row.children[index], row.children[index + 1]);
    }

    std::vector<TableConcern> take_all() { return std::move(concerns_); }

  private:
    /// A row without an id is one of its own, and told when it is read.
    TableConcern& concern_of(const Node& id, const Span& row) {
        const auto found = id.is_scalar() ? positions_.find(id.text) : positions_.end();
        if (found != positions_.end()) return concerns_[found->second];
        if (id.is_scalar()) positions_.emplace(id.text, concerns_.size());
        auto& concern = concerns_.emplace_back();
        concern.id = id;
        concern.body.type = Node::Type::map;
        concern.body.span = row;
        return concern;
    }

    void add_label(TableConcern& concern, Node label) {
        const auto* const first = find_key(concern.body, "label");
        if (label.type == Node::Type::missing || (first != nullptr && first->text == label.text)) return;
        add_own(concern, word_at("label", label.span), label);
    }

    void add_holder(TableConcern& concern, Node actor, Node row) {
        auto& children = concern.body.children;
        auto held_by = std::find_if(children.begin(), children.end(), [](const Node& node) { return node.is_map(); });
        if (held_by == children.end()) {
            children.push_back(word_at("held_by", actor.span));
            children.push_back({});
            children.back().type = Node::Type::map;
            children.back().span = actor.span;
            held_by = std::prev(children.end());
        }
        held_by->children.push_back(std::move(actor));
        held_by->children.push_back(std::move(row));
    }

    void add_own(TableConcern& concern, const Node& key, const Node& value) {
        if (const auto* const first = find_key(concern.body, key.text)) {
            context_.diagnostics.error(value.span, fmt::format("a second {} of {}", key.text, concern.id.text),
                                       fmt::format("it stands at {} already", place_of(first->span)));
            return;
        }
        concern.body.children.push_back(key);
        concern.body.children.push_back(value);
    }

    Context& context_;
    std::vector<TableConcern> concerns_;
    TextMap<std::size_t> positions_;
};

}  // namespace

std::vector<TableConcern> read_table_concerns(Context& context, const std::vector<const DataTable*>& tables) {
    ConcernRows rows(context);
    for (const auto* const table : tables)
        for (TableRows row(context, *table); row.next();)
            rows.add(row.id(), row.record());
    return rows.take_all();
}

}  // namespace entente
