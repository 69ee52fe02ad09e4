#include "cli/briefing.hpp"

#include <entente/draw.hpp>

#include <array>
#include <functional>

#include <fmt/format.h>

namespace entente::cli {

namespace {

/// Pairs that get a part of their own: the sharpest, while they are sharp at all.
constexpr std::size_t most_parts = 25;
constexpr std::size_t usual_parts = 10;
constexpr double sharp = 0.2;
/// Seconds after which camps are told without proof.
constexpr double balance_patience = 20;

std::string name_of_parties(const Model& model, const std::vector<VertexIndex>& parties) {
    std::string name;
    for (const auto party : parties)
        name += (name.empty() ? "" : "–") + model.id(party);
    return name;
}

/// A picture that does not fit a slide is drawn larger; one that fits no size is left out and said.
class Illustrator {
  public:
    Illustrator(Briefing& briefing, Date made_on, std::function<void(std::string_view)> complain)
        : briefing_(briefing), made_on_(made_on), complain_(std::move(complain)) {}

    template <class Draw>
    void add(const std::string& name, DrawOptions options, Draw draw) {
        constexpr std::array<double, 3> enlargements{1, 1.5, 2.25};
        std::string fault;
        for (const double enlargement : enlargements) {
            options.size = {slide_size.width_mm * enlargement, slide_size.height_mm * enlargement};
            try {
                const Picture picture = draw(options);
                auto svg = render(picture, ImageFormat::svg, made_on_);
                briefing_.pictures.insert_or_assign(name,
                                                    Illustration{picture.title, picture.description, std::move(svg)});
                return;
            } catch (const DrawError& error) {
                fault = error.what();
            }
        }
        complain_(fmt::format("the picture '{}' is left out: {}", name, fault));
    }

  private:
    Briefing& briefing_;
    Date made_on_;
    std::function<void(std::string_view)> complain_;
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

/// The parties in another model: vertices are matched by id.
std::vector<VertexIndex> same_in(const Model& model, const Model& other, const std::vector<VertexIndex>& vertices) {
    std::vector<VertexIndex> same;
    for (const auto vertex : vertices)
        same.push_back(*other.find_vertex(model.id(vertex)));
    return same;
}

/// What the scenario makes of the pairs of the briefing and, in one of all, of everything else.
WhatIf compute_what_if(const RelationGraph& graph, const RelationGraph& with_scenario, const Briefing& briefing,
                       const BrokerOptions& options) {
    WhatIf what_if;
    what_if.title = with_scenario.model().scenarios.front();
    what_if.graph = &with_scenario;
    what_if.supposition = find_supposition(graph, with_scenario);
    for (const auto& brokerage : briefing.pairs)
        what_if.pairs.push_back(
            find_brokers(with_scenario, same_in(graph.model(), with_scenario.model(), brokerage.parties), options));
    if (!briefing.scope.empty()) return what_if;
    CompareOptions asked;
    asked.brokers = options;
    asked.clusters.sampling.draws = 0;
    asked.balance.time_limit = balance_patience;
    what_if.comparison = compare(graph, with_scenario, asked);
    return what_if;
}

}  // namespace

Briefing compute_briefing(const Session& session, const RelationGraph& graph, const std::vector<VertexIndex>& named,
                          std::span<const RelationGraph> scenarios, const BrokerOptions& options,
                          const std::function<void(std::string_view)>& complain) {
    Briefing briefing;
    briefing.only = options.only;
    briefing.envelope = session.envelope;
    briefing.scope = name_of_parties(graph.model(), named);
    briefing.coverage = measure_coverage(graph);
    briefing.tensions = find_tensions(graph, {options, TensionOrder::severity, Threats::left_out});
    briefing.matrix = find_all_brokers(graph, options, Threats::left_out);
    briefing.clustering = find_clusters(graph, {.sampling = options.sampling});
    if (named.empty()) briefing.balance = find_balance(graph, {.time_limit = balance_patience});
    if (named.size() == 1) {
        briefing.actor = named.front();
        briefing.portrait = portray_vertex(graph, named.front());
        briefing.reach = find_reach(graph, named.front(), options, Threats::left_out);
    }

    auto with_records = options;
    with_records.records = true;
    with_records.together = 2;
    const auto parts =
        named.size() > 1 ? std::vector<std::vector<VertexIndex>>{named} : parts_of(briefing.tensions, briefing.actor);
    DrawOptions usual;
    usual.only = options.only;
    Illustrator illustrator(briefing, graph.as_of(), complain);
    for (const auto& parties : parts) {
        briefing.pairs.push_back(find_brokers(graph, parties, with_records));
        const auto& brokerage = briefing.pairs.back();
        illustrator.add(name_of_parties(graph.model(), brokerage.parties), {},
                        [&](const DrawOptions& draw) { return draw_brokers(graph, brokerage, draw); });
    }
    for (const auto& with_scenario : scenarios) {
        briefing.what_ifs.push_back(compute_what_if(graph, with_scenario, briefing, options));
        auto changes = usual;
        changes.focus = same_in(graph.model(), with_scenario.model(), named);
        if (!named.empty()) changes.within = 1;
        illustrator.add(fmt::format("what-if-{}", briefing.what_ifs.size()), changes,
                        [&](const DrawOptions& draw) { return draw_changes(graph, with_scenario, draw); });
    }
    if (named.size() > 1) return briefing;
    if (briefing.actor) {
        usual.focus = {*briefing.actor};
        usual.within = 1;
    }
    illustrator.add("network", usual, [&](const DrawOptions& draw) { return draw_network(graph, draw); });
    if (briefing.actor) return briefing;
    illustrator.add("matrix", usual,
                    [&](const DrawOptions& draw) { return draw_matrix(graph, briefing.matrix, draw); });
    illustrator.add("tensions", usual,
                    [&](const DrawOptions& draw) { return draw_tensions(graph, briefing.tensions, draw); });
    illustrator.add("clusters", usual,
                    [&](const DrawOptions& draw) { return draw_clusters(graph, briefing.clustering, draw); });
    illustrator.add("forums", usual, [&](const DrawOptions& draw) { return draw_forums(graph, draw); });
    return briefing;
}

}  // namespace entente::cli
