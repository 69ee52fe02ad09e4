#include "analysis/least_cut.hpp"

#include <entente/model.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <queue>

namespace entente {
namespace {

constexpr std::int8_t open = -1;
constexpr int patience = 5;              ///< rounds of inequalities without progress after which a branch is split
constexpr double least_progress = 1e-3;  ///< of the bound, as a share of the heaviest edge

/// Sets of vertices of which it is settled, for any two, whether they are on one side.
class SettledSides {
  public:
    explicit SettledSides(std::size_t size) : up_(size), differs_(size) { std::iota(up_.begin(), up_.end(), 0U); }

    bool together(std::uint32_t a, std::uint32_t b) { return root(a) == root(b); }
    /// Of two in one set.
    bool differ(std::uint32_t a, std::uint32_t b) { return side(a) != side(b); }
    /// Of two in different sets.
    void settle(std::uint32_t a, std::uint32_t b, bool differ) {
        const bool turned = (side(a) != side(b)) != differ;
        const auto above = root(a);
        const auto below = root(b);
        up_[below] = above;
        differs_[below] = turned;
    }
    /// Whether it is on the other side than its set's first.
    bool side(std::uint32_t vertex) {
        root(vertex);
        return differs_[vertex] != 0 && up_[vertex] != vertex;
    }

  private:
    std::uint32_t root(std::uint32_t vertex) {
        if (up_[vertex] == vertex) return vertex;
        const auto top = root(up_[vertex]);
        if (up_[vertex] != top) {
            differs_[vertex] ^= differs_[up_[vertex]];
            up_[vertex] = top;
        }
        return top;
    }

    std::vector<std::uint32_t> up_;
    std::vector<std::uint8_t> differs_;  ///< from the vertex above
};

struct Choice {
    std::uint32_t edge;
    bool cut;
};

struct Branch {
    double bound;
    std::size_t number;
    std::vector<Choice> choices;

    /// The one of least bound is taken first, of several the newest.
    friend bool operator<(const Branch& left, const Branch& right) {
        return std::tie(right.bound, left.number) < std::tie(left.bound, right.number);
    }
};

class Search {
  public:
    explicit Search(const CutQuestion& question)
        : question_(question), edges_(question.edges), relaxation_(question.size, question.edges) {
        for (const auto& edge : edges_)
            heaviest_ = std::max(heaviest_, std::abs(edge.weight));
    }

    CutAnswer run() {
        try_small_cuts();
        double least = 0;
        for (const auto& edge : edges_)
            least += std::min(0.0, edge.weight);
        branches_.push({least, 0, {}});
        while (!branches_.empty() && !answer_.better) {
            auto branch = branches_.top();
            branches_.pop();
            if (is_hopeless(branch.bound)) continue;
            if (is_over(question_.deadline)) return give_up(branch.bound);
            explore(std::move(branch));
        }
        return std::move(answer_);
    }

  private:
    /// As long as another cut of cost 0 would be news, only dearer ones are.
    bool is_hopeless(double bound) const {
        if (answer_.alone) return above(bound, 0);
        return question_.step > 0 ? above(bound, -question_.step) : at_least(bound, 0);
    }

    CutAnswer give_up(double bound) {
        answer_.bound = at_least(bound, 0) ? 0 : bound;
        answer_.alone = false;
        return std::move(answer_);
    }

    void explore(Branch branch) {
        SettledSides sides(question_.size);
        for (const auto& [edge, cut] : branch.choices)
            if (!sides.together(edges_[edge].a, edges_[edge].b)) sides.settle(edges_[edge].a, edges_[edge].b, cut);
        std::vector<std::int8_t> fixed;
        for (const auto& [a, b, weight] : edges_)
            fixed.push_back(sides.together(a, b) ? static_cast<std::int8_t>(sides.differ(a, b)) : open);
        if (std::find(fixed.begin(), fixed.end(), open) == fixed.end()) return consider(split_of(sides));

        relaxation_.fix(fixed);
        tighten(branch.bound, sides);
        if (answer_.better || is_hopeless(branch.bound)) return;
        if (!is_over(question_.deadline)) return divide(branch, fixed);
        branches_.push(std::move(branch));
    }

