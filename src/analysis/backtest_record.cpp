#include "analysis/backtest_record.hpp"

#include "analysis/mean.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace entente {

namespace {

constexpr std::array<std::size_t, 4> hit_ranks{1, 3, 5, 10};

std::optional<double> mean_of(std::span<const Outcome> outcomes, auto value) {
    double sum = 0;
    for (const auto& outcome : outcomes)
        sum += value(outcome);
    return mean(sum, outcomes.size());
}

/// Cases of one pair have one vote together.
std::optional<double> mean_per_pair(std::span<const Outcome> outcomes, std::span<const CasePair> pairs) {
    std::map<CasePair, std::pair<double, std::size_t>> by_pair;
    for (std::size_t index = 0; index < outcomes.size(); ++index) {
        auto& [sum, count] = by_pair[pairs[index]];
        sum += outcomes[index].reciprocal;
        ++count;
    }
    double sum = 0;
    for (const auto& [pair, own] : by_pair)
        sum += own.first / static_cast<double>(own.second);
    return mean(sum, by_pair.size());
}

/// Of an even number the mean of the middle two.
std::optional<double> median_rank(std::span<const Outcome> outcomes) {
    if (outcomes.empty()) return std::nullopt;
    std::vector<double> ranks;
    for (const auto& outcome : outcomes)
        ranks.push_back(outcome.rank);
    std::sort(ranks.begin(), ranks.end());
    return (ranks[(ranks.size() - 1) / 2] + ranks[ranks.size() / 2]) / 2;
}

}  // namespace

Outcome outcome_of(double rank) {
    Outcome outcome{rank, 1 / rank, {}};
    for (std::size_t index = 0; index < hit_ranks.size(); ++index)
        outcome.hits[index] = at_most(rank, static_cast<double>(hit_ranks[index])) ? 1 : 0;
    return outcome;
}

Outcome outcome_of_chance(std::size_t brokers, std::size_t of) {
    const auto count = static_cast<double>(of);
    const auto wanted = static_cast<double>(brokers);
    Outcome outcome{(count + 1) / (wanted + 1), 0, {}};
    double none_before = 1;  // that no broker stands before this rank
    for (std::size_t rank = 1; rank + brokers <= of + 1; ++rank) {
        const double first_here = none_before * wanted / (count - static_cast<double>(rank) + 1);
        outcome.reciprocal += first_here / static_cast<double>(rank);
        for (std::size_t index = 0; index < hit_ranks.size(); ++index)
            if (rank <= hit_ranks[index]) outcome.hits[index] += first_here;
        none_before -= first_here;
    }
    return outcome;
}

TrackRecord record_of(std::string name, std::span<const Outcome> outcomes, std::span<const CasePair> pairs) {
    const auto hits = [&](std::size_t index) {
        return mean_of(outcomes, [index](const Outcome& outcome) { return outcome.hits[index]; });
    };
    return {.name = std::move(name),
            .cases = outcomes.size(),
            .mrr = mean_of(outcomes, [](const Outcome& outcome) { return outcome.reciprocal; }),
            .mrr_per_pair = mean_per_pair(outcomes, pairs),
            .hit1 = hits(0),
            .hit3 = hits(1),
            .hit5 = hits(2),
            .hit10 = hits(3),
            .median_rank = median_rank(outcomes)};
}

}  // namespace entente
