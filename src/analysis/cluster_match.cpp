#include "analysis/cluster_match.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace entente {

std::vector<std::optional<std::size_t>> match_clusters(const std::vector<std::vector<std::size_t>>& before,
                                                       const std::vector<std::vector<std::size_t>>& after) {
    std::map<std::size_t, std::size_t> cluster_after;
    for (std::size_t to = 0; to < after.size(); ++to)
        for (const auto member : after[to])
            cluster_after[member] = to;
    std::map<std::pair<std::size_t, std::size_t>, std::ptrdiff_t> shared;
    for (std::size_t from = 0; from < before.size(); ++from)
        for (const auto member : before[from])
            if (const auto to = cluster_after.find(member); to != cluster_after.end()) ++shared[{from, to->second}];

    std::vector<std::tuple<std::ptrdiff_t, std::size_t, std::size_t>> most_first;
    for (const auto& [pair, members] : shared)
        most_first.emplace_back(-members, pair.first, pair.second);
    std::sort(most_first.begin(), most_first.end());
    std::vector<std::optional<std::size_t>> match(before.size());
    std::vector<bool> taken(after.size(), false);
    for (const auto& [members, from, to] : most_first) {
        if (match[from] || taken[to]) continue;
        match[from] = to;
        taken[to] = true;
    }
    return match;
}

}  // namespace entente
