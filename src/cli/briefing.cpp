#include "cli/briefing.hpp"

#include <entente/draw.hpp>

namespace entente::cli {

namespace {

/// Pairs that get a part of their own: the sharpest, while they are sharp at all.
constexpr std::size_t most_parts = 25;
constexpr std::size_t usual_parts = 10;
constexpr double sharp = 0.2;

std::string name_of_parties(const Model& model, const std::vector<VertexIndex>& parties) {
    std::string name;
    for (const auto party : parties)
        name += (name.empty() ? "" : "–") + model.id(party);
    return name;
}

class Illustrator {
  public:
    explicit Illustrator(Briefing& briefing, Date made_on) : briefing_(briefing), made_on_(made_on) {}
    void add(const std::string& name, const Picture& picture) {
        auto svg = render(picture, ImageFormat::svg, made_on_);
        briefing_.pictures.insert_or_assign(name, Illustration{picture.title, picture.description, std::move(svg)});
    }

  private:
    Briefing& briefing_;
    Date made_on_;
};

std::vector<std::vector<VertexIndex>> parts_of(const std::vector<Tension>& tensions,
                                               const std::optional<VertexIndex>& actor) {
    std::vector<std::vector<VertexIndex>> parts;
    for (const auto& tension : tensions) {
        const bool dull = parts.size() >= usual_parts && !at_least(tension.tension, sharp);
        if (parts.size() == most_parts || dull) break;
        if (!actor || tension.a == *actor || tension.b == *actor) parts.push_back({tension.a, tension.b});
    }
    return parts;
}

}  // namespace

Briefing compute_briefing(const Session& session, const RelationGraph& graph, const std::vector<VertexIndex>& named,
                          const BrokerOptions& options) {
    Briefing briefing;
    briefing.envelope = session.envelope;
    briefing.scope = name_of_parties(graph.model(), named);
    briefing.coverage = measure_coverage(graph);
    briefing.tensions = find_tensions(graph, {options, TensionOrder::severity, Threats::left_out});
    briefing.matrix = find_all_brokers(graph, options, Threats::left_out);
    briefing.clustering = find_clusters(graph, {});
    if (named.size() == 1) {
        briefing.actor = named.front();
        briefing.portrait = portray_vertex(graph, named.front());
        briefing.reach = find_reach(graph, named.front(), options, Threats::left_out);
    }

    auto with_records = options;
    with_records.records = true;
    const auto parts =
        named.size() > 1 ? std::vector<std::vector<VertexIndex>>{named} : parts_of(briefing.tensions, briefing.actor);
    Illustrator illustrator(briefing, graph.as_of());
    for (const auto& parties : parts) {
        briefing.pairs.push_back(find_brokers(graph, parties, with_records));
        const auto& brokerage = briefing.pairs.back();
        illustrator.add(name_of_parties(graph.model(), brokerage.parties), draw_brokers(graph, brokerage, {}));
    }
    if (named.size() > 1) return briefing;
    illustrator.add("network", draw_network(graph, {}));
    if (named.size() == 1) return briefing;
    illustrator.add("matrix", draw_matrix(graph, briefing.matrix, {}));
    illustrator.add("tensions", draw_tensions(graph, briefing.tensions, {}));
    illustrator.add("clusters", draw_clusters(graph, briefing.clustering, {}));
    illustrator.add("forums", draw_forums(graph, {}));
    return briefing;
}

}  // namespace entente::cli
