// Clusters of each window of signed ties, against the best of plain random restarts.
#include "analysis/partition_search.hpp"
#include "peers/plain_restarts.hpp"
#include "recorded.hpp"

#include <benchmark/benchmark.h>

namespace entente::bench {
namespace {

template <class Search>
void search(benchmark::State& state, const Search& find) {
    const auto graph = windows()[static_cast<std::size_t>(state.range(0))].graph();
    Partition partition;
    for (auto _ : state)
        partition = find(graph);
    state.counters["quality"] = modularity(graph, partition, 1);
}

const bool listed = [] {
    constexpr int last = 50;
    const auto ours = [](const SignedGraph& graph) { return find_best_partition(graph, {}); };
    const auto plain = [](const SignedGraph& graph) { return best_of_plain_restarts(graph, 1000, Parts::connected); };
    const auto free = [](const SignedGraph& graph) { return best_of_plain_restarts(graph, 1000, Parts::free); };
    const auto add = [&](const char* name, const auto& find, int window) {
        benchmark::RegisterBenchmark(name, [find](benchmark::State& state) { search(state, find); })
            ->Arg(window)
            ->Iterations(1)
            ->Unit(benchmark::kMillisecond)
            ->MeasureProcessCPUTime();
    };
    for (int window = 0; window <= last; ++window) {
        add("window_clusters/entente", ours, window);
        add("window_clusters/restarts", plain, window);
        add("window_clusters/free", free, window);
    }
    return true;
}();

}  // namespace
}  // namespace entente::bench
