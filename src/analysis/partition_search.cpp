#include "analysis/partition_search.hpp"

#include "analysis/certainty/parallel.hpp"
#include "analysis/chain_moving.hpp"
#include "analysis/local_moving.hpp"
#include "analysis/moving_parts.hpp"
#include <entente/model.hpp>

#include <algorithm>
#include <limits>
#include <numeric>

namespace entente {
namespace {

constexpr auto none = std::numeric_limits<std::uint32_t>::max();
/// Sets form by luck, so more rounds of them would always raise Q a little more: what they take is better spent on
/// another start.
constexpr std::size_t rounds_with_sets = 3;

/// A partition that a start ended with.
struct Found {
    Partition partition;
    double quality = 0;
};

/// Connected parts of any size, grown from single vertices.
Partition grow_parts(const Network& network, Random& random) {
    std::vector<std::uint32_t> vertices(network.size());
    std::iota(vertices.begin(), vertices.end(), 0U);
    random.shuffle(vertices);
    vertices.resize(1 + random.below(network.size()));

    Partition partition(network.size(), none);
    for (const auto vertex : vertices)
        partition[vertex] = vertex;
    while (!vertices.empty()) {
        std::swap(vertices[random.below(vertices.size())], vertices.back());
        const auto vertex = vertices.back();
        vertices.pop_back();
        for (const auto& link : network.links_of(vertex)) {
            if (!link.joined || partition[link.to] != none) continue;
            partition[link.to] = partition[vertex];
            vertices.push_back(link.to);
        }
    }
    return partition;
}

Partition single_vertices(const Network& network) {
    Partition partition(network.size());
    std::iota(partition.begin(), partition.end(), 0U);
    return partition;
}

/// Tells whether the change raised Q; undoes it where it did not.
template <typename Change>
bool raise(const Network& network, Found& found, const Change& change) {
    auto next = found.partition;
    change(next);
    const double quality = quality_of(network, next);
    if (quality <= found.quality + least_gain) return false;
    found = {std::move(next), quality};
    return true;
}

/// Starts differ in their luck, and by turns in where they begin and in how their sets form.
Found run_start(const Network& network, std::size_t start, std::uint64_t seed) {
    Random random(seed, start);
    Found found{start % 2 == 0 ? single_vertices(network) : grow_parts(network, random), 0};
    found.quality = quality_of(network, found.partition);
    const auto refinement = start % 4 < 2 ? Refinement::best : Refinement::any;
    std::size_t rounds = 0;
    const auto by_rounds = [&](Partition& partition) {
        improve(network, partition, rounds++ < rounds_with_sets ? refinement : Refinement::none, random);
    };
    const auto by_chain = [&](Partition& partition) { move_in_chain(network, partition, random); };
    do {
        while (raise(network, found, by_rounds)) {
        }
    } while (raise(network, found, by_chain));
    return found;
}

Partition best_of_starts(const Network& network, const SearchOptions& options) {
    std::vector<Found> found(options.starts);
    certainty::for_each_index(options.starts, options.threads,
                              [&](std::size_t start) { found[start] = run_start(network, start, options.seed); });
    double best = found.front().quality;
    for (const auto& one : found)
        best = std::max(best, one.quality);
    const Partition* chosen = nullptr;
    for (const auto& one : found) {
        if (!at_least(one.quality, best)) continue;
        if (chosen == nullptr || sorted_form(one.partition) < sorted_form(*chosen)) chosen = &one.partition;
    }
    return *chosen;
}

}  // namespace

Partition find_best_partition(const SignedGraph& graph, const SearchOptions& options) {
    Partition partition(graph.size());
    std::uint32_t parts = 0;
    // No part spans two components, and Q is a sum over parts: each component is searched by itself.
    for (const auto& component : graph.components()) {
        const auto inner = component.size() == 1
                               ? Partition{0}
                               : best_of_starts(network_of(graph, component, options.resolution), options);
        for (std::size_t at = 0; at < component.size(); ++at)
            partition[component[at]] = parts + inner[at];
        parts += *std::max_element(inner.begin(), inner.end()) + 1;
    }
    renumber(partition);
    return partition;
}

}  // namespace entente
