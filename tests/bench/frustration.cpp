// Frustration of each window of signed ties, proved, against the textbook integer program.
#include "analysis/frustration.hpp"

#include "peers/textbook_program.hpp"
#include "recorded.hpp"

#include <benchmark/benchmark.h>

namespace entente::bench {
namespace {

void camps(benchmark::State& state) {
    const auto& window = windows()[static_cast<std::size_t>(state.range(0))];
    Camps found;
    for (auto _ : state)
        found = find_camps({window.size, window.ties, 1}, std::nullopt);
    double frustrated = 0;
    for (const auto& tie : window.ties)
        if (is_frustrated(tie, found.split)) ++frustrated;
    state.counters["frustration"] = frustrated;
    state.counters["proved"] = found.gap == 0;
}

/// Arguments: the window, and the seconds that the program may take.
void program(benchmark::State& state) {
    const auto& window = windows()[static_cast<std::size_t>(state.range(0))];
    ProgramAnswer answer;
    for (auto _ : state)
        answer = solve_textbook_program(window.size, window.ties, static_cast<double>(state.range(1)));
    state.counters["frustration"] = answer.frustration;
    state.counters["proved"] = answer.proved;
}

const bool listed = [] {
    constexpr int last = 50;
    constexpr int seconds = 60;
    for (int window = 0; window <= last; ++window) {
        benchmark::RegisterBenchmark("frustration/entente", camps)
            ->Arg(window)
            ->Iterations(1)
            ->Unit(benchmark::kMillisecond)
            ->UseRealTime();
        benchmark::RegisterBenchmark("frustration/program", program)
            ->Args({window, seconds})
            ->Iterations(1)
            ->Unit(benchmark::kMillisecond)
            ->UseRealTime();
    }
    return true;
}();

}  // namespace
}  // namespace entente::bench
