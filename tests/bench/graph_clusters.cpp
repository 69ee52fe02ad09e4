// Clusters of unsigned graphs, against igraph's Leiden: modularity, and the time of one start.
#include "analysis/partition_search.hpp"
#include "made_graphs.hpp"
#include "peers/leiden.hpp"

#include <algorithm>
#include <string>

#include <benchmark/benchmark.h>

namespace entente::bench {
namespace {

constexpr double threshold = 0.1;
constexpr int leiden_runs = 10;

struct Case {
    GraphKind kind;
    std::uint32_t size;
};

/// The four ways of starting take turns, so that four starts are one of each; the time counts for all threads.
constexpr std::size_t ways = 4;
void time_starts(benchmark::State& state, Case of) {
    const SignedGraph graph(of.size, made_pairs(of.kind, of.size), threshold);
    SearchOptions options{.starts = ways};
    for (auto _ : state) {
        benchmark::DoNotOptimize(find_best_partition(graph, options));
        ++options.seed;
    }
    state.counters["starts"] = static_cast<double>(ways);
}

void time_leiden(benchmark::State& state, Case of, int rounds) {
    const auto pairs = made_pairs(of.kind, of.size);
    Leiden leiden(of.size, pairs);
    unsigned long seed = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(leiden.run(rounds, ++seed));
}

void quality_of_starts(benchmark::State& state, Case of) {
    const SignedGraph graph(of.size, made_pairs(of.kind, of.size), threshold);
    Partition partition;
    for (auto _ : state)
        partition = find_best_partition(graph, {});
    state.counters["quality"] = modularity(graph, partition, 1);
}

void quality_of_leiden(benchmark::State& state, Case of, int rounds) {
    const auto pairs = made_pairs(of.kind, of.size);
    const SignedGraph graph(of.size, pairs, threshold);
    Leiden leiden(of.size, pairs);
    std::vector<double> found;
    for (auto _ : state)
        for (unsigned long seed = 1; seed <= leiden_runs; ++seed)
            found.push_back(modularity(graph, leiden.run(rounds, seed), 1));
    std::sort(found.begin(), found.end());
    state.counters["quality"] = found.back();
    state.counters["median"] = (found[leiden_runs / 2 - 1] + found[leiden_runs / 2]) / 2;
}

const bool listed = [] {
    struct Named {
        const char* name;
        GraphKind kind;
    };
    for (const std::uint32_t size : {1'000U, 10'000U})
        for (const auto& [name, kind] : {Named{"random", GraphKind::random},
                                         {"planted", GraphKind::planted},
                                         {"scale_free", GraphKind::scale_free}}) {
            const Case of{kind, size};
            const auto to = '/' + std::string(name) + '/' + std::to_string(size);
            const auto add = [&](const std::string& what, const auto& run) {
                return benchmark::RegisterBenchmark((what + to).c_str(), run)->Unit(benchmark::kMillisecond);
            };
            const auto add_timed = [&](const std::string& what, const auto& run) {
                add("graph_clusters/time/" + what, run)->MeasureProcessCPUTime();
            };
            const auto add_once = [&](const std::string& what, const auto& run) {
                add("graph_clusters/quality/" + what, run)->Iterations(1);
            };
            add_timed("entente", [of](benchmark::State& state) { time_starts(state, of); });
            add_timed("leiden2", [of](benchmark::State& state) { time_leiden(state, of, 2); });
            add_timed("leiden", [of](benchmark::State& state) { time_leiden(state, of, 0); });
            add_once("entente", [of](benchmark::State& state) { quality_of_starts(state, of); });
            add_once("leiden2", [of](benchmark::State& state) { quality_of_leiden(state, of, 2); });
            add_once("leiden", [of](benchmark::State& state) { quality_of_leiden(state, of, 0); });
        }
    return true;
}();

}  // namespace
}  // namespace entente::bench
