#include "made_graphs.hpp"

#include "analysis/random.hpp"

#include <algorithm>
#include <set>

namespace entente::bench {
namespace {

using Ends = std::set<std::pair<std::uint32_t, std::uint32_t>>;

void add(Ends& ends, std::uint32_t a, std::uint32_t b) {
    if (a != b) ends.insert(std::minmax(a, b));
}

void fill_random(Ends& ends, std::uint32_t size, std::size_t count, Random& random) {
    while (ends.size() < count)
        add(ends, random.below(size), random.below(size));
}

void fill_planted(Ends& ends, std::uint32_t size, Random& random) {
    constexpr std::uint32_t community = 50;
    while (ends.size() < std::size_t{size} * 4) {
        const auto a = random.below(size);
        const auto first = a / community * community;
        add(ends, a, first + random.below(std::min(community, size - first)));
    }
    fill_random(ends, size, std::size_t{size} * 5, random);
}

void fill_scale_free(Ends& ends, std::uint32_t size, Random& random) {
    constexpr std::uint32_t joined = 5;
    std::vector<std::uint32_t> by_degree;  // each vertex as often as it has neighbours
    for (std::uint32_t vertex = 0; vertex < size; ++vertex) {
        std::set<std::uint32_t> chosen;
        while (chosen.size() < std::min(joined, vertex))
            chosen.insert(vertex <= joined ? random.below(vertex) : by_degree[random.below(by_degree.size())]);
        for (const auto other : chosen) {
            add(ends, vertex, other);
            by_degree.push_back(vertex);
            by_degree.push_back(other);
        }
    }
}

}  // namespace

std::vector<SignedPair> made_pairs(GraphKind kind, std::uint32_t size) {
    Random random(1, static_cast<std::uint64_t>(kind));
    Ends ends;
    if (kind == GraphKind::random) fill_random(ends, size, std::size_t{size} * 5, random);
    if (kind == GraphKind::planted) fill_planted(ends, size, random);
    if (kind == GraphKind::scale_free) fill_scale_free(ends, size, random);
    std::vector<SignedPair> pairs;
    for (const auto& [a, b] : ends)
        pairs.push_back({a, b, {1, 0}});
    return pairs;
}

}  // namespace entente::bench
