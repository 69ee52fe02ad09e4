#include "read/table_vertices.hpp"

#include "read/table_rows.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

namespace entente {

namespace {

bool says_the_same(const Node& left, const Node& right) {
    return left.type == right.type && left.text == right.text &&
           std::equal(left.children.begin(), left.children.end(), right.children.begin(), right.children.end(),
                      says_the_same);
}

bool is_date(const Node& key) {
    return key.text == "from" || key.text == "to";
}

/// The dates of a row as a map, taken out of it.
Node take_dates(Node& row) {
    Node dates;
    dates.type = Node::Type::map;
    dates.span = row.span;
    std::pmr::vector<Node> others;
    for (std::size_t index = 0; index < row.children.size(); index += 2) {
        auto& to = is_date(row.children[index]) ? dates.children : others;
        to.push_back(std::move(row.children[index]));
        to.push_back(std::move(row.children[index + 1]));
    }
    row.children = std::move(others);
    return dates;
}

/// The spells of a vertex; made from the dates of its first row where it has none yet.
Node& spells_of(Node& body) {
    for (std::size_t index = 0; index < body.children.size(); index += 2)
        if (body.children[index].text == "exists") return body.children[index + 1];
    auto dates = take_dates(body);
    Node key;
    key.type = Node::Type::scalar;
    key.text = "exists";
    key.span = dates.span;
    Node spells;
    spells.type = Node::Type::sequence;
    spells.span = dates.span;
    spells.children.push_back(std::move(dates));
    body.children.push_back(std::move(key));
    body.children.push_back(std::move(spells));
    return body.children.back();
}

class VertexRows {
  public:
    VertexRows(Context& context, std::deque<TableVertex>& vertices) : context_(context), vertices_(vertices) {}

    void add(const Node& id, const Node& row) {
        const auto found = id.is_scalar() ? first_rows_.find(id.text) : first_rows_.end();
        if (found != first_rows_.end() && add_spell(vertices_[found->second], row)) return;
        if (id.is_scalar()) first_rows_.emplace(id.text, vertices_.size());
        vertices_.push_back({id, row});
    }

  private:
    /// False where the row has no dates, or those of an earlier one.
    bool add_spell(TableVertex& vertex, Node row) {
        auto dates = take_dates(row);
        const bool had_spells = find_key(vertex.body, "exists") != nullptr;
        const bool had_dates = find_key(vertex.body, "from") != nullptr || find_key(vertex.body, "to") != nullptr;
        if (dates.children.empty() || !(had_spells || had_dates)) return false;
        auto& spells = spells_of(vertex.body).children;
        if (std::any_of(spells.begin(), spells.end(), [&](const Node& spell) { return says_the_same(spell, dates); }))
            return false;
        spells.push_back(std::move(dates));
        add_evidence(vertex, row);
        check_rest(vertex, row);
        return true;
    }

    /// Of the spell to that of the vertex.
    static void add_evidence(TableVertex& vertex, const Node& row) {
        const auto* const evidence = find_key(row, "evidence");
        if (evidence == nullptr) return;
        for (std::size_t index = 0; index < vertex.body.children.size(); index += 2) {
            if (vertex.body.children[index].text != "evidence") continue;
            auto& list = vertex.body.children[index + 1].children;
            const auto same = [&](const Node& item) { return says_the_same(item, evidence->children.front()); };
            if (std::none_of(list.begin(), list.end(), same)) list.push_back(evidence->children.front());
        }
    }

    /// A further spell says again, or leaves empty, what the first row says.
    void check_rest(const TableVertex& vertex, const Node& row) {
        for (const auto& [key, value] : entries(row)) {
            const auto* const first = find_key(vertex.body, key.text);
            if (key.text == "evidence" || (first != nullptr && says_the_same(*first, value))) continue;
            context_.diagnostics.error(
                value.span,
                fmt::format("'{}' differs from that of {} at {}", key.text, vertex.id.text, place_of(vertex.id.span)),
                "a further row of an id is a further spell of existence, and says the same or nothing beside its "
                "dates");
        }
    }

    Context& context_;
    std::deque<TableVertex>& vertices_;
    TextMap<std::size_t> first_rows_;
};

}  // namespace

void read_table_vertices(Context& context, const std::vector<const DataTable*>& tables,
                         std::deque<TableVertex>& vertices) {
    VertexRows rows(context, vertices);
    for (const auto* const table : tables)
        for (TableRows row(context, *table); row.next();) {
            rows.add(row.id(), row.record());
            if (vertices.size() <= most_vertices) continue;
            context.all_files_read = false;
            return;
        }
}

}  // namespace entente
