#include "analysis/certainty/company.hpp"
#include "analysis/mean.hpp"
#include "analysis/partition_search.hpp"
#include "analysis/side_graph.hpp"
#include <entente/analysis.hpp>

#include <algorithm>
#include <stdexcept>

namespace entente {
namespace {

bool is_unattached(const SignedGraph& graph, std::uint32_t vertex) {
    const auto links = graph.links(vertex);
    return std::none_of(links.begin(), links.end(), [](const auto& link) { return link.joined; });
}

Cluster describe(const SignedGraph& graph, const Partition& partition, const std::vector<std::uint32_t>& part,
                 const std::vector<VertexIndex>& sides) {
    Cluster cluster;
    SignedWeight inside;  // over ordered pairs
    double outside = 0;
    for (const auto vertex : part) {
        cluster.members.push_back({sides[vertex], std::nullopt});
        for (const auto& link : graph.links(vertex)) {
            if (partition[link.to] == partition[vertex]) {
                inside.positive += link.weight.positive;
                inside.negative += link.weight.negative;
            } else {
                outside += link.weight.positive;
            }
        }
    }
    const auto pairs = part.size() * (part.size() - 1);
    cluster.cooperation_inside = mean(inside.positive, pairs);
    cluster.tension_inside = mean(inside.negative, pairs);
    cluster.cooperation_outside = mean(outside, part.size() * (sides.size() - part.size()));
    return cluster;
}

/// Of each member, the mean share of draws in which it is with another of the cluster.
void add_stability(const RelationGraph& graph, const ClusterOptions& options, std::vector<Cluster>& clusters) {
    const auto company = certainty::keep_company(graph, options);
    const auto& sides = graph.sides();
    const auto place_of = [&](const ClusterMember& member) {
        return static_cast<std::size_t>(std::lower_bound(sides.begin(), sides.end(), member.id) - sides.begin());
    };
    for (auto& cluster : clusters)
        for (auto& member : cluster.members) {
            double sum = 0;
            for (const auto& other : cluster.members)
                if (other.id != member.id) sum += company.share(place_of(member), place_of(other));
            member.stability = mean(sum, cluster.members.size() - 1);
        }
}

/// By size, then smallest id.
void number(std::vector<Cluster>& clusters) {
    std::stable_sort(clusters.begin(), clusters.end(), [](const Cluster& left, const Cluster& right) {
        return left.members.size() > right.members.size();
    });
    for (std::size_t at = 0; at < clusters.size(); ++at)
        clusters[at].number = at + 1;
}

}  // namespace

std::optional<std::size_t> Clustering::cluster_of(VertexIndex vertex) const {
    for (std::size_t at = 0; at < clusters.size(); ++at) {
        const auto& members = clusters[at].members;
        if (std::any_of(members.begin(), members.end(), [&](const auto& member) { return member.id == vertex; }))
            return at;
    }
    return std::nullopt;
}

Clustering find_clusters(const RelationGraph& graph, const ClusterOptions& options) {
    if (!(options.resolution > 0)) throw std::invalid_argument("the resolution must be above 0");
    if (options.starts == 0) throw std::invalid_argument("at least one start is needed");

    const auto& sides = graph.sides();
    const auto of_sides = graph_of_sides(graph);
    const auto partition = find_best_partition(
        of_sides, {options.resolution, options.starts, options.sampling.seed, options.sampling.threads});

    Clustering clustering;
    clustering.resolution = options.resolution;
    clustering.modularity = modularity(of_sides, partition, options.resolution);
    for (const auto& part : sorted_form(partition)) {
        if (is_unattached(of_sides, part.front()))
            clustering.unattached.push_back(sides[part.front()]);
        else
            clustering.clusters.push_back(describe(of_sides, partition, part, sides));
    }
    number(clustering.clusters);
    if (options.sampling.draws > 0) add_stability(graph, options, clustering.clusters);
    return clustering;
}

}  // namespace entente
