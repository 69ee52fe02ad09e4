#include "analysis/frustration.hpp"

#include "analysis/every_cut.hpp"
#include "analysis/least_cut.hpp"

#include <algorithm>
#include <cmath>

namespace entente {
namespace {

constexpr std::size_t starts = 30;
constexpr std::uint64_t seed = 1;

/// A block by itself, its vertices numbered anew.
struct Block {
    std::size_t size = 0;
    std::vector<WeightedEdge> edges;
};

Block block_of(const SignedEdges& graph, const std::vector<std::uint32_t>& edges) {
    std::vector<std::uint32_t> vertices;
    for (const auto edge : edges) {
        vertices.push_back(graph.edges[edge].a);
        vertices.push_back(graph.edges[edge].b);
    }
    std::sort(vertices.begin(), vertices.end());
    vertices.erase(std::unique(vertices.begin(), vertices.end()), vertices.end());
    const auto place = [&](std::uint32_t vertex) {
        return static_cast<std::uint32_t>(std::lower_bound(vertices.begin(), vertices.end(), vertex) -
                                          vertices.begin());
    };
    Block block{vertices.size(), {}};
    for (const auto edge : edges) {
        const auto& [a, b, weight] = graph.edges[edge];
        block.edges.push_back({place(a), place(b), weight});
    }
    return block;
}

/// Whose gain from a split is the weight inside the camps: greatest where the least is frustrated.
Network network_of(const Block& block) {
    Network network;
    network.masses.resize(block.size);
    const Incidence incidence(block.size, block.edges);
    for (std::uint32_t vertex = 0; vertex < block.size; ++vertex) {
        for (const auto& [to, edge] : incidence[vertex])
            network.links.push_back({to, true, block.edges[edge].weight});
        network.first.push_back(network.links.size());
    }
    return network;
}

/// What each edge adds to the cost where its ends exchange whether they are in one camp.
std::vector<WeightedEdge> costs_of_change(const Block& block, const Split& camps) {
    auto costs = block.edges;
    for (auto& edge : costs)
        edge.weight = is_frustrated(edge, camps) ? -std::abs(edge.weight) : std::abs(edge.weight);
    return costs;
}

bool strains(const Block& block, const Split& camps) {
    return std::any_of(block.edges.begin(), block.edges.end(),
                       [&](const auto& edge) { return is_frustrated(edge, camps); });
}

/// Better camps are looked for until it is proved that there are none.
Camps camps_of(const Block& block, double step, const Deadline& deadline) {
    Camps camps;
    camps.split = find_best_split(network_of(block), {starts, seed, [&] { return is_over(deadline); }});
    while (strains(block, camps.split)) {
        const auto costs = costs_of_change(block, camps.split);
        const CutQuestion question{block.size, costs, step, deadline};
        const auto answer = is_looked_through(question) ? look_through_cuts(question) : find_cheaper_cut(question);
        camps.gap = 0.0 - answer.bound;
        camps.unique = answer.alone;
        if (!answer.better) break;
        for (std::size_t vertex = 0; vertex < block.size; ++vertex)
            camps.split[vertex] ^= (*answer.better)[vertex];
    }
    return camps;
}

/// Camps from which edges part and which they unite.
Split join(const Incidence& incidence, const std::vector<bool>& parts) {
    Split split(incidence.size());
    std::vector<bool> seen(incidence.size());
    std::vector<std::uint32_t> waiting;
    for (std::uint32_t root = 0; root < incidence.size(); ++root) {
        if (!seen[root]) waiting.push_back(root);
        seen[root] = true;
        while (!waiting.empty()) {
            const auto vertex = waiting.back();
            waiting.pop_back();
            for (const auto& [to, edge] : incidence[vertex]) {
                if (seen[to]) continue;
                seen[to] = true;
                split[to] = split[vertex] ^ static_cast<std::uint8_t>(parts[edge]);
                waiting.push_back(to);
            }
        }
    }
    return split;
}

}  // namespace

Camps find_camps(const SignedEdges& graph, const Deadline& deadline) {
    const Incidence incidence(graph.size, graph.edges);
    std::vector<bool> parts(graph.edges.size());
    Camps whole;
    // Blocks share no cycle: what is best in each is best together.
    for (const auto& edges : find_blocks(incidence)) {
        const auto block = block_of(graph, edges);
        const auto camps = camps_of(block, graph.step, deadline);
        for (std::size_t at = 0; at < edges.size(); ++at)
            parts[edges[at]] = camps.split[block.edges[at].a] != camps.split[block.edges[at].b];
        whole.gap += camps.gap;
        whole.unique = whole.unique && camps.unique;
    }
    whole.split = join(incidence, parts);
    return whole;
}

}  // namespace entente
