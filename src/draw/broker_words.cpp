#include "draw/broker_words.hpp"

#include "draw/phrases.hpp"
#include "model/phrasing.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::drawing {

namespace {

/// The scale's word for it: under "weak" no one is said to be able to broker.
constexpr double weak_score = 0.3;

std::string parties_in_words(const RelationGraph& graph, const std::vector<VertexIndex>& parties) {
    if (parties.size() == 2) return pair_name(graph, parties[0], parties[1]);
    return "between " + join_words(names_of(graph, parties));
}

/// The pairs where they are few, else the sharpest of them.
std::string pairs_in_words(const RelationGraph& graph, std::vector<Pair> pairs) {
    constexpr std::size_t few_pairs = 3;
    const auto all = pairs.size();
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const Pair& left, const Pair& right) { return above(left.tension, right.tension); });
    if (all > few_pairs) pairs.resize(1);
    std::string text;
    for (const auto& pair : pairs)
        text += fmt::format("{}{}tension {}, cooperation {}; ", pairs.size() < all ? "sharpest pair " : "",
                            all > 1 ? pair_name(graph, pair.a, pair.b) + " " : "", two_digits(pair.tension),
                            two_digits(pair.cooperation));
    return text;
}

std::vector<std::string> hindrances(const RelationGraph& graph, const Candidate& candidate) {
    std::vector<std::string> notes;
    if (!candidate.dependent_on.empty())
        notes.push_back("depends on " + join_words(names_of(graph, candidate.dependent_on)));
    if (!candidate.strained_with.empty())
        notes.push_back("strained with " + join_words(names_of(graph, candidate.strained_with)));
    return notes;
}

/// How sure it is that the first is first, to go on a sentence that names it.
std::string sure_words(double p_first) {
    const auto word = likelihood_word(p_first);
    if (p_first <= 0) return fmt::format("but first {}", word);
    if (p_first >= 1) return fmt::format("first {}", word);
    if (at_least(p_first, 0.95)) return "almost certainly first";
    if (at_least(p_first, 0.55)) return fmt::format("{} first", word);
    if (at_least(p_first, 0.45)) return "roughly even odds to be first";
    return fmt::format("but first in only {} of draws", percent(p_first));
}

std::string draws_in_words(const Brokerage& brokerage) {
    if (brokerage.draws == 0) return {};
    return fmt::format("{} {}; ", how_many(brokerage.draws, "draw"),
                       brokerage.any_weights ? "with any weights" : "of the model");
}

}  // namespace

bool refused(const Candidate& candidate) {
    return !candidate.refused_by.empty();
}

std::string brokers_finding(const RelationGraph& graph, const Brokerage& brokerage) {
    const auto parties = parties_in_words(graph, brokerage.parties);
    if (brokerage.candidates.empty()) return "No one can broker " + parties;
    const auto& first = brokerage.candidates.front();
    if (refused(first))
        return fmt::format("Everyone who could broker {} is refused; {} would come first", parties,
                           name_of(graph, first.id));
    if (!at_least(first.score, weak_score))
        return fmt::format("No one is well placed to broker {}; {} comes first", parties, name_of(graph, first.id));
    auto text = fmt::format("{} can broker {}", name_of(graph, first.id), parties);
    if (first.p_first) text += "; " + sure_words(*first.p_first);
    if (first.forum && *first.forum != first.id) text += "; best table: " + name_of(graph, *first.forum);
    return text;
}

std::string brokers_subtitle(const RelationGraph& graph, const Brokerage& brokerage) {
    return fmt::format("{}candidates by score, profile {}; {}{}", capitalised(pairs_in_words(graph, brokerage.pairs)),
                       brokerage.profile.name, draws_in_words(brokerage), date_words(graph.as_of()));
}

std::string components_in_words(const Candidate& candidate, const Profile& profile) {
    std::string text;
    for (std::size_t component = 0; component < component_count; ++component)
        if (profile.weights[component] > 0)
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", component_names[component],
                                two_digits(candidate.components[component]));
    return text;
}

std::string ranks_in_words(const Candidate& candidate) {
    return "nine times in ten its rank is " + rank_range(*candidate.rank_low, *candidate.rank_high);
}

CandidateText text_of(const RelationGraph& graph, const Candidate& candidate, const Profile& profile) {
    CandidateText text{fmt::format("{}  {}", candidate.rank, name_of(graph, candidate.id)),
                       two_digits(candidate.score),
                       {components_in_words(candidate, profile)}};
    if (candidate.p_first) {
        text.certainty = text.notes.size();
        text.notes.push_back(first_in_draws(*candidate.p_first));
    }
    if (refused(candidate)) text.notes.push_back("refused by " + join_words(names_of(graph, candidate.refused_by)));
    const auto hindered = hindrances(graph, candidate);
    if (!hindered.empty()) text.notes.push_back(join_words(hindered));
    return text;
}

std::string brokers_description(const RelationGraph& graph, const Brokerage& brokerage) {
    std::string text;
    for (const auto& candidate : brokerage.candidates) {
        text += fmt::format("{}. {}: score {}; {}", candidate.rank, name_of(graph, candidate.id),
                            two_digits(candidate.score), components_in_words(candidate, brokerage.profile));
        if (candidate.p_first) text += "; " + first_in_draws(*candidate.p_first);
        if (candidate.rank_low) text += ", " + ranks_in_words(candidate);
        if (candidate.forum) text += "; forum " + name_of(graph, *candidate.forum);
        for (const auto& hindrance : hindrances(graph, candidate))
            text += "; " + hindrance;
        if (refused(candidate)) text += "; refused by " + join_words(names_of(graph, candidate.refused_by));
        text += ". ";
    }
    return text;
}

}  // namespace entente::drawing
