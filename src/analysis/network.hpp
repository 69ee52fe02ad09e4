/// What the search for clusters works on: modularity told as what two sets gain by becoming one.
///
/// Q is a sum over parts, and uniting the sets S and T adds to it the gains of the links between them, less
/// m⁺_S·m⁺_T, plus m⁻_S·m⁻_T, the masses m being the strengths of METHOD 4, scaled. So a set of vertices may stand as
/// one vertex, with its mass and the sums of its links, and the same search runs on the smaller network.
#pragma once

#include "analysis/signed_graph.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

struct Mass {
    double positive = 0;
    double negative = 0;

    Mass& operator+=(const Mass& other) {
        positive += other.positive;
        negative += other.negative;
        return *this;
    }
    Mass& operator-=(const Mass& other) {
        positive -= other.positive;
        negative -= other.negative;
        return *this;
    }
    friend Mass operator-(Mass left, const Mass& right) { return left -= right; }
};

/// What Q gains when sets of these masses become one, links aside.
inline double union_gain(const Mass& left, const Mass& right) {
    return left.negative * right.negative - left.positive * right.positive;
}

struct Network {
    struct Link {
        std::uint32_t to;
        bool joined;
        double gain;
    };

    std::vector<std::size_t> first{0};
    std::vector<Link> links;  ///< of vertex v from first[v]
    std::vector<Mass> masses;

    std::size_t size() const { return masses.size(); }
    std::span<const Link> links_of(std::uint32_t vertex) const {
        return {links.data() + first[vertex], links.data() + first[vertex + 1]};
    }
};

/// The graph's vertices in `component`, numbered by their place in it, with the links among them.
Network network_of(const SignedGraph& graph, std::span<const std::uint32_t> component, double resolution);

/// What the parts of the network add to Q. `parts` gives the part of each vertex, below the number of vertices or of
/// two.
template <class Parts>
double quality_of(const Network& network, const Parts& parts) {
    std::vector<Mass> masses(std::max<std::size_t>(network.size(), 2));
    double twice = 0;
    for (std::uint32_t vertex = 0; vertex < network.size(); ++vertex) {
        masses[parts[vertex]] += network.masses[vertex];
        for (const auto& link : network.links_of(vertex))
            if (parts[link.to] == parts[vertex]) twice += link.gain;
    }
    for (const auto& mass : masses)
        twice += union_gain(mass, mass);
    return twice / 2;
}

/// Every part of `partition`, numbered 0 … parts - 1, as one vertex.
Network aggregate(const Network& network, const Partition& partition, std::size_t parts);

/// Renumbers the parts 0 … parts - 1 by smallest vertex, and tells how many there are.
std::size_t renumber(Partition& partition);

}  // namespace entente
