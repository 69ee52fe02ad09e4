#include "analysis/split_search.hpp"

#include "analysis/moving_parts.hpp"
#include "analysis/random.hpp"
#include <entente/model.hpp>

#include <algorithm>
#include <array>
#include <numeric>

namespace entente {
namespace {

constexpr std::size_t patience = 100;  ///< moves without a new best after which a chain ends

/// A split while its vertices cross.
class MovingSplit {
  public:
    MovingSplit(const Network& network, Split split)
        : network_(network), split_(std::move(split)), pulls_(network.size()) {
        for (std::uint32_t vertex = 0; vertex < network.size(); ++vertex) {
            masses_[split_[vertex]] += network.masses[vertex];
            for (const auto& link : network.links_of(vertex))
                pulls_[vertex] += split_[link.to] == split_[vertex] ? -link.gain : link.gain;
        }
    }

    const Split& split() const { return split_; }
    /// What crossing gains.
    double gain(std::uint32_t vertex) const {
        const auto home = split_[vertex];
        const auto& mass = network_.masses[vertex];
        return pulls_[vertex] + union_gain(mass, masses_[1 - home]) - union_gain(mass, masses_[home] - mass);
    }
    void cross(std::uint32_t vertex) {
        const auto home = split_[vertex];
        masses_[home] -= network_.masses[vertex];
        masses_[1 - home] += network_.masses[vertex];
        split_[vertex] = static_cast<std::uint8_t>(1 - home);
        pulls_[vertex] = -pulls_[vertex];
        for (const auto& link : network_.links_of(vertex))
            pulls_[link.to] += 2 * (split_[link.to] == split_[vertex] ? -link.gain : link.gain);
    }

