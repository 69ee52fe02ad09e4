#include "analysis/network.hpp"

#include <cmath>
#include <limits>

namespace entente {
namespace {

constexpr auto none = std::numeric_limits<std::uint32_t>::max();

/// Vertices by part: those of part p from first[p].
struct Grouping {
    std::vector<std::size_t> first;
    std::vector<std::uint32_t> vertices;
};

Grouping group(const Partition& partition, std::size_t parts) {
    Grouping grouping{std::vector<std::size_t>(parts + 1), std::vector<std::uint32_t>(partition.size())};
    for (const auto part : partition)
        ++grouping.first[part + 1];
    for (std::size_t part = 0; part < parts; ++part)
        grouping.first[part + 1] += grouping.first[part];
    auto next = grouping.first;
    for (std::uint32_t vertex = 0; vertex < partition.size(); ++vertex)
        grouping.vertices[next[partition[vertex]]++] = vertex;
    return grouping;
}

}  // namespace

Network network_of(const SignedGraph& graph, std::span<const std::uint32_t> component, double resolution) {
    const auto total = graph.total();
    const double weight = total.positive + total.negative;
    const double unit = weight > 0 ? 2 / weight : 0;
    const double positive_scale = total.positive > 0 ? std::sqrt(unit * resolution / total.positive) : 0;
    const double negative_scale = total.negative > 0 ? std::sqrt(unit * resolution / total.negative) : 0;

    std::vector<std::uint32_t> place(graph.size(), none);
    for (std::uint32_t at = 0; at < component.size(); ++at)
        place[component[at]] = at;

    Network network;
    for (const auto vertex : component) {
        const auto strength = graph.strength(vertex);
        network.masses.push_back({positive_scale * strength.positive, negative_scale * strength.negative});
        for (const auto& link : graph.links(vertex)) {
            if (place[link.to] == none) continue;
            network.links.push_back(
                {place[link.to], link.joined, unit * (link.weight.positive - link.weight.negative)});
        }
        network.first.push_back(network.links.size());
    }
    return network;
}

Network aggregate(const Network& network, const Partition& partition, std::size_t parts) {
    const auto grouping = group(partition, parts);
    Network whole;
    whole.first.reserve(parts + 1);
    whole.masses.resize(parts);
    std::vector<std::size_t> place(parts, 0);  // of the link to each part, plus one; before `begin` it is another's
    for (std::uint32_t part = 0; part < parts; ++part) {
        const auto begin = whole.links.size();
        for (auto at = grouping.first[part]; at < grouping.first[part + 1]; ++at) {
            const auto vertex = grouping.vertices[at];
            whole.masses[part] += network.masses[vertex];
            for (const auto& link : network.links_of(vertex)) {
                const auto to = partition[link.to];
                if (to == part) continue;
                if (place[to] <= begin) {
                    whole.links.push_back({to, false, 0});
                    place[to] = whole.links.size();
                }
                auto& sum = whole.links[place[to] - 1];
                sum.gain += link.gain;
                sum.joined = sum.joined || link.joined;
            }
        }
        whole.first.push_back(whole.links.size());
    }
    return whole;
}

std::size_t renumber(Partition& partition) {
    std::vector<std::uint32_t> number(partition.size(), none);
    std::uint32_t parts = 0;
    for (auto& part : partition) {
        if (number[part] == none) number[part] = parts++;
        part = number[part];
    }
    return parts;
}

}  // namespace entente
