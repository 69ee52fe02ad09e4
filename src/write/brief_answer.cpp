// The answer first: who can broker whom, where, why, and what stands in the way.
#include "write/brief_parts.hpp"
#include "write/words.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace entente::write::brief {

namespace {

constexpr std::size_t pairs_named = 3;
constexpr std::size_t brokers_named = 3;

double sharpest(const Brokerage& brokerage) {
    double tension = 0;
    for (const auto& pair : brokerage.pairs)
        tension = std::max(tension, pair.tension);
    return tension;
}

Text who(const Context& context, const Brokerage& brokerage, const Candidate* first) {
    if (first) {
        Prose prose;
        prose.name(context.model().vertices[first->id].name, Span::Style::strong);
        return prose.say(", " + strength_in_words(context.model(), first->score));
    }
    if (brokerage.candidates.empty()) return plain("nobody: no actor is trusted by all parties");
    const auto& would_be = brokerage.candidates.front();
    Prose prose;
    prose.say("nobody unrefused", Span::Style::strong).say("; best placed if accepted: ");
    prose.add(vertex_name(context, would_be.id));
    return prose.say(", " + strength_in_words(context.model(), would_be.score));
}

/// How often the first is first; of one who would have to be accepted first, said so.
Text how_sure(const Candidate* candidate) {
    if (!candidate || !candidate->p_first) return {};
    const auto words = first_in_draws(*candidate->p_first);
    return capitalised(plain(candidate->refused_by.empty() ? words : "if accepted, " + words));
}

std::vector<Cell> answer_row(const Context& context, const Brokerage& brokerage) {
    const auto* first = first_accepted(brokerage.candidates);
    const auto* candidate = brokerage.candidates.empty() ? nullptr : &brokerage.candidates.front();
    Prose tension;
    tension.add(pair_name(context, brokerage.parties)).say(" ");
    tension.say(tension_in_words(context.model(), sharpest(brokerage)), Span::Style::quiet);

    auto obstacles = obstacles_for(context, brokerage, candidate);
    if (obstacles.empty()) obstacles = Prose().say("nothing on record", Span::Style::quiet);
    return {{tension, {}, {}, {}, pair_anchor(context.model(), brokerage.parties)},
            {capitalised(who(context, brokerage, first))},
            {how_sure(candidate)},
            {capitalised(place_for(context, brokerage, candidate))},
            {candidate ? capitalised(reasons_for(context, brokerage, *candidate)) : Text{}},
            {capitalised(std::move(obstacles))}};
}

/// How often each comes first, most often first.
std::vector<std::pair<VertexIndex, std::size_t>> most_often_first(const std::vector<Brokerage>& pairs) {
    std::map<VertexIndex, std::size_t> counts;
    for (const auto& brokerage : pairs)
        if (const auto* first = first_accepted(brokerage.candidates)) ++counts[first->id];
    std::vector<std::pair<VertexIndex, std::size_t>> sorted(counts.begin(), counts.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& left, const auto& right) { return left.second > right.second; });
    return sorted;
}

Text sharpest_pairs(const Context& context) {
    std::vector<Text> items;
    for (const auto& brokerage : context.briefing.pairs) {
        if (items.size() == pairs_named) break;
        items.push_back(Prose()
                            .add(pair_title(context, brokerage.parties))
                            .say(" " + tension_in_words(context.model(), sharpest(brokerage))));
    }
    return join(items);
}

Text foremost_brokers(const Context& context) {
    std::vector<Text> items;
    for (const auto& [broker, count] : most_often_first(context.briefing.pairs)) {
        if (items.size() == brokers_named) break;
        const auto words = items.empty() ? fmt::format(" comes first in {}", count) : fmt::format(" in {}", count);
        items.push_back(Prose().name(context.model().vertices[broker].name, Span::Style::strong).say(words));
    }
    return join(items);
}

std::size_t count_without_broker(const std::vector<Brokerage>& pairs) {
    return static_cast<std::size_t>(std::count_if(
        pairs.begin(), pairs.end(), [](const Brokerage& pair) { return !first_accepted(pair.candidates); }));
}