  private:
    const Network& network_;
    Split split_;
    std::array<Mass, 2> masses_;
    std::vector<double> pulls_;  ///< what crossing gains by the links
};

std::vector<std::uint32_t> shuffled(std::size_t size, Random& random) {
    std::vector<std::uint32_t> order(size);
    std::iota(order.begin(), order.end(), 0U);
    random.shuffle(order);
    return order;
}

Split random_split(std::size_t size, Random& random) {
    Split split(size);
    for (auto& part : split)
        part = static_cast<std::uint8_t>(random.below(2));
    return split;
}

/// Each vertex in turn, neighbours of those placed first, goes where its links to those placed draw it.
Split grown_split(const Network& network, Random& random) {
    Split split(network.size());
    std::vector<bool> seen(network.size());
    std::vector<bool> placed(network.size());
    std::vector<std::uint32_t> waiting;
    for (const auto root : shuffled(network.size(), random)) {
        if (!seen[root]) waiting.push_back(root);
        seen[root] = true;
        while (!waiting.empty()) {
            std::swap(waiting[random.below(waiting.size())], waiting.back());
            const auto vertex = waiting.back();
            waiting.pop_back();
            double pull = 0;
            for (const auto& link : network.links_of(vertex)) {
                if (placed[link.to]) pull += split[link.to] == 0 ? -link.gain : link.gain;
                if (!seen[link.to]) waiting.push_back(link.to);
                seen[link.to] = true;
            }
            split[vertex] = pull > 0 ? 1 : 0;
            placed[vertex] = true;
        }
    }
    return split;
}

/// Vertices cross one by one until none gains.
void move_singly(MovingSplit& moving, std::size_t size, Random& random) {
    for (bool moved = true; moved;) {
        moved = false;
        for (const auto vertex : shuffled(size, random)) {
            if (moving.gain(vertex) <= least_gain) continue;
            moving.cross(vertex);
            moved = true;
        }
    }
}

/// Vertices cross, each once at most, the least loss first, then back to the best split on the way. Tells whether that
/// gained.
bool move_in_chain(MovingSplit& moving, std::size_t size) {
    std::vector<bool> crossed(size);
    std::vector<std::uint32_t> chain;
    std::size_t best_length = 0;
    double gained = 0;
    double most = least_gain;
    while (chain.size() < size && chain.size() - best_length < patience) {
        std::uint32_t next = 0;
        double best = std::numeric_limits<double>::lowest();
        for (std::uint32_t vertex = 0; vertex < size; ++vertex) {
            if (crossed[vertex]) continue;
            const double gain = moving.gain(vertex);
            if (gain > best) {
                best = gain;
                next = vertex;
            }
        }
        moving.cross(next);
        crossed[next] = true;
        chain.push_back(next);
        gained += best;
        if (gained > most) {
            most = gained;
            best_length = chain.size();
        }
    }
    while (chain.size() > best_length) {
        moving.cross(chain.back());
        chain.pop_back();
    }
    return best_length > 0;
}

/// The parts as ascending lists, the first vertex's first, compare as this does.
bool has_smaller_form(const Split& left, const Split& right) {
    const auto differ = std::mismatch(left.begin(), left.end(), right.begin()).first - left.begin();
    if (static_cast<std::size_t>(differ) == left.size()) return false;
    // Up to here the first parts are alike. The one that goes on with this vertex is smaller, unless the other ends.
    const bool left_goes_on = left[differ] == 0;
    const auto& other = left_goes_on ? right : left;
    const bool other_ends = std::find(other.begin() + differ, other.end(), 0) == other.end();
    return left_goes_on != other_ends;
}

/// Vertices that belong to either part go where the sorted form is smaller.
void settle(MovingSplit& moving, std::size_t size) {
    for (std::uint32_t vertex = 1; vertex < size; ++vertex) {
        const double gain = moving.gain(vertex);
        if (!at_least(gain, 0)) continue;
        auto before = moving.split();
        moving.cross(vertex);
        auto after = moving.split();
        orient(before);
        orient(after);
        if (!above(gain, 0) && !has_smaller_form(after, before)) moving.cross(vertex);
    }
}

/// The split that the others fall into when a vertex crosses and stays there.
Split follow(const Network& network, const Split& split, std::uint32_t leader) {
    MovingSplit moving(network, split);
    moving.cross(leader);
    for (bool moved = true; moved;) {
        moved = false;
        for (std::uint32_t vertex = 0; vertex < network.size(); ++vertex) {
            if (vertex == leader || moving.gain(vertex) <= least_gain) continue;
            moving.cross(vertex);
            moved = true;
        }
    }
    auto followed = moving.split();
    orient(followed);
    return followed;
}

/// Sets that belong to either part go where the sorted form is smaller, until none does.
Split settled_by_sets(const Network& network, Split split, const std::function<bool()>& enough) {
    double best = quality_of(network, split);
    for (bool moved = true; moved;) {
        moved = false;
        for (std::uint32_t leader = 0; leader < network.size() && !enough(); ++leader) {
            auto next = follow(network, split, leader);
            const double quality = quality_of(network, next);
            if (!at_least(quality, best)) continue;
            if (!above(quality, best) && !has_smaller_form(next, split)) continue;
            split = std::move(next);
            best = std::max(best, quality);
            moved = true;
        }
    }
    return split;
}

Split run_start(const Network& network, std::size_t start, std::uint64_t seed) {
    Random random(seed, start);
    MovingSplit moving(network, start % 2 == 0 ? grown_split(network, random) : random_split(network.size(), random));
    do {
        move_singly(moving, network.size(), random);
    } while (move_in_chain(moving, network.size()));
    settle(moving, network.size());
    auto split = moving.split();
    orient(split);
    return split;
}

}  // namespace

void orient(Split& split) {
    if (split.empty() || split.front() == 0) return;
    for (auto& part : split)
        part = static_cast<std::uint8_t>(1 - part);
}

Split find_best_split(const Network& network, const SplitSearch& search) {
    if (network.size() == 0) return {};
    auto chosen = run_start(network, 0, search.seed);
    double best = quality_of(network, chosen);
    for (std::size_t start = 1; start < search.starts && !search.enough(); ++start) {
        auto split = run_start(network, start, search.seed);
        const double quality = quality_of(network, split);
        if (!at_least(quality, best)) continue;
        if (above(quality, best) || has_smaller_form(split, chosen)) chosen = std::move(split);
        best = std::max(best, quality);
    }
    return settled_by_sets(network, std::move(chosen), search.enough);
}

std::vector<double> crossing_gains(const Network& network, const Split& split) {
    const MovingSplit moving(network, split);
    std::vector<double> gains;
    for (std::uint32_t vertex = 0; vertex < network.size(); ++vertex)
        gains.push_back(moving.gain(vertex));
    return gains;
}

}  // namespace entente
