// Each cut differs from the one before by one vertex that changes sides (Gray 1953), so that a cut costs one sum over
// its neighbours. Costs are whole numbers: however many steps there are, nothing is lost to rounding.
#include "analysis/every_cut.hpp"

#include <entente/model.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <stdexcept>

namespace entente {
namespace {

/// Weights in units so small that all of them together fit.
class WholeWeights {
  public:
    explicit WholeWeights(const CutQuestion& question) : size_(question.size), weights_(size_ * size_) {
        double total = 0;
        for (const auto& edge : question.edges)
            total += std::abs(edge.weight);
        constexpr double room = 0x1p60;
        scale_ = std::exp2(std::floor(std::log2(room / std::max(total, 1.0))));
        for (const auto& [a, b, weight] : question.edges) {
            weights_[a * size_ + b] += whole(weight);
            weights_[b * size_ + a] = weights_[a * size_ + b];
        }
    }
    std::int64_t whole(double weight) const { return std::llround(weight * scale_); }
    const std::int64_t* of(std::size_t vertex) const { return &weights_[vertex * size_]; }

  private:
    std::size_t size_;
    std::vector<std::int64_t> weights_;
    double scale_ = 1;
};

/// The cheapest so far, as the set of vertices apart from the first, and how many are as cheap.
struct Cheapest {
    std::int64_t cost = 0;
    std::uint32_t apart = 0;
    std::size_t as_cheap = 1;
};

Cheapest look_through(const WholeWeights& weights, std::size_t size) {
    const auto tolerated = weights.whole(tolerance);
    // What a vertex adds to the cost where it changes sides.
    std::vector<std::int64_t> change(size);
    for (std::size_t vertex = 0; vertex < size; ++vertex)
        for (std::size_t other = 0; other < size; ++other)
            change[vertex] += weights.of(vertex)[other];
    Cheapest cheapest;
    std::int64_t cost = 0;
    std::uint32_t apart = 0;
    const std::uint32_t cuts = std::uint32_t{1} << (size - 1);
    for (std::uint32_t number = 1; number < cuts; ++number) {
        // The first vertex stays where it is.
        const auto vertex = static_cast<std::size_t>(std::countr_zero(number)) + 1;
        cost += change[vertex];
        change[vertex] = -change[vertex];
        apart ^= std::uint32_t{1} << vertex;
        const bool is_apart = (apart >> vertex & 1U) != 0;
        for (std::size_t other = 0; other < size; ++other) {
            const bool parted = (apart >> other & 1U) != static_cast<std::uint32_t>(is_apart);
            const auto twice = 2 * weights.of(vertex)[other];
            if (other != vertex) change[other] += parted ? -twice : twice;
        }
        if (cost > cheapest.cost + tolerated) continue;
        if (cost >= cheapest.cost - tolerated)
            ++cheapest.as_cheap;
        else
            cheapest = {cost, apart, 1};
    }
    return cheapest;
}

}  // namespace

bool is_looked_through(const CutQuestion& question) {
    constexpr std::size_t few = 15;
    const auto pairs = question.size * (question.size - 1) / 2;
    return question.size <= few || (question.size <= most_looked_through && 2 * question.edges.size() > pairs);
}

CutAnswer look_through_cuts(const CutQuestion& question) {
    if (question.size > most_looked_through) throw std::invalid_argument("too many vertices to look through all cuts");
    CutAnswer answer;
    if (question.size < 2) return answer;
    const auto cheapest = look_through(WholeWeights(question), question.size);
    answer.alone = cheapest.as_cheap == 1;
    if (cheapest.apart == 0) return answer;
    answer.better.emplace(question.size);
    for (std::size_t vertex = 0; vertex < question.size; ++vertex)
        (*answer.better)[vertex] = static_cast<std::uint8_t>(cheapest.apart >> vertex & 1U);
    return answer;
}

}  // namespace entente
