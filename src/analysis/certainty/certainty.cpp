#include "analysis/certainty/certainty.hpp"

#include "analysis/certainty/survey.hpp"
#include "analysis/order.hpp"

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

using certainty::Ranks;
using certainty::Slot;
using certainty::Survey;
using certainty::Watch;
using Parties = std::vector<VertexIndex>;

constexpr std::size_t most_to_find_out = 5;
constexpr std::size_t few = 3;
/// Of the interval of ranks, in percent.
constexpr std::size_t lower_end = 5;
constexpr std::size_t upper_end = 95;
/// Counts of ranks that are held at a time: what bounds the memory of many questions.
constexpr std::size_t most_counts = 2'000'000;

void fill(const Ranks& ranks, std::span<Candidate> candidates) {
    for (auto& candidate : candidates) {
        const auto found = std::lower_bound(ranks.ids.begin(), ranks.ids.end(), candidate.id);
        const auto position = static_cast<std::size_t>(found - ranks.ids.begin());
        candidate.p_first = ranks.share_of_first(position);
        candidate.p_top3 = ranks.share_up_to(position, few);
        candidate.rank_low = ranks.quantile(position, lower_end);
        candidate.rank_high = ranks.quantile(position, upper_end);
    }
}

/// The records whose number entered the scores of the first two.
std::vector<Slot> numbers_of_first_two(const Survey& survey, const std::vector<certainty::Place>& order) {
    const auto& ranking = survey.rankings.front();
    std::vector<Slot> slots;
    for (std::size_t place = 0; place < std::min<std::size_t>(2, order.size()); ++place)
        for (const auto slot : ranking.numbers_behind(order[place].candidate))
            if (survey.unknowns[slot].record) slots.push_back(slot);
    std::sort(slots.begin(), slots.end());
    slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
    return slots;
}

std::vector<FindOut> what_to_find_out(const Survey& survey, std::span<const Watch> watches, std::size_t draws,
                                      std::size_t firsts) {
    std::vector<FindOut> found;
    for (const auto& watch : watches) {
        const auto below = draws - watch.above;
        if (watch.above == 0 || below == 0) continue;
        const auto share = [](std::size_t part, std::size_t whole) {
            return static_cast<double>(part) / static_cast<double>(whole);
        };
        const double effect =
            std::abs(share(watch.first_and_above, watch.above) - share(firsts - watch.first_and_above, below));
        if (effect > 0) found.push_back({*survey.unknowns[watch.slot].record, effect});
    }
    rank_by(found.begin(), found.end(), {[](const FindOut& item) { return item.effect; }},
            [](const FindOut& left, const FindOut& right) { return left.record < right.record; });
    if (found.size() > most_to_find_out) found.resize(most_to_find_out);
    return found;
}

/// So many of the pairs, at least one, that their counts fit.
std::size_t next_group(const RelationGraph& graph, std::size_t left) {
    const auto counts = graph.actors().size() * graph.actors().size();
    return std::clamp<std::size_t>(counts == 0 ? left : most_counts / counts, 1, left);
}

}  // namespace

void add_certainty(const RelationGraph& graph, const BrokerOptions& options, Brokerage& brokerage) {
    const auto& sampling = options.sampling;
    if (sampling.draws == 0 || brokerage.candidates.empty()) return;
    const Survey survey(graph, {&brokerage.parties, 1}, options);
    const auto& ranking = survey.rankings.front();

    std::vector<certainty::Place> order;
    ranking.rank(certainty::Drawing(survey).evaluate(ranking), 0, order);
    const auto first = order.front().candidate;
    auto slots = numbers_of_first_two(survey, order);
    const auto tally = certainty::take(survey, sampling, certainty::Watched{first, slots});
    const auto& ranks = tally.ranks.front();

    fill(ranks, brokerage.candidates);
    brokerage.flips = certainty::find_flips(survey, first, slots, sampling);
    const std::size_t firsts = ranks.firsts[first];
    brokerage.find_out = what_to_find_out(survey, tally.watches, ranks.draws, firsts);
}

void add_certainty(const RelationGraph& graph, const BrokerOptions& options, std::span<PairBrokers> pairs) {
    if (options.sampling.draws == 0) return;
    const auto all = static_cast<double>(pairs.size());
    for (std::size_t done = 0; done < pairs.size();) {
        const auto group = pairs.subspan(done, next_group(graph, pairs.size() - done));
        std::vector<Parties> questions;
        for (const auto& pair : group)
            questions.push_back({pair.a, pair.b});

        auto sampling = options.sampling;
        if (options.sampling.progress)
            sampling.progress = [&](double share) {
                const auto whole = static_cast<double>(done) + share * static_cast<double>(group.size());
                options.sampling.progress(whole / all);
            };
        const Survey survey(graph, questions, options);
        const auto tally = certainty::take(survey, sampling, std::nullopt);
        for (std::size_t at = 0; at < group.size(); ++at)
            fill(tally.ranks[at], group[at].candidates);
        done += group.size();
    }
}

void add_certainty(const RelationGraph& graph, std::span<const VertexIndex> parties, const BrokerOptions& options,
                   std::span<Candidate> candidates) {
    if (options.sampling.draws == 0) return;
    const std::vector<Parties> questions{{parties.begin(), parties.end()}};
    const Survey survey(graph, questions, options);
    fill(certainty::take(survey, options.sampling, std::nullopt).ranks.front(), candidates);
}

}  // namespace entente
