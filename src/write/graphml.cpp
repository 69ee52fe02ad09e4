#include "write/escape.hpp"
#include "write/exchange.hpp"
#include <entente/write.hpp>

#include <fmt/format.h>

namespace entente {

namespace {

using namespace write;

constexpr std::string_view head = R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
)";

void declare(std::string& out, std::string_view id, std::string_view of, std::string_view name, std::string_view type) {
    out += fmt::format("  <key id=\"{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"{}\"/>\n", id, of, escape_xml(name),
                       type);
}

/// Ids of keys are counted: names of layers and tags may be none that XML takes.
void declare_all(std::string& out, char letter, std::string_view of, const std::vector<NetworkKey>& keys) {
    for (std::size_t index = 0; index < keys.size(); ++index)
        declare(out, fmt::format("{}{}", letter, index), of, keys[index].name, type_name(keys[index].type));
}

void add_datum(std::string& out, std::string_view indent, std::string_view key, std::string_view text) {
    out += fmt::format("{}<data key=\"{}\">{}</data>\n", indent, key, escape_xml(text));
}

void add_values(std::string& out, char letter, const std::vector<NetworkValue>& values) {
    for (std::size_t index = 0; index < values.size(); ++index)
        if (values[index].index() != 0)
            add_datum(out, "      ", fmt::format("{}{}", letter, index), value_text(values[index]));
}

}  // namespace

std::string to_graphml(const RelationGraph& graph, const Clustering& clustering) {
    const auto network = network_of(graph, clustering);
    std::string out(head);
    declare(out, "title", "graph", "title", "string");
    declare(out, "description", "graph", "description", "string");
    declare(out, "label", "node", "label", "string");
    declare_all(out, 'n', "node", network.node_keys);
    declare(out, "weight", "edge", "weight", "double");
    declare_all(out, 'e', "edge", network.edge_keys);

    out += "  <graph id=\"model\" edgedefault=\"undirected\">\n";
    add_datum(out, "    ", "title", network.title);
    add_datum(out, "    ", "description", network.description);
    for (const auto& node : network.nodes) {
        out += fmt::format("    <node id=\"{}\">\n", escape_xml(node.id));
        add_datum(out, "      ", "label", node.label);
        add_values(out, 'n', node.values);
        out += "    </node>\n";
    }
    for (std::size_t index = 0; index < network.edges.size(); ++index) {
        const auto& edge = network.edges[index];
        out += fmt::format("    <edge id=\"edge{}\" source=\"{}\" target=\"{}\">\n", index + 1, escape_xml(edge.a),
                           escape_xml(edge.b));
        add_datum(out, "      ", "weight", value_text(edge.weight));
        add_values(out, 'e', edge.values);
        out += "    </edge>\n";
    }
    return out += "  </graph>\n</graphml>\n";
}

}  // namespace entente
