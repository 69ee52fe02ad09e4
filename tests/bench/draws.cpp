// Draws of one pair, against as many normals from the same generator alone.
#include "analysis/certainty/survey.hpp"
#include "recorded.hpp"

#include <benchmark/benchmark.h>

namespace entente::bench {
namespace {

constexpr std::size_t draws = 10'000;

const std::vector<VertexIndex>& parties() {
    static const std::vector<VertexIndex> pair{*region().model().find_vertex("AFG"),
                                               *region().model().find_vertex("PAK")};
    return pair;
}

void find(benchmark::State& state, std::size_t count) {
    BrokerOptions options;
    options.sampling = {.draws = count, .threads = 1};
    region();
    for (auto _ : state)
        benchmark::DoNotOptimize(find_brokers(region(), parties(), options));
}

/// What find_brokers draws and counts, without what would change the answer and what to find out.
void rank(benchmark::State& state) {
    const std::vector<std::vector<VertexIndex>> questions{parties()};
    const BrokerOptions options;
    const certainty::Survey survey(region(), questions, options);
    const Sampling sampling{.draws = draws, .threads = 1};
    for (auto _ : state)
        benchmark::DoNotOptimize(certainty::take(survey, sampling, {}));
}

void normals(benchmark::State& state) {
    const std::vector<std::vector<VertexIndex>> questions{parties()};
    const BrokerOptions options;
    const certainty::Survey survey(region(), questions, options);
    std::vector<certainty::Stream> streams;
    for (certainty::Slot slot = 0; slot < survey.unknowns.size(); ++slot)
        if (survey.unknowns[slot].drawn()) streams.emplace_back(1, survey.unknowns[slot].key);
    std::vector<double> values(certainty::batch);
    for (auto _ : state)
        for (std::size_t first = 0; first < draws; first += certainty::batch)
            for (const auto& stream : streams) {
                stream.fill_normal(first, values);
                benchmark::DoNotOptimize(values.data());
                benchmark::ClobberMemory();
            }
    state.counters["numbers"] = static_cast<double>(streams.size());
}

BENCHMARK_CAPTURE(find, with, draws)->Name("draws/with")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(find, without, 0)->Name("draws/without")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(rank)->Name("draws/ranks")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(normals)->Name("draws/normals")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace entente::bench
