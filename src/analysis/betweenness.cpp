#include "analysis/betweenness.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>
#include <utility>

namespace entente {

namespace {

constexpr double units = 1e12;
constexpr auto unreached = std::numeric_limits<std::uint64_t>::max();

/// The shortest ways from one source; its buffers serve every source in turn.
class ShortestWays {
  public:
    explicit ShortestWays(const std::vector<std::vector<Step>>& steps)
        : steps_(steps), distance_(steps.size()), ways_(steps.size()), dependency_(steps.size()) {}

    /// Adds to each vertex between the source and others its share of the ways to all of them.
    void add_from(std::uint32_t source, std::vector<double>& sums) {
        walk(source);
        std::fill(dependency_.begin(), dependency_.end(), 0.0);
        for (auto last = reached_.rbegin(); last != reached_.rend(); ++last) {
            const auto vertex = *last;
            for (const auto& step : steps_[vertex])
                if (leads(step, vertex))
                    dependency_[step.to] += ways_[step.to] / ways_[vertex] * (1 + dependency_[vertex]);
            if (vertex != source) sums[vertex] += dependency_[vertex];
        }
    }

  private:
    /// Whether a shortest way to `vertex` comes from where the step goes.
    bool leads(const Step& step, std::uint32_t vertex) const {
        return distance_[step.to] != unreached && distance_[step.to] + step.length == distance_[vertex];
    }

    void walk(std::uint32_t source) {
        using Reach = std::pair<std::uint64_t, std::uint32_t>;
        std::fill(distance_.begin(), distance_.end(), unreached);
        reached_.clear();
        std::priority_queue<Reach, std::vector<Reach>, std::greater<>> edge;
        distance_[source] = 0;
        edge.emplace(0, source);
        while (!edge.empty()) {
            const auto [distance, vertex] = edge.top();
            edge.pop();
            if (distance != distance_[vertex]) continue;
            settle(vertex, source);
            for (const auto& step : steps_[vertex]) {
                if (distance + step.length >= distance_[step.to]) continue;
                distance_[step.to] = distance + step.length;
                edge.emplace(distance_[step.to], step.to);
            }
        }
    }

    /// All lengths are above 0, so every vertex before this one is settled, and its ways are known.
    void settle(std::uint32_t vertex, std::uint32_t source) {
        reached_.push_back(vertex);
        ways_[vertex] = vertex == source ? 1 : 0;
        for (const auto& step : steps_[vertex])
            if (leads(step, vertex)) ways_[vertex] += ways_[step.to];
    }

    const std::vector<std::vector<Step>>& steps_;
    std::vector<std::uint64_t> distance_;
    std::vector<double> ways_;
    std::vector<double> dependency_;
    std::vector<std::uint32_t> reached_;  ///< nearest first
};

}  // namespace

std::uint64_t length_of(double trust) {
    const auto length = std::llround(-std::log(trust) * units);
    return static_cast<std::uint64_t>(std::max(length, 1LL));
}

std::vector<double> betweenness(const std::vector<std::vector<Step>>& steps) {
    std::vector<double> sums(steps.size(), 0);
    ShortestWays ways(steps);
    for (std::uint32_t source = 0; source < steps.size(); ++source)
        ways.add_from(source, sums);
    for (auto& sum : sums)
        sum /= 2;
    return sums;
}

}  // namespace entente
