// Betweenness, constraint and effective size of the world's actors.
#include "positions.hpp"

#include "analysis/betweenness.hpp"
#include "analysis/structural_holes.hpp"
#include "recorded.hpp"

#include <algorithm>
#include <limits>
#include <ostream>

#include <benchmark/benchmark.h>

namespace entente::bench {
namespace {

struct Network {
    std::vector<std::vector<WeightedTie>> trust;
    std::vector<std::vector<Step>> steps;
};

Network network() {
    const auto& actors = world().actors();
    Network made{std::vector<std::vector<WeightedTie>>(actors.size()), std::vector<std::vector<Step>>(actors.size())};
    for (std::size_t actor = 0; actor < actors.size(); ++actor)
        for (const auto& [vertex, relation] : world().neighbours(actors[actor])) {
            if (!world().is_actor(vertex) || !above(relation.trust(), 0)) continue;
            const auto found = std::lower_bound(actors.begin(), actors.end(), vertex);
            const auto to = static_cast<std::uint32_t>(found - actors.begin());
            made.trust[actor].push_back({to, relation.trust()});
            made.steps[actor].push_back({to, length_of(relation.trust())});
        }
    return made;
}

void between(benchmark::State& state) {
    const auto on = network();
    for (auto _ : state)
        benchmark::DoNotOptimize(betweenness(on.steps));
}

void holes(benchmark::State& state) {
    const auto on = network();
    for (auto _ : state)
        benchmark::DoNotOptimize(structural_holes(on.trust));
}

BENCHMARK(between)->Name("positions/betweenness")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(holes)->Name("positions/holes")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace

void write_network(std::ostream& out) {
    const auto on = network();
    out.precision(std::numeric_limits<double>::max_digits10);
    for (std::size_t a = 0; a < on.trust.size(); ++a)
        for (std::size_t at = 0; at < on.trust[a].size(); ++at)
            if (on.trust[a][at].to > a)
                out << a << ' ' << on.trust[a][at].to << ' ' << on.steps[a][at].length << ' ' << on.trust[a][at].weight
                    << '\n';
    out << '\n';
    const auto found = structural_holes(on.trust);
    const auto sums = betweenness(on.steps);
    const auto put = [&](const std::optional<double>& value) {
        if (value)
            out << *value << ' ';
        else
            out << "- ";
    };
    for (std::size_t vertex = 0; vertex < found.size(); ++vertex) {
        put(found[vertex].constraint);
        put(found[vertex].effective_size);
        out << sums[vertex] << '\n';
    }
}

}  // namespace entente::bench
