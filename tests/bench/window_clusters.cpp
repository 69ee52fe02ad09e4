// Clusters of each window of signed ties, against the best of plain random restarts.
#include "analysis/partition_search.hpp"
#include "peers/plain_restarts.hpp"
#include "recorded.hpp"

#include <benchmark/benchmark.h>

namespace entente::bench {
namespace {

/// Whether every part hangs together by joined pairs, as clusters must.
bool is_connected(const SignedGraph& graph, const Partition& partition) {
    for (const auto& part : sorted_form(partition)) {
        std::vector<bool> reached(graph.size());
        std::vector<std::uint32_t> all{part.front()};
        reached[part.front()] = true;
        for (std::size_t at = 0; at < all.size(); ++at)
            for (const auto& link : graph.links(all[at])) {
                if (!link.joined || reached[link.to] || partition[link.to] != partition[part.front()]) continue;
                reached[link.to] = true;
                all.push_back(link.to);
            }
        if (all.size() != part.size()) return false;
    }
    return true;
}

template <class Search>
void search(benchmark::State& state, const Search& find) {
    const auto graph = windows()[static_cast<std::size_t>(state.range(0))].graph();
    Partition partition;
    for (auto _ : state)
        partition = find(graph);
    state.counters["quality"] = modularity(graph, partition, 1);
    state.counters["connected"] = is_connected(graph, partition);
}

const bool listed = [] {
    constexpr int last = 50;
    const auto ours = [](const SignedGraph& graph) { return find_best_partition(graph, {}); };
    const auto plain = [](const SignedGraph& graph) { return best_of_plain_restarts(graph, 1000); };
    const auto add = [&](const char* name, const auto& find, int window) {
        benchmark::RegisterBenchmark(name, [find](benchmark::State& state) { search(state, find); })
            ->Arg(window)
            ->Iterations(1)
            ->Unit(benchmark::kMillisecond)
            ->UseRealTime();
    };
    for (int window = 0; window <= last; ++window) {
        add("window_clusters/entente", ours, window);
        add("window_clusters/restarts", plain, window);
    }
    return true;
}();

}  // namespace
}  // namespace entente::bench
