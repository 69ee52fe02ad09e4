#include "write/exchange.hpp"

#include "model/phrasing.hpp"
#include "write/words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace entente::write {

namespace {

using Type = NetworkKey::Type;

/// A list of things under named keys, built a column at a time.
template <class Item>
class Columns {
  public:
    Columns(std::vector<NetworkKey>& keys, std::vector<Item>& items) : keys_(keys), items_(items) {}

    /// `value_of` is asked for every position; a key that holds nothing at all is left out.
    template <class ValueOf>
    void add(std::string name, Type type, ValueOf value_of) {
        std::vector<NetworkValue> column;
        bool holds_any = false;
        for (std::size_t index = 0; index < items_.size(); ++index) {
            column.emplace_back(value_of(index));
            holds_any = holds_any || column.back().index() != 0;
        }
        if (!holds_any) return;
        keys_.push_back({std::move(name), type});
        for (std::size_t index = 0; index < items_.size(); ++index)
            items_[index].values.push_back(std::move(column[index]));
    }

  private:
    std::vector<NetworkKey>& keys_;
    std::vector<Item>& items_;
};

NetworkValue text_or_nothing(std::string text) {
    return text.empty() ? NetworkValue() : NetworkValue(std::move(text));
}

NetworkValue date_or_nothing(const std::optional<Date>& date) {
    return date ? NetworkValue(date->text()) : NetworkValue();
}

std::string joined(const std::vector<std::string>& parts) {
    return fmt::format("{}", fmt::join(parts, "; "));
}

// ---- nodes ----

/// The spell in which the vertex exists on the day.
Period spell_on(const Vertex& vertex, Date day) {
    for (const auto& spell : vertex.exists)
        if (spell.covers(day)) return spell;
    return {};
}

bool reaches_on(const Vertex& vertex, Date day) {
    return vertex.global_reach || std::any_of(vertex.capability.begin(), vertex.capability.end(),
                                              [&](const auto& one) { return one.global && one.period.covers(day); });
}

std::map<VertexIndex, std::size_t> cluster_numbers(const Clustering& clustering) {
    std::map<VertexIndex, std::size_t> numbers;
    for (const auto& cluster : clustering.clusters)
        for (const auto& member : cluster.members)
            numbers[member.id] = cluster.number;
    return numbers;
}

std::set<std::string> tag_names(const RelationGraph& graph) {
    std::set<std::string> names;
    for (const auto index : graph.vertices())
        for (const auto& [name, value] : graph.model().vertices[index].tags)
            names.insert(name);
    return names;
}

void add_nodes(Network& network, const RelationGraph& graph, const Clustering& clustering) {
    const auto& model = graph.model();
    const auto& shown = graph.vertices();
    const auto day = graph.as_of();
    for (const auto index : shown) {
        const auto& vertex = model.vertices[index];
        network.nodes.push_back({vertex.id, vertex.name, vertex.kind, vertex.exists, {}});
    }
    Columns columns(network.node_keys, network.nodes);
    const auto add = [&](std::string name, Type type, auto value_of) {
        columns.add(std::move(name), type,
                    [&](std::size_t node) -> NetworkValue { return value_of(model.vertices[shown[node]]); });
    };
    const auto add_by_index = [&](std::string name, Type type, auto value_of) {
        columns.add(std::move(name), type, [&](std::size_t node) -> NetworkValue { return value_of(shown[node]); });
    };
    add("kind", Type::text, [](const Vertex& vertex) { return std::string(name_of(vertex.kind)); });
    add_by_index("cluster", Type::whole, [numbers = cluster_numbers(clustering)](VertexIndex index) {
        const auto found = numbers.find(index);
        return found == numbers.end() ? NetworkValue() : NetworkValue(found->second);
    });
    add("threat", Type::flag,
        [](const Vertex& vertex) { return vertex.is_threat() ? NetworkValue(true) : NetworkValue(); });
    add_by_index("capability", Type::number, [&](VertexIndex index) {
        const auto capability = graph.capability(index);
        return capability ? NetworkValue(*capability) : NetworkValue();
    });
    add("reach", Type::text, [day](const Vertex& vertex) {
        return reaches_on(vertex, day) ? NetworkValue(std::string("global")) : NetworkValue();
    });
    add("latitude", Type::number,
        [](const Vertex& vertex) { return vertex.at ? NetworkValue(vertex.at->latitude) : NetworkValue(); });
    add("longitude", Type::number,
        [](const Vertex& vertex) { return vertex.at ? NetworkValue(vertex.at->longitude) : NetworkValue(); });
    add("capital", Type::text, [](const Vertex& vertex) { return text_or_nothing(vertex.capital); });
    add("from", Type::text, [day](const Vertex& vertex) { return date_or_nothing(spell_on(vertex, day).from); });
    add("to", Type::text, [day](const Vertex& vertex) { return date_or_nothing(spell_on(vertex, day).to); });
    add("under", Type::text,
        [&](const Vertex& vertex) { return vertex.under ? NetworkValue(model.id(*vertex.under)) : NetworkValue(); });
    add_by_index("effectiveness", Type::number, [&](VertexIndex index) {
        return graph.is_forum(index) ? NetworkValue(graph.effectiveness(index)) : NetworkValue();
    });
    add_by_index("members", Type::whole, [&](VertexIndex index) {
        return graph.is_forum(index) ? NetworkValue(graph.seats(index).size()) : NetworkValue();
    });
    for (const auto& tag : tag_names(graph))
        add("tag_" + tag, Type::text, [&](const Vertex& vertex) {
            const auto found = vertex.tags.find(tag);
            return found == vertex.tags.end() ? NetworkValue() : NetworkValue(found->second);
        });
}

// ---- edges ----

/// What stands behind an edge.
struct Basis {
    VertexIndex a;
    VertexIndex b;
    std::vector<VertexIndex> forums;   ///< that both sit in
    std::vector<ActiveTie> ties{};     ///< in the layers that the lens shows
    const Seat* seat = nullptr;        ///< of the one in the other
    std::optional<double> a_over_b{};  ///< as recorded
    std::optional<double> b_over_a{};
    std::size_t evidence = 0;
    std::optional<Period> period{};
};

const Seat* seat_in(const RelationGraph& graph, VertexIndex actor, VertexIndex forum) {
    if (!graph.is_forum(forum)) return nullptr;
    const auto seats = graph.seats(forum);
    const auto found = std::ranges::lower_bound(seats, actor, {}, &Seat::actor);
    return found != seats.end() && found->actor == actor ? &*found : nullptr;
}

/// A missing end is open, and the widest.
void widen(std::optional<Period>& period, const Period& by) {
    if (!period) {
        period = by;
        return;
    }
    if (!by.from || (period->from && *by.from < *period->from)) period->from = by.from;
    if (!by.to || (period->to && *period->to < *by.to)) period->to = by.to;
}

Period overlap(const Period& left, const Period& right) {
    Period both = left;
    if (right.from && (!both.from || *both.from < *right.from)) both.from = right.from;
    if (right.to && (!both.to || *right.to < *both.to)) both.to = right.to;
    return both;
}

std::optional<double> recorded(const RelationGraph& graph, VertexIndex of, VertexIndex over, std::size_t& evidence) {
    const auto influence = graph.influence(of, over);
    if (!influence.record) return std::nullopt;
    evidence += graph.model().influences[*influence.record].evidence.size();
    return influence.strength;
}

Basis basis_of(const RelationGraph& graph, VertexIndex a, VertexIndex b) {
    const auto& model = graph.model();
    Basis basis{a, b, graph.shared_forums(a, b)};
    for (const auto& active : graph.ties(a, b)) {
        if (graph.salience(active.layer) == 0) continue;
        basis.ties.push_back(active);
        const auto& tie = model.ties[active.record];
        basis.evidence += tie.evidence.size();
        // What fades after its end still counts on the day.
        const bool lasts = tie.period.covers(graph.as_of());
        widen(basis.period, lasts ? tie.period : Period{tie.period.from, std::nullopt});
    }
    for (const auto forum : graph.forums_salience() == 0 ? std::vector<VertexIndex>() : basis.forums) {
        const auto& one = model.memberships[seat_in(graph, a, forum)->record];
        const auto& other = model.memberships[seat_in(graph, b, forum)->record];
        basis.evidence += one.evidence.size() + other.evidence.size() + model.vertices[forum].evidence.size();
        widen(basis.period, overlap(one.period, other.period));
    }
    for (const auto* seat : {seat_in(graph, a, b), seat_in(graph, b, a)}) {
        if (seat == nullptr) continue;
        const auto& membership = model.memberships[seat->record];
        basis.seat = seat;
        basis.evidence += membership.evidence.size();
        widen(basis.period, membership.period);
    }
    basis.a_over_b = recorded(graph, a, b, basis.evidence);
    basis.b_over_a = recorded(graph, b, a, basis.evidence);
    return basis;
}

/// Pairs that have no relation, but influence above 0 on record.
std::set<std::pair<VertexIndex, VertexIndex>> pairs_by_influence(const RelationGraph& graph) {
    std::set<std::pair<VertexIndex, VertexIndex>> pairs;
    for (const auto& record : graph.model().influences) {
        const auto influence = graph.influence(record.of, record.over);
        const bool counts = influence.record && above(influence.strength, 0);
        if (counts && !graph.relation(record.of, record.over).listed())
            pairs.emplace(std::min(record.of, record.over), std::max(record.of, record.over));
    }
    return pairs;
}

std::vector<PairRelation> pairs_to_show(const RelationGraph& graph) {
    auto pairs = graph.relations();
    for (const auto& [a, b] : pairs_by_influence(graph))
        pairs.push_back({a, b, {}});
    std::sort(pairs.begin(), pairs.end(), [](const auto& left, const auto& right) {
        return std::pair(left.a, left.b) < std::pair(right.a, right.b);
    });
    return pairs;
}

std::string kind_of_edge(const Basis& basis) {
    if (basis.seat != nullptr) return "membership";
    if (!basis.ties.empty()) return "tie";
    return basis.forums.empty() ? "influence" : "forums";
}

/// The strongest tie of one sign in a layer, as a magnitude.
NetworkValue strongest(const Basis& basis, LayerIndex layer, double sign) {
    double strongest = 0;
    for (const auto& tie : basis.ties)
        if (tie.layer == layer) strongest = std::max(strongest, sign * tie.weight);
    return strongest > 0 ? NetworkValue(strongest) : NetworkValue();
}

/// "diplomacy -0.4; security 0.8"
std::string layers_text(const Model& model, const Basis& basis) {
    std::vector<std::string> parts;
    for (const auto& tie : basis.ties)
        parts.push_back(fmt::format("{} {}", model.layers[tie.layer].id, exact_number(tie.weight)));
    return joined(parts);
}

void add_edges(Network& network, const RelationGraph& graph) {
    const auto& model = graph.model();
    std::vector<Basis> bases;
    for (const auto& [a, b, relation] : pairs_to_show(graph)) {
        bases.push_back(basis_of(graph, a, b));
        const auto& basis = bases.back();
        NetworkEdge edge{model.id(a), model.id(b), relation, 0, basis.period.value_or(Period{}), {}};
        edge.weight = relation.listed() ? std::max(relation.cooperation, relation.tension)
                                        : std::max(basis.a_over_b.value_or(0), basis.b_over_a.value_or(0));
        network.edges.push_back(std::move(edge));
    }
    Columns columns(network.edge_keys, network.edges);
    const auto add = [&](std::string name, Type type, auto value_of) {
        columns.add(std::move(name), type, [&](std::size_t edge) -> NetworkValue { return value_of(edge); });
    };
    const auto optional = [](std::optional<double> number) { return number ? NetworkValue(*number) : NetworkValue(); };
    const auto& edges = network.edges;
    add("a", Type::text, [&](std::size_t edge) { return edges[edge].a; });
    add("b", Type::text, [&](std::size_t edge) { return edges[edge].b; });
    add("kind", Type::text, [&](std::size_t edge) { return kind_of_edge(bases[edge]); });
    add("cooperation", Type::number, [&](std::size_t edge) { return edges[edge].relation.cooperation; });
    add("tension", Type::number, [&](std::size_t edge) { return edges[edge].relation.tension; });
    add("net", Type::number, [&](std::size_t edge) { return edges[edge].relation.net(); });
    add("trust", Type::number, [&](std::size_t edge) { return edges[edge].relation.trust(); });
    add("ambivalent", Type::flag, [&](std::size_t edge) { return edges[edge].relation.ambivalent(); });
    add("layers", Type::text, [&](std::size_t edge) { return text_or_nothing(layers_text(model, bases[edge])); });
    for (LayerIndex layer = 0; layer < model.layers.size(); ++layer) {
        const auto& id = model.layers[layer].id;
        add("cooperation_" + id, Type::number, [&](std::size_t edge) { return strongest(bases[edge], layer, 1); });
        add("tension_" + id, Type::number, [&](std::size_t edge) { return strongest(bases[edge], layer, -1); });
    }
    add("shared_forums", Type::text,
        [&](std::size_t edge) { return text_or_nothing(joined(ids_of(model, bases[edge].forums))); });
    add("role", Type::text, [&](std::size_t edge) {
        const auto* const seat = bases[edge].seat;
        return seat == nullptr ? NetworkValue() : NetworkValue(std::string(role_word(seat->role)));
    });
    add("a_over_b", Type::number, [&](std::size_t edge) { return optional(bases[edge].a_over_b); });
    add("b_over_a", Type::number, [&](std::size_t edge) { return optional(bases[edge].b_over_a); });
    add("from", Type::text, [&](std::size_t edge) { return date_or_nothing(edges[edge].period.from); });
    add("to", Type::text, [&](std::size_t edge) { return date_or_nothing(edges[edge].period.to); });
    add("evidence", Type::whole, [&](std::size_t edge) { return bases[edge].evidence; });
}

}  // namespace

Network network_of(const RelationGraph& graph, const Clustering& clustering) {
    const auto& model = graph.model();
    Network network;
    network.title = model.title;
    std::vector<std::string> parts{"as of " + graph.as_of().text()};
    if (!model.marking.empty()) parts.insert(parts.begin(), model.marking);
    if (!model.scenarios.empty()) parts.push_back(scenario_words(model));
    network.description = joined(parts);
    add_nodes(network, graph, clustering);
    add_edges(network, graph);
    return network;
}

std::string_view type_name(NetworkKey::Type type) {
    constexpr std::array<std::string_view, 5> names{"", "string", "double", "long", "boolean"};
    return names[static_cast<std::size_t>(type)];
}

std::string value_text(const NetworkValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* number = std::get_if<double>(&value)) return exact_number(*number);
    if (const auto* count = std::get_if<std::size_t>(&value)) return std::to_string(*count);
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    return {};
}

}  // namespace entente::write