std::size_t count_held_back(const std::vector<Brokerage>& pairs) {
    return static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), [](const Brokerage& pair) {
        const auto* first = first_accepted(pair.candidates);
        return first && (!first->dependent_on.empty() || !first->strained_with.empty());
    }));
}

Text bottom_line_of_model(const Context& context) {
    const auto& briefing = context.briefing;
    const auto shown = briefing.pairs.size();
    Prose prose;
    prose.say(fmt::format("On {}, {} in tension", date_words(context.graph.as_of()),
                          count_of(briefing.tensions.size(), "pair is", "pairs are")));
    if (shown == 0) return prose.say(".");
    prose.say(shown == 1 ? ": " : "; the sharpest are ").add(sharpest_pairs(context)).say(". ");
    if (const auto foremost = foremost_brokers(context); !foremost.empty())
        prose.say(fmt::format("Of the {} below, ", count_of(shown, "pair", "pairs"))).add(foremost).say(". ");
    if (const auto held = count_held_back(briefing.pairs); held > 0)
        prose.say(fmt::format("In {} the first candidate depends on a party or is at odds with one. ", held));
    if (const auto none = count_without_broker(briefing.pairs); none > 0)
        prose.say(fmt::format("{} no broker that is trusted by both and refused by neither. ",
                              none == 1 ? "One pair has" : fmt::format("{} pairs have", none)));
    return prose.say("This says who is placed to broker, given what the model holds; not who would succeed.");
}

Text bottom_line_of_pair(const Context& context, const Brokerage& brokerage) {
    Prose prose;
    prose.say("Between ").add(vertex_names(context, brokerage.parties));
    prose.say(fmt::format(", tension stands at {}. ", tension_in_words(context.model(), sharpest(brokerage))));
    prose.add(verdict(context, brokerage));
    const auto* candidate = brokerage.candidates.empty() ? nullptr : &brokerage.candidates.front();
    if (const auto obstacles = obstacles_for(context, brokerage, candidate); !obstacles.empty())
        prose.say(" What stands in the way: ").add(obstacles).say(".");
    return prose;
}

Text bottom_line_of_actor(const Context& context, VertexIndex actor) {
    Prose prose;
    prose.name(context.model().vertices[actor].name, Span::Style::strong);
    const auto& reach = context.briefing.reach;
    if (!reach || reach->pairs.empty()) return prose.say(" is a candidate broker in no pair in tension.");
    const auto leads = static_cast<std::size_t>(
        std::count_if(reach->pairs.begin(), reach->pairs.end(), [](const auto& row) { return row.rank == 1; }));
    prose.say(fmt::format(" is a candidate broker in {} in tension, the first in {}",
                          count_of(reach->pairs.size(), "pair", "pairs"), leads));
    const auto& best = reach->pairs.front();
    const VertexIndex pair[]{best.a, best.b};
    prose.say("; best placed between ").add(vertex_names(context, pair));
    return prose.say(
        fmt::format(", {} with a score of {}.", ordinal(best.rank), strength_in_words(context.model(), best.score)));
}

}  // namespace

Text bottom_line(const Context& context) {
    const auto& briefing = context.briefing;
    if (briefing.actor) return bottom_line_of_actor(context, *briefing.actor);
    if (!briefing.scope.empty() && briefing.pairs.size() == 1)
        return bottom_line_of_pair(context, briefing.pairs.front());
    return bottom_line_of_model(context);
}

Section answer_section(const Context& context) {
    Table table{"Who can broker whom, by severity of the tension",
                {{"Tension", Column::Content::heading},
                 {"Who can broker", Column::Content::words, "who"},
                 {"How sure", Column::Content::words, "sure"},
                 {"Where", Column::Content::words, "where"},
                 {"Why", Column::Content::words, "why"},
                 {"What stands in the way", Column::Content::words, "obstacles"}},
                {}};
    for (const auto& brokerage : context.briefing.pairs)
        table.rows.push_back(answer_row(context, brokerage));
    Section section{"answer", plain("The answer"), {}, false};
    section.blocks.emplace_back(std::move(table));
    return section;
}

}  // namespace entente::write::brief
