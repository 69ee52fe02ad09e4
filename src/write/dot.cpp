#include "write/escape.hpp"
#include "write/exchange.hpp"
#include <entente/write.hpp>

#include <array>

#include <fmt/format.h>

namespace entente {

namespace {

using namespace write;

/// Ids hold nothing that the quotes would not hide.
std::string quoted_id(const std::string& id) {
    return '"' + id + '"';
}

std::string_view shape_of(Kind kind) {
    constexpr std::array<std::string_view, 5> shapes{"ellipse", "diamond", "box", "hexagon", "octagon"};
    return shapes[static_cast<std::size_t>(kind)];
}

/// Solid where cooperation prevails, dashed where tension does, dotted where only influence is on record; a double line
/// where both count.
std::string style_of(const NetworkEdge& edge) {
    if (!edge.relation.listed()) return "style=dotted";
    const auto* const style = edge.relation.net() < 0 ? "style=dashed" : "style=solid";
    return edge.relation.ambivalent() ? fmt::format("{}, color=\"black:white:black\"", style) : style;
}

/// Numbers of the pair, for programs that read them; Graphviz passes them over.
std::string numbers_of(const NetworkEdge& edge, const std::vector<NetworkKey>& keys) {
    std::string list;
    for (std::size_t index = 0; index < keys.size(); ++index) {
        const bool number = keys[index].type == NetworkKey::Type::number;
        if (number && edge.values[index].index() != 0)
            list += fmt::format(", \"{}\"=\"{}\"", keys[index].name, value_text(edge.values[index]));
    }
    return list;
}

double width_of(const NetworkEdge& edge) {
    constexpr double thinnest = 0.5;
    constexpr double spread = 2.5;
    return thinnest + spread * edge.weight;
}

}  // namespace

std::string to_dot(const RelationGraph& graph, const Clustering& clustering) {
    const auto network = network_of(graph, clustering);
    const auto title = network.title.empty() ? network.description : network.title + "\n" + network.description;
    auto out = fmt::format(
        "graph model {{\n"
        "  graph [layout=neato, overlap=false, charset=\"UTF-8\", labelloc=t, label=\"{}\"];\n"
        "  node [fontname=\"sans-serif\"];\n",
        escape_dot_label(title));
    for (const auto& node : network.nodes)
        out += fmt::format("  {} [label=\"{}\", shape={}, kind={}];\n", quoted_id(node.id),
                           escape_dot_label(node.label), shape_of(node.kind), name_of(node.kind));
    for (const auto& edge : network.edges)
        out += fmt::format("  {} -- {} [{}, penwidth={:.2f}{}];\n", quoted_id(edge.a), quoted_id(edge.b),
                           style_of(edge), width_of(edge), numbers_of(edge, network.edge_keys));
    return out += "}\n";
}

}  // namespace entente
