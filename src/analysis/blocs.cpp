#include "analysis/blocs.hpp"

#include "analysis/mean.hpp"
#include "analysis/split_search.hpp"

#include <numeric>

namespace entente {
Blocs find_blocs(const SignedGraph& graph, const std::vector<VertexIndex>& sides, std::uint64_t seed) {
    std::vector<std::uint32_t> all(graph.size());
    std::iota(all.begin(), all.end(), 0U);
    const auto network = network_of(graph, all, 1);
    SplitSearch search;
    search.seed = seed;
    const auto split = find_best_split(network, search);
    const auto gains = crossing_gains(network, split);

    Blocs blocs;
    blocs.modularity = modularity(graph, {split.begin(), split.end()}, 1);
    double inside = 0;  // both over ordered pairs
    double across = 0;
    for (std::uint32_t vertex = 0; vertex < graph.size(); ++vertex) {
        blocs.members[split[vertex]].push_back({sides[vertex], 0.0 - gains[vertex]});
        for (const auto& link : graph.links(vertex))
            (split[link.to] == split[vertex] ? inside : across) += link.weight.positive - link.weight.negative;
    }
    const auto first = blocs.members[0].size();
    const auto second = blocs.members[1].size();
    const auto pairs_inside = first * (first - 1) + second * (second - 1);
    blocs.net_inside = mean(inside, pairs_inside);
    blocs.net_across = mean(across, 2 * first * second);
    return blocs;
}

}  // namespace entente
