// Draws for many pairs at once: as pairs grow, and on two threads.
#include "analysis/certainty/certainty.hpp"
#include "recorded.hpp"

#include <algorithm>

#include <benchmark/benchmark.h>

namespace entente::bench {
namespace {

struct Case {
    const char* name;
    const RelationGraph& (*graph)();
    std::size_t draws;
};
constexpr Case of_region{"region", region, 10'000};
constexpr Case of_world{"world", world, 1'000};

/// One pair of every `stride`, in the order of all.
std::vector<PairBrokers> some_pairs(const RelationGraph& graph, std::size_t stride) {
    const auto all = find_all_brokers(graph, {}, Threats::left_out);
    std::vector<PairBrokers> some;
    for (std::size_t at = 0; at < all.size(); at += stride)
        some.push_back(all[at]);
    return some;
}

void sample(benchmark::State& state, const Case& of, std::size_t stride, std::size_t threads) {
    auto pairs = some_pairs(of.graph(), stride);
    BrokerOptions options;
    options.sampling = {.draws = of.draws, .threads = threads};
    for (auto _ : state)
        add_certainty(of.graph(), options, pairs);
    state.counters["pairs"] = static_cast<double>(pairs.size());
    state.counters["draws"] = static_cast<double>(of.draws);
}

const bool listed = [] {
    for (const auto& of : {of_region, of_world}) {
        const auto add = [&](const std::string& name, std::size_t stride, std::size_t threads) {
            benchmark::RegisterBenchmark(("all_pairs/" + std::string(of.name) + name).c_str(), sample, of, stride,
                                         threads)
                ->Iterations(1)
                ->Unit(benchmark::kMillisecond)
                ->MeasureProcessCPUTime()
                ->UseRealTime();
        };
        for (const std::size_t stride : {8, 4, 2})
            add("/one_of:" + std::to_string(stride), stride, 1);
        add("/all", 1, 1);
        add("/two_threads", 1, 2);
    }
    return true;
}();

}  // namespace
}  // namespace entente::bench
