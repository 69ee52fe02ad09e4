// Brokers who would do better together.
#include "write/brief_parts.hpp"
#include "write/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::write::brief {

namespace {

constexpr std::size_t sets_shown = 5;

using Content = Column::Content;

/// What makes up the score of the set: friction takes its share of each part.
Components contributions(const Brokerage& brokerage, const JointBrokers& set) {
    Components parts{};
    for (std::size_t component = 0; component < component_count; ++component)
        parts[component] = brokerage.profile.weights[component] * set.components[component] * (1 - set.friction);
    return parts;
}

/// "Iran with Saudi Arabia; Turkey with Saudi Arabia"
Text at_odds(const Context& context, const JointBrokers& set) {
    std::vector<Text> clauses;
    for (const auto& odds : set.strained_with)
        clauses.push_back(
            Prose().add(vertex_name(context, odds.broker)).say(" with ").add(vertex_name(context, odds.party)));
    return join_clauses(clauses);
}

Table joint_table(const Context& context, const Brokerage& brokerage) {
    Table table{"Sets of two who cooperate and score higher together than the best of them alone",
                {{"Together", Content::heading},
                 {"Score", Content::number},
                 {"In a word"},
                 {"Made of", Content::bar},
                 {"Friction", Content::number},
                 {"Forum"},
                 {"At odds"}},
                {}};
    for (const auto& set : brokerage.joint) {
        if (table.rows.size() == sets_shown) break;
        table.rows.push_back({{vertex_names(context, set.ids)},
                              {plain(two_digits(set.score))},
                              {plain(strength_word(context.model(), set.score))},
                              {{}, contributions(brokerage, set)},
                              {plain(two_digits(set.friction))},
                              {set.forum ? vertex_name(context, *set.forum) : Text{}},
                              {at_odds(context, set)}});
    }
    return table;
}

/// Of those in the set, as each stands by itself.
double best_alone(const Brokerage& brokerage, const JointBrokers& set) {
    double best = 0;
    for (const auto& candidate : brokerage.candidates)
        if (std::find(set.ids.begin(), set.ids.end(), candidate.id) != set.ids.end())
            best = std::max(best, candidate.score);
    return best;
}

Text joint_sentence(const Context& context, const Brokerage& brokerage) {
    if (!first_accepted(brokerage.candidates)) return plain("None together either: all candidates are refused.");
    if (brokerage.joint.empty())
        return plain("No two who cooperate would do better together than the better of them alone.");
    const auto& best = brokerage.joint.front();
    Prose prose;
    prose.add(vertex_names(context, best.ids));
    prose.say(fmt::format(" together, with a score of {}", strength_in_words(context.model(), best.score)));
    const double alone = best_alone(brokerage, best);
    if (alone > 0) prose.say(fmt::format("; the better of them alone {}", two_digits(alone)));
    return prose.say(".");
}

}  // namespace

std::vector<Block> joint_blocks(const Context& context, const Brokerage& brokerage) {
    std::vector<Block> blocks{Paragraph{joint_sentence(context, brokerage)}};
    if (brokerage.joint.empty()) return blocks;
    const auto count = std::min(brokerage.joint.size(), sets_shown);
    const auto summary = brokerage.joint.size() > count
                             ? fmt::format("The first {} of {} sets", count, brokerage.joint.size())
                             : count_of(count, "set", "sets");
    add_folded(blocks, summary, joint_table(context, brokerage), OnPaper::hidden);
    return blocks;
}

}  // namespace entente::write::brief
