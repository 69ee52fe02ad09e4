#include "analysis/certainty/survey.hpp"

#include "analysis/certainty/parallel.hpp"

#include <algorithm>

namespace entente::certainty {

namespace {

constexpr std::size_t hundred = 100;

bool standing_weighs(const BrokerOptions& options) {
    return options.sampling.any_weights || options.profile.weights[Component::standing] > 0;
}

/// Whether the number lies above its median, which is its mean; clipping piles half of the draws up at an end.
bool lies_above(const Unknown& unknown, double number) {
    return unknown.mean < unknown.high ? number > unknown.mean : number >= unknown.mean;
}

/// Nothing counted yet.
Tally empty_tally(const Survey& survey, const std::optional<Watched>& watched) {
    Tally tally;
    for (const auto& ranking : survey.rankings) {
        Ranks ranks;
        for (std::size_t candidate = 0; candidate < ranking.size(); ++candidate)
            ranks.ids.push_back(ranking.id(candidate));
        ranks.firsts.resize(ranking.size());
        ranks.counts.resize(ranking.size() * ranking.size());
        tally.ranks.push_back(std::move(ranks));
    }
    if (watched)
        for (const auto slot : watched->slots)
            tally.watches.push_back({slot});
    return tally;
}

/// What one thread works with, and what it has counted.
struct Worker {
    Worker(const Survey& survey, Tally nothing) : drawing(survey), tally(std::move(nothing)) {
        for (const auto& ranking : survey.rankings)
            scores.emplace_back(ranking.size());
    }

