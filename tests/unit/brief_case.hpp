/// A briefing computed from a small model, with a drawn picture's stand-in, for tests of its page and its Markdown.
#pragma once

#include "model_builder.hpp"
#include <entente/write.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Two rivals, a friend of both with leverage over one, a forum that seats the three, and a country apart.
inline ModelBuilder rivals() {
    ModelBuilder builder;
    builder.countries({"AAA", "BBB", "KKK", "ZZZ"})
        .tie("AAA", "BBB", -0.8)
        .tie("AAA", "KKK", 0.6)
        .tie("BBB", "KKK", 0.4)
        .tie("BBB", "ZZZ", -0.1)
        .influence("KKK", "BBB", 0.8)
        .forum("TALKS", 0.6, {"AAA", "BBB", "KKK"});
    return builder;
}

/// All that the writers walk. `named` is empty for a briefing of the model, one id for an actor, more for a pair.
inline Briefing briefing_of(const RelationGraph& graph, const std::vector<std::string>& named = {}) {
    const auto& model = graph.model();
    Briefing briefing;
    briefing.envelope = {"brief", {{"case.yaml", std::string(64, 'a')}}};
    BrokerOptions options;
    options.records = true;
    std::vector<VertexIndex> vertices;
    for (const auto& id : named) {
        vertices.push_back(*model.find_vertex(id));
        briefing.scope += (briefing.scope.empty() ? "" : "–") + id;
    }
    briefing.coverage = measure_coverage(graph);
    briefing.tensions = find_tensions(graph, {options});
    briefing.matrix = find_all_brokers(graph, options, Threats::left_out);
    briefing.clustering = find_clusters(graph, {});
    if (vertices.size() == 1) {
        briefing.actor = vertices.front();
        briefing.portrait = portray_vertex(graph, vertices.front());
        briefing.reach = find_reach(graph, vertices.front(), options, Threats::left_out);
    }
    const auto add_pair = [&](const std::vector<VertexIndex>& parties) {
        briefing.pairs.push_back(find_brokers(graph, parties, options));
    };
    if (vertices.size() > 1) {
        add_pair(vertices);
    } else {
        for (const auto& tension : briefing.tensions)
            add_pair({tension.a, tension.b});
    }
    const Illustration picture{
        "A finding", "What is drawn.",
        "<svg viewBox=\"0 0 9 5\" xmlns=\"http://www.w3.org/2000/svg\"><g id=\"graph0\"><title>t</title></g></svg>"};
    for (const auto* name : {"matrix", "tensions", "clusters", "forums", "network", "AAA–BBB"})
        briefing.pictures.emplace(name, picture);
    return briefing;
}

inline bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

inline std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

}  // namespace entente