    /// Raises the bound as far as inequalities do it in reasonable time, and looks at cuts near the way.
    void tighten(double& bound, const SettledSides& sides) {
        int idle = 0;
        double last = bound;
        while (idle < patience) {
            relaxation_.solve(question_.deadline);
            bound = std::max(bound, relaxation_.bound());
            if (is_hopeless(bound)) return;
            const bool was_alone = answer_.alone;
            round(sides);
            if (answer_.better || is_over(question_.deadline)) return;
            if (!relaxation_.tighten() && was_alone == answer_.alone) return;
            idle = bound < last + least_progress * heaviest_ ? idle + 1 : 0;
            last = std::max(last, bound);
        }
    }

    void divide(const Branch& branch, const std::vector<std::int8_t>& fixed) {
        const auto& values = relaxation_.values();
        std::uint32_t best = 0;
        double most = -1;
        for (std::uint32_t edge = 0; edge < edges_.size(); ++edge) {
            const double doubt = std::abs(edges_[edge].weight) * std::min(values[edge], 1 - values[edge]);
            if (fixed[edge] != open || doubt <= most) continue;
            most = doubt;
            best = edge;
        }
        for (const bool cut : {false, true}) {
            auto choices = branch.choices;
            choices.push_back({best, cut});
            branches_.push({branch.bound, ++number_, std::move(choices)});
        }
    }

    /// Cuts near the values: the edges most decided are settled first. Values that are all small may be a share of a
    /// cut.
    void round(const SettledSides& settled) {
        const auto& values = relaxation_.values();
        const double largest = *std::max_element(values.begin(), values.end());
        round(settled, 1);
        if (largest > 0 && largest < 1 && !answer_.better) round(settled, largest);
    }

    void round(SettledSides sides, double scale) {
        const auto& values = relaxation_.values();
        std::vector<std::uint32_t> order(edges_.size());
        std::iota(order.begin(), order.end(), 0U);
        const auto decided = [&](std::uint32_t edge) { return std::abs(values[edge] / scale - 0.5); };
        std::stable_sort(order.begin(), order.end(),
                         [&](std::uint32_t left, std::uint32_t right) { return decided(left) > decided(right); });
        for (const auto edge : order) {
            const auto [a, b, weight] = edges_[edge];
            if (!sides.together(a, b)) sides.settle(a, b, values[edge] / scale > 0.5);
        }
        consider(split_of(sides));
    }

    Split split_of(SettledSides& sides) const {
        Split split;
        for (std::uint32_t vertex = 0; vertex < question_.size; ++vertex)
            split.push_back(sides.side(vertex) ? 1 : 0);
        return split;
    }

    /// One vertex, or two neighbours, against the rest.
    void try_small_cuts() {
        std::vector<double> costs(question_.size);
        for (const auto& [a, b, weight] : edges_) {
            costs[a] += weight;
            costs[b] += weight;
        }
        for (std::uint32_t vertex = 0; vertex < question_.size && !answer_.better; ++vertex)
            if (at_most(costs[vertex], 0)) consider_small({vertex, vertex});
        for (const auto& [a, b, weight] : edges_)
            if (at_most(costs[a] + costs[b] - 2 * weight, 0) && !answer_.better) consider_small({a, b});
    }

    void consider_small(const std::array<std::uint32_t, 2>& vertices) {
        Split split(question_.size);
        for (const auto vertex : vertices)
            split[vertex] = 1;
        consider(split);
    }

    void consider(const Split& split) {
        double cost = 0;
        bool is_empty = true;
        for (const auto& [a, b, weight] : edges_) {
            if (split[a] == split[b]) continue;
            cost += weight;
            is_empty = false;
        }
        if (is_empty || above(cost, 0)) return;
        if (!at_least(cost, 0)) {
            answer_.better = split;
        } else if (answer_.alone) {
            answer_.alone = false;
            relaxation_.allow_empty_cut();
        }
    }

    const CutQuestion& question_;
    std::span<const WeightedEdge> edges_;
    CutRelaxation relaxation_;
    std::priority_queue<Branch> branches_;
    std::size_t number_ = 0;
    double heaviest_ = 0;
    CutAnswer answer_;
};

}  // namespace

CutAnswer find_cheaper_cut(const CutQuestion& question) {
    return Search(question).run();
}

}  // namespace entente