    Drawing drawing;
    std::vector<Scores> scores;  ///< one a question
    std::vector<Place> order;
    Tally tally;
};

/// Counts the ranks of one draw. Those absent come last.
void count_ranks(const std::vector<Place>& order, std::size_t listed, const Ranking& ranking, const Scores& scores,
                 std::size_t draw, Ranks& ranks) {
    const auto width = ranking.size();
    for (std::size_t place = 0; place < order.size(); ++place)
        ++ranks.counts[order[place].candidate * width + place];
    if (!order.empty()) ++ranks.firsts[order.front().candidate];
    ++ranks.draws;
    if (order.size() == width) return;
    const auto last = std::max(listed, order.size() + 1);
    for (std::size_t candidate = 0; candidate < width; ++candidate)
        if (scores.state[candidate * batch + draw] == Scores::State::absent)
            ++ranks.counts[candidate * width + last - 1];
}

void add(Tally& sum, const Tally& part) {
    for (std::size_t question = 0; question < sum.ranks.size(); ++question) {
        auto& ranks = sum.ranks[question];
        ranks.draws += part.ranks[question].draws;
        for (std::size_t at = 0; at < ranks.firsts.size(); ++at)
            ranks.firsts[at] += part.ranks[question].firsts[at];
        for (std::size_t at = 0; at < ranks.counts.size(); ++at)
            ranks.counts[at] += part.ranks[question].counts[at];
    }
    for (std::size_t at = 0; at < sum.watches.size(); ++at) {
        sum.watches[at].above += part.watches[at].above;
        sum.watches[at].first_and_above += part.watches[at].first_and_above;
    }
}

/// How many are candidates in the model as it stands, a number a question.
std::vector<std::size_t> listed_in(const Survey& survey) {
    const Drawing as_it_stands(survey);
    std::vector<std::size_t> listed;
    std::vector<Place> order;
    for (const auto& ranking : survey.rankings) {
        ranking.rank(as_it_stands.evaluate(ranking), 0, order);
        listed.push_back(order.size());
    }
    return listed;
}

}  // namespace

Survey::Survey(const RelationGraph& graph_, std::span<const std::vector<VertexIndex>> questions,
               const BrokerOptions& options_)
    : graph(graph_), options(options_), unknowns(graph), relations(graph, unknowns) {
    if (standing_weighs(options)) standings.emplace(graph, relations);
    for (const auto& parties : questions)
        rankings.emplace_back(graph, parties, options, unknowns, relations, standings ? &*standings : nullptr);
}

Drawing::Drawing(const Survey& survey)
    : numbers(survey.unknowns),
      relations(survey.relations.size()),
      weights(survey.options.profile.weights),
      survey_(survey) {
    evaluate_relations();
}

void Drawing::draw(std::uint64_t first) {
    const auto& sampling = survey_.options.sampling;
    numbers.draw(survey_.unknowns, sampling.seed, first);
    if (sampling.any_weights) weights.draw(survey_.graph.model(), sampling.seed, first);
    evaluate_relations();
}

void Drawing::evaluate_relations() {
    relations.evaluate_all(survey_.relations, numbers);
    if (survey_.standings) standing = survey_.standings->evaluate(relations);
}

Scores Drawing::evaluate(const Ranking& ranking) const {
    Scores scores(ranking.size());
    evaluate(ranking, scores);
    return scores;
}

void Drawing::evaluate(const Ranking& ranking, Scores& scores) const {
    for (std::size_t candidate = 0; candidate < ranking.size(); ++candidate)
        evaluate(ranking, candidate, scores);
}

void Drawing::evaluate(const Ranking& ranking, std::size_t candidate, Scores& scores) const {
    ranking.evaluate(candidate, numbers, relations, standing, weights, scores);
}

double Ranks::share_of_first(std::size_t candidate) const {
    return static_cast<double>(firsts[candidate]) / static_cast<double>(draws);
}

double Ranks::share_up_to(std::size_t candidate, std::size_t rank) const {
    const auto row = counts.begin() + static_cast<std::ptrdiff_t>(candidate * ids.size());
    std::size_t sum = 0;
    for (std::size_t place = 0; place < std::min(rank, ids.size()); ++place)
        sum += row[static_cast<std::ptrdiff_t>(place)];
    return static_cast<double>(sum) / static_cast<double>(draws);
}

std::size_t Ranks::quantile(std::size_t candidate, std::size_t percent) const {
    std::size_t sum = 0;
    for (std::size_t place = 0; place < ids.size(); ++place) {
        sum += counts[candidate * ids.size() + place];
        if (sum * hundred >= percent * draws) return place + 1;
    }
    return ids.size();
}

Tally take(const Survey& survey, const Sampling& sampling, const std::optional<Watched>& watched) {
    const auto listed = listed_in(survey);
    const auto nothing = empty_tally(survey, watched);
    auto sum = nothing;
    const auto batches = (sampling.draws + batch - 1) / batch;
    ProgressMeter progress(sampling.progress, batches);
    const auto work = [&](Worker& worker, std::size_t index) {
        worker.drawing.draw(index * batch);
        const auto draws = std::min(batch, sampling.draws - index * batch);
        for (std::size_t question = 0; question < survey.rankings.size(); ++question) {
            const auto& ranking = survey.rankings[question];
            auto& scores = worker.scores[question];
            worker.drawing.evaluate(ranking, scores);
            for (std::size_t draw = 0; draw < draws; ++draw) {
                ranking.rank(scores, draw, worker.order);
                count_ranks(worker.order, listed[question], ranking, scores, draw, worker.tally.ranks[question]);
                if (question > 0 || !watched) continue;
                const bool first = !worker.order.empty() && worker.order.front().candidate == watched->first;
                for (auto& watch : worker.tally.watches) {
                    if (!lies_above(survey.unknowns[watch.slot], worker.drawing.numbers.of(watch.slot)[draw])) continue;
                    ++watch.above;
                    if (first) ++watch.first_and_above;
                }
            }
        }
        progress.step();
    };
    for_each_index(
        batches, sampling.threads, [&] { return Worker(survey, nothing); }, work,
        [&](const Worker& worker) { add(sum, worker.tally); });
    return sum;
}

}  // namespace entente::certainty
