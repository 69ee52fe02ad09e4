// Google Benchmark's own command, or `bench network`: what positions are taken on.
#include "positions.hpp"

#include <cstring>
#include <iostream>

#include <benchmark/benchmark.h>

int main(int count, char** words) {
    if (count == 2 && std::strcmp(words[1], "network") == 0) {
        entente::bench::write_network(std::cout);
        return 0;
    }
    benchmark::Initialize(&count, words);
    if (benchmark::ReportUnrecognizedArguments(count, words)) return 2;
    benchmark::RunSpecifiedBenchmarks();
}
