/// The model on one day as the network programs hold it: nodes, undirected edges, and named values on both.
#pragma once

#include <entente/analysis.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace entente::write {

/// Nothing where there is no such value: it is left out, and never NaN.
using NetworkValue = std::variant<std::monostate, std::string, double, std::size_t, bool>;

/// A name, and what kind of value stands under it: the position of its type in NetworkValue.
struct NetworkKey {
    enum class Type : std::size_t { text = 1, number, whole, flag };
    std::string name;
    Type type;
};

struct NetworkNode {
    std::string id;
    std::string label;
    Kind kind = Kind::country;
    std::vector<Period> spells;        ///< empty: always
    std::vector<NetworkValue> values;  ///< as the network's node keys
};

/// A listed pair, or one with recorded influence alone; a < b.
struct NetworkEdge {
    std::string a;
    std::string b;
    Relation relation;
    double weight = 0;                 ///< the largest of its numbers, always above 0
    Period period;                     ///< of the records behind it
    std::vector<NetworkValue> values;  ///< as the network's edge keys
};

struct Network {
    std::string title;
    std::string description;  ///< of which day, under which handling mark, in which scenario
    std::vector<NetworkKey> node_keys;
    std::vector<NetworkKey> edge_keys;
    std::vector<NetworkNode> nodes;
    std::vector<NetworkEdge> edges;
};

/// Vertices that exist on the day; the relations that the lens shows. O(relations · forums of a vertex).
Network network_of(const RelationGraph& graph, const Clustering& clustering);

/// As GraphML and GEXF name the type: string, double, long, boolean.
std::string_view type_name(NetworkKey::Type type);

/// A value as all formats write it; empty for none.
std::string value_text(const NetworkValue& value);

}  // namespace entente::write
