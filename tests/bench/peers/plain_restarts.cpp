#include "plain_restarts.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

namespace entente::bench {
namespace {

/// Vertices, or the sets of them that stand as one.
struct Level {
    struct Link {
        std::uint32_t to;
        bool joined;
        double net;
    };
    std::vector<std::vector<Link>> links;  ///< none to itself
    std::vector<SignedWeight> strengths;
};

Level level_of(const SignedGraph& graph) {
    Level level;
    for (std::uint32_t vertex = 0; vertex < graph.size(); ++vertex) {
        auto& links = level.links.emplace_back();
        for (const auto& link : graph.links(vertex))
            links.push_back({link.to, link.joined, link.weight.positive - link.weight.negative});
        level.strengths.push_back(graph.strength(vertex));
    }
    return level;
}

Level united(const Level& level, const Partition& partition, std::size_t parts) {
    Level made{std::vector<std::vector<Level::Link>>(parts), std::vector<SignedWeight>(parts)};
    std::vector<std::map<std::uint32_t, Level::Link>> sums(parts);
    for (std::size_t vertex = 0; vertex < level.links.size(); ++vertex) {
        const auto part = partition[vertex];
        made.strengths[part].positive += level.strengths[vertex].positive;
        made.strengths[part].negative += level.strengths[vertex].negative;
        for (const auto& link : level.links[vertex])
            if (const auto to = partition[link.to]; to != part) {
                auto& sum = sums[part].emplace(to, Level::Link{to, false, 0}).first->second;
                sum.joined = sum.joined || link.joined;
                sum.net += link.net;
            }
    }
    for (std::size_t part = 0; part < parts; ++part)
        for (const auto& [to, link] : sums[part])
            made.links[part].push_back(link);
    return made;
}

std::size_t renumber(Partition& partition) {
    std::map<std::uint32_t, std::uint32_t> names;
    for (auto& part : partition)
        part = names.emplace(part, static_cast<std::uint32_t>(names.size())).first->second;
    return names.size();
}

/// The pieces of the parts that hang together by joined links.
Partition pieces(const Level& level, const Partition& partition) {
    constexpr auto none = static_cast<std::uint32_t>(-1);
    Partition found(partition.size(), none);
    for (std::uint32_t first = 0; first < partition.size(); ++first) {
        if (found[first] != none) continue;
        std::vector<std::uint32_t> all{first};
        found[first] = first;
        for (std::size_t at = 0; at < all.size(); ++at)
            for (const auto& link : level.links[all[at]]) {
                if (!link.joined || found[link.to] != none || partition[link.to] != partition[first]) continue;
                found[link.to] = first;
                all.push_back(link.to);
            }
    }
    return found;
}

class Restart {
  public:
    Restart(const SignedGraph& graph, Parts parts, std::mt19937_64& random)
        : total_(graph.total()), parts_(parts), random_(random) {}

    Partition run(Level level) {
        Partition all(level.links.size());
        std::iota(all.begin(), all.end(), 0U);
        for (;;) {
            auto partition = move(level);
            const auto parts = renumber(partition);
            for (auto& part : all)
                part = partition[part];
            if (parts == level.links.size()) return all;
            level = united(level, partition, parts);
        }
    }

  private:
    /// What a set gains by having the vertex, links aside, in units of half the total weight.
    double gain(const SignedWeight& vertex, const SignedWeight& set) const {
        double sum = 0;
        if (total_.positive > 0) sum -= vertex.positive * set.positive / total_.positive;
        if (total_.negative > 0) sum += vertex.negative * set.negative / total_.negative;
        return sum;
    }

    /// Every vertex goes where it gains most, in rounds, until none moves.
    Partition move(const Level& level) {
        const auto size = level.links.size();
        Partition partition(size);
        std::iota(partition.begin(), partition.end(), 0U);
        auto masses = level.strengths;
        std::vector<std::uint32_t> order = partition;
        std::shuffle(order.begin(), order.end(), random_);
        std::vector<double> nets(size, 0);
        for (bool moved = true; moved;) {
            moved = false;
            for (const auto vertex : order) {
                const auto& strength = level.strengths[vertex];
                const auto home = partition[vertex];
                masses[home].positive -= strength.positive;
                masses[home].negative -= strength.negative;
                for (const auto& link : level.links[vertex])
                    nets[partition[link.to]] += link.net;
                auto best = home;
                double most = nets[home] + gain(strength, masses[home]);
                for (const auto& link : level.links[vertex]) {
                    if (parts_ == Parts::connected && !link.joined) continue;
                    const auto part = partition[link.to];
                    const double value = nets[part] + gain(strength, masses[part]);
                    if (value > most + 1e-10) best = part, most = value;
                }
                for (const auto& link : level.links[vertex])
                    nets[partition[link.to]] = 0;
                masses[best].positive += strength.positive;
                masses[best].negative += strength.negative;
                partition[vertex] = best;
                moved = moved || best != home;
            }
        }
        return partition;
    }

    SignedWeight total_;
    Parts parts_;
    std::mt19937_64& random_;
};

}  // namespace

Partition best_of_plain_restarts(const SignedGraph& graph, std::size_t restarts, Parts parts) {
    std::mt19937_64 random(1);
    const auto level = level_of(graph);
    Partition best;
    double most = 0;
    for (std::size_t at = 0; at < restarts; ++at) {
        auto found = Restart(graph, parts, random).run(level);
        if (parts == Parts::connected) found = pieces(level, found);
        const double quality = modularity(graph, found, 1);
        if (!best.empty() && quality <= most) continue;
        best = std::move(found);
        most = quality;
    }
    return best;
}

}  // namespace entente::bench
