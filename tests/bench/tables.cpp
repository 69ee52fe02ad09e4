// Reading the tables of the world and building the graph of a year, against libcsv alone over the same bytes.
#include "peers/count_cells.hpp"
#include "recorded.hpp"
#include <entente/read.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

#include <benchmark/benchmark.h>

namespace entente::bench {
namespace {

std::vector<std::string> texts_of_tables() {
    std::vector<std::string> texts;
    for (const auto& entry : std::filesystem::directory_iterator(data_folder() + "/world")) {
        if (entry.path().extension() != ".csv") continue;
        std::ostringstream text;
        text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        texts.push_back(text.str());
    }
    return texts;
}

void read_world(benchmark::State& state) {
    const ReadOptions options{{}, {data_folder() + "/world"}};
    for (auto _ : state) {
        const auto read = read_model(world_path(), options);
        if (!read.ok()) state.SkipWithError("the world cannot be read");
        benchmark::DoNotOptimize(RelationGraph(read.model).relations().size());
    }
}

void split_cells(benchmark::State& state) {
    const auto texts = texts_of_tables();
    Cells all;
    for (auto _ : state) {
        all = {};
        for (const auto& text : texts)
            count_cells(text, all);
        benchmark::DoNotOptimize(all);
    }
    double bytes = 0;
    for (const auto& text : texts)
        bytes += static_cast<double>(text.size());
    state.counters["bytes"] = bytes;
    state.counters["rows"] = static_cast<double>(all.rows);
}

BENCHMARK(read_world)->Name("tables/entente")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(split_cells)->Name("tables/libcsv")->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace entente::bench
