// Who changed company: clusters are matched by the sides they share, so that a new number alone is no change.
#include "analysis/cluster_match.hpp"
#include "analysis/two_states.hpp"

#include <algorithm>

namespace entente {

namespace {

/// A cluster's position, or that a side is unattached.
using Company = std::optional<std::size_t>;

/// Clusters by common indices.
struct Grouping {
    std::vector<std::vector<CommonIndex>> clusters;
    std::vector<std::optional<Company>> company;  ///< by common index; nothing for what is no side
};

Grouping grouping_of(const State& state, const Clustering& clustering) {
    Grouping grouping;
    grouping.company.resize(state.vertex.size());
    for (const auto side : clustering.unattached)
        grouping.company[state.common[side]] = Company();
    for (std::size_t cluster = 0; cluster < clustering.clusters.size(); ++cluster) {
        std::vector<CommonIndex> members;
        for (const auto& member : clustering.clusters[cluster].members) {
            members.push_back(state.common[member.id]);
            grouping.company[members.back()] = Company(cluster);
        }
        std::sort(members.begin(), members.end());
        grouping.clusters.push_back(std::move(members));
    }
    return grouping;
}

/// "with AFG, PAK", "alone", "unattached"; nothing for what is no side.
Moved::Value company_in_words(const Grouping& grouping, CommonIndex side, const std::vector<std::string>& ids) {
    const auto& company = grouping.company[side];
    if (!company) return {};
    if (!*company) return "unattached";
    std::string words;
    for (const auto member : grouping.clusters[**company])
        if (member != side) words += (words.empty() ? "with " : ", ") + ids[member];
    return words.empty() ? "alone" : words;
}

bool stays(const std::optional<Company>& before, const std::optional<Company>& after,
           const std::vector<Company>& match) {
    if (!before || !after) return !before && !after;
    return *before ? *after && match[**before] == *after : !*after;
}

}  // namespace

std::vector<Moved> compare_clusters(const TwoStates& states, const ClusterOptions& options) {
    auto without_draws = options;
    without_draws.sampling.draws = 0;
    const auto first = find_clusters(states.before.graph, without_draws);
    const auto second = find_clusters(states.after.graph, without_draws);
    const auto before = grouping_of(states.before, first);
    const auto after = grouping_of(states.after, second);
    const auto match = match_clusters(before.clusters, after.clusters);

    MovedRows rows;
    for (CommonIndex side = 0; side < states.ids.size(); ++side)
        if (!stays(before.company[side], after.company[side], match))
            rows.add_of_vertex(states.ids[side], "cluster", company_in_words(before, side, states.ids),
                               company_in_words(after, side, states.ids));
    rows.add({"modularity", first.modularity, second.modularity, "modularity"});
    rows.add({"number of clusters", static_cast<double>(first.clusters.size()),
              static_cast<double>(second.clusters.size()), "number"});
    return std::move(rows).sorted();
}

}  // namespace entente
