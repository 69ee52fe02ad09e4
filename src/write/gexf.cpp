#include "write/escape.hpp"
#include "write/exchange.hpp"
#include <entente/write.hpp>

#include <fmt/format.h>

namespace entente {

namespace {

using namespace write;

void declare(std::string& out, std::string_view of, const std::vector<NetworkKey>& keys) {
    out += fmt::format("    <attributes class=\"{}\" mode=\"static\">\n", of);
    for (std::size_t index = 0; index < keys.size(); ++index)
        out += fmt::format("      <attribute id=\"{}\" title=\"{}\" type=\"{}\"/>\n", index,
                           escape_xml(keys[index].name), type_name(keys[index].type));
    out += "    </attributes>\n";
}

void add_values(std::string& out, const std::vector<NetworkValue>& values) {
    out += "        <attvalues>\n";
    for (std::size_t index = 0; index < values.size(); ++index)
        if (values[index].index() != 0)
            out += fmt::format("          <attvalue for=\"{}\" value=\"{}\"/>\n", index,
                               escape_xml(value_text(values[index])));
    out += "        </attvalues>\n";
}

void add_spells(std::string& out, const std::vector<Period>& spells) {
    std::string list;
    for (const auto& [from, to] : spells) {
        const auto start = from ? fmt::format(" start=\"{}\"", from->text()) : std::string();
        const auto end = to ? fmt::format(" end=\"{}\"", to->text()) : std::string();
        if (from || to) list += fmt::format("          <spell{}{}/>\n", start, end);
    }
    if (!list.empty()) out += "        <spells>\n" + list + "        </spells>\n";
}

}  // namespace

std::string to_gexf(const RelationGraph& graph, const Clustering& clustering) {
    const auto network = network_of(graph, clustering);
    auto out = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n"
        "  <meta>\n    <creator>entente</creator>\n    <description>{}</description>\n  </meta>\n"
        "  <graph mode=\"dynamic\" defaultedgetype=\"undirected\" timeformat=\"date\">\n",
        escape_xml(network.title.empty() ? network.description : network.title + "; " + network.description));
    declare(out, "node", network.node_keys);
    declare(out, "edge", network.edge_keys);
    out += "    <nodes>\n";
    for (const auto& node : network.nodes) {
        out += fmt::format("      <node id=\"{}\" label=\"{}\">\n", escape_xml(node.id), escape_xml(node.label));
        add_values(out, node.values);
        add_spells(out, node.spells);
        out += "      </node>\n";
    }
    out += "    </nodes>\n    <edges>\n";
    for (std::size_t index = 0; index < network.edges.size(); ++index) {
        const auto& edge = network.edges[index];
        out += fmt::format("      <edge id=\"{}\" source=\"{}\" target=\"{}\" weight=\"{}\">\n", index,
                           escape_xml(edge.a), escape_xml(edge.b), value_text(edge.weight));
        add_values(out, edge.values);
        add_spells(out, {edge.period});
        out += "      </edge>\n";
    }
    return out += "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace entente
