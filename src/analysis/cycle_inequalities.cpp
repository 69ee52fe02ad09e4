#include "analysis/cycle_inequalities.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <queue>
#include <tuple>

namespace entente {
namespace {

constexpr double least_violation = 1e-4;
constexpr std::size_t most_at_once = 2000;
constexpr std::uint8_t most_an_edge = 3;
constexpr auto none = std::numeric_limits<std::uint32_t>::max();

/// Keeps a round of inequalities from crowding on a few edges.
class Quota {
  public:
    explicit Quota(std::size_t edges) : used_(edges) {}

    bool admits(const CycleInequality& cycle) {
        const auto free = [&](std::uint32_t edge) { return used_[edge] < most_an_edge; };
        if (!std::all_of(cycle.odd.begin(), cycle.odd.end(), free)) return false;
        if (!std::all_of(cycle.rest.begin(), cycle.rest.end(), free)) return false;
        for (const auto* edges : {&cycle.odd, &cycle.rest})
            for (const auto edge : *edges)
                ++used_[edge];
        return true;
    }

  private:
    std::vector<std::uint8_t> used_;
};

/// Of a triangle's four inequalities the one most violated.
struct Triangle {
    std::array<std::uint32_t, 3> edges;
    double violation;
    std::uint32_t alone;  ///< the position of the one odd edge; 3 where all are

    CycleInequality inequality() const {
        CycleInequality cycle;
        for (std::uint32_t at = 0; at < 3; ++at)
            (alone == 3 || alone == at ? cycle.odd : cycle.rest).push_back(edges[at]);
        return cycle;
    }
};

Triangle most_violated(const std::array<std::uint32_t, 3>& edges, const std::vector<double>& values) {
    const double sum = values[edges[0]] + values[edges[1]] + values[edges[2]];
    Triangle triangle{edges, sum - 2, 3};
    for (std::uint32_t at = 0; at < 3; ++at) {
        const double violation = 2 * values[edges[at]] - sum;
        if (violation <= triangle.violation) continue;
        triangle.violation = violation;
        triangle.alone = at;
    }
    return triangle;
}

/// The shortest way from a vertex to itself that takes an odd number of edges at 1 - value, the others at value.
class OddWalk {
  public:
    OddWalk(const Incidence& incidence, const std::vector<double>& values) : incidence_(incidence), values_(values) {}

    /// A cycle of such a walk that is shorter than 1.
    std::optional<CycleInequality> from(std::uint32_t root) {
        steps_.assign(2 * incidence_.size(), {});
        std::priority_queue<std::pair<double, std::uint32_t>, std::vector<std::pair<double, std::uint32_t>>,
                            std::greater<>>
            waiting;
        const auto start = 2 * root;
        steps_[start].length = 0;
        waiting.emplace(0, start);
        while (!waiting.empty()) {
            const auto [length, state] = waiting.top();
            waiting.pop();
            if (state == start + 1) return cycle_to(state);
            if (length > steps_[state].length) continue;
            for (const auto& [to, edge] : incidence_[state / 2]) {
                for (const std::uint32_t turn : {0U, 1U}) {
                    const double further = length + (turn == 0 ? values_[edge] : 1 - values_[edge]);
                    auto& step = steps_[2 * to + (state % 2 ^ turn)];
                    if (further >= std::min(step.length, 1 - least_violation)) continue;
                    step = {further, state, edge};
                    waiting.emplace(further, 2 * to + (state % 2 ^ turn));
                }
            }
        }
        return std::nullopt;
    }

  private:
    struct Step {
        double length = std::numeric_limits<double>::max();
        std::uint32_t from = none;
        std::uint32_t edge = none;
    };

    /// Walks back to the first vertex met twice, which is met once on either side.
    CycleInequality cycle_to(std::uint32_t end) const {
        std::vector<std::uint32_t> states{end};
        std::vector<std::uint32_t> place(incidence_.size(), none);
        while (place[states.back() / 2] == none) {
            place[states.back() / 2] = static_cast<std::uint32_t>(states.size() - 1);
            states.push_back(steps_[states.back()].from);
        }
        return cycle_of({states.begin() + place[states.back() / 2], states.end()});
    }

    CycleInequality cycle_of(const std::vector<std::uint32_t>& states) const {
        CycleInequality cycle;
        for (std::size_t at = 0; at + 1 < states.size(); ++at) {
            const bool turns = states[at] % 2 != states[at + 1] % 2;
            (turns ? cycle.odd : cycle.rest).push_back(steps_[states[at]].edge);
        }
        return cycle;
    }

    const Incidence& incidence_;
    const std::vector<double>& values_;
    std::vector<Step> steps_;
};

}  // namespace

CycleSeparation::CycleSeparation(std::size_t size, std::span<const WeightedEdge> edges)
    : edges_(edges), incidence_(size, edges) {}

std::vector<CycleInequality> CycleSeparation::find(const std::vector<double>& values) const {
    auto found = find_triangles(values);
    return found.empty() ? find_cycles(values) : found;
}

std::vector<CycleInequality> CycleSeparation::find_triangles(const std::vector<double>& values) const {
    std::vector<Triangle> violated;
    for_each_triangle(incidence_, edges_, [&](const std::array<std::uint32_t, 3>& edges) {
        const auto triangle = most_violated(edges, values);
        if (triangle.violation > least_violation) violated.push_back(triangle);
    });
    std::sort(violated.begin(), violated.end(), [](const Triangle& left, const Triangle& right) {
        return std::tie(right.violation, left.edges) < std::tie(left.violation, right.edges);
    });
    std::vector<CycleInequality> found;
    Quota quota(edges_.size());
    for (const auto& triangle : violated) {
        if (found.size() == most_at_once) break;
        auto inequality = triangle.inequality();
        if (quota.admits(inequality)) found.push_back(std::move(inequality));
    }
    return found;
}

std::vector<CycleInequality> CycleSeparation::find_cycles(const std::vector<double>& values) const {
    std::vector<CycleInequality> found;
    Quota quota(edges_.size());
    OddWalk walk(incidence_, values);
    for (std::uint32_t root = 0; root < incidence_.size() && found.size() < most_at_once; ++root) {
        auto cycle = walk.from(root);
        if (cycle && quota.admits(*cycle)) found.push_back(std::move(*cycle));
    }
    return found;
}

}  // namespace entente
