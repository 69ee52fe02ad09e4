// Scenarios, a part each: what is supposed, what becomes of the pairs, what else moves.
#include "write/brief_evidence.hpp"
#include "write/brief_parts.hpp"
#include "write/moved.hpp"
#include "write/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::write::brief {

namespace {

constexpr std::size_t rows_shown = 6;
/// Candidates of a pair whose moves are told.
constexpr std::size_t foremost = 3;
/// A chance that moves by less is not told.
constexpr double telling = 0.05;

using Content = Column::Content;

// ---- what is supposed ----

Text kinds_of(const Context& after, const std::vector<VertexIndex>& added) {
    std::vector<Text> items;
    for (const auto vertex : added)
        items.push_back(Prose()
                            .add(vertex_name(after, vertex))
                            .say(fmt::format(" ({})", name_of(after.model().vertices[vertex].kind))));
    return join(items);
}

void add_supposed(const Context& before, const Context& after, const Supposition& supposition, Section& section) {
    if (!supposition.added.empty())
        section.blocks.emplace_back(
            Paragraph{Prose().say("New in the model: ").add(kinds_of(after, supposition.added)).say(".")});
    if (!supposition.said.empty())
        section.blocks.emplace_back(record_table(after, "What is supposed", supposition.said));
    if (!supposition.withdrawn.empty())
        section.blocks.emplace_back(record_table(before, "What no longer holds", supposition.withdrawn));
    if (supposition.said.empty() && supposition.withdrawn.empty() && supposition.added.empty())
        section.blocks.emplace_back(Paragraph{plain(
            fmt::format("Nothing that it says differs from the model on {}.", date_words(before.graph.as_of())))});
}

// ---- what becomes of a pair ----

/// A candidate without the scenario and with it; null where it is none.
struct Moves {
    const Candidate* before;
    const Candidate* after;

    bool has_moved() const { return !before || !after || before->rank != after->rank; }
};

const Candidate* candidate_of(const Context& context, const Brokerage& brokerage, const std::string& id) {
    const auto found = std::find_if(brokerage.candidates.begin(), brokerage.candidates.end(),
                                    [&](const Candidate& candidate) { return context.model().id(candidate.id) == id; });
    return found == brokerage.candidates.end() ? nullptr : &*found;
}

/// "second", or "no candidate".
std::string place_of(const Candidate* candidate) {
    return candidate ? ordinal(candidate->rank) : "no candidate";
}

/// "China first (was fourth)"
Text move_in_words(const Context& after, const Context& before, const Moves& moves) {
    Prose prose;
    prose.add(moves.after ? vertex_name(after, moves.after->id) : vertex_name(before, moves.before->id));
    return prose.say(fmt::format(" {} (was {})", place_of(moves.after), place_of(moves.before)));
}

/// Those among the first three, without the scenario or with it, whose rank is another.
Text moves_among_foremost(const Context& before, const Context& after, const Brokerage& was, const Brokerage& is) {
    std::vector<Text> items;
    for (const auto& candidate : is.candidates) {
        if (candidate.rank > foremost) break;
        const Moves moves{candidate_of(before, was, after.model().id(candidate.id)), &candidate};
        if (moves.has_moved()) items.push_back(move_in_words(after, before, moves));
    }
    for (const auto& candidate : was.candidates) {
        if (candidate.rank > foremost) break;
        const Moves moves{&candidate, candidate_of(after, is, before.model().id(candidate.id))};
        const bool told = moves.after && moves.after->rank <= foremost;
        if (moves.has_moved() && !told) items.push_back(move_in_words(after, before, moves));
    }
    return join(items, "; ", "; ");
}

/// "Pakistan, first in 73 % of draws (likely)", or who would be best placed where all are refused.
Text first_in_words(const Context& context, const Brokerage& brokerage) {
    if (brokerage.candidates.empty()) return plain("nobody");
    const auto& first = brokerage.candidates.front();
    Prose prose;
    if (!first.refused_by.empty()) prose.say("nobody unrefused; if accepted, ");
    prose.add(vertex_name(context, first.id));
    return first.p_first ? prose.say(", " + first_in_draws(*first.p_first)) : prose;
}

bool is_told(const Context& before, const Context& after, const Brokerage& was, const Brokerage& is) {
    if (!moves_among_foremost(before, after, was, is).empty()) return true;
    if (was.candidates.empty() || is.candidates.empty()) return was.candidates.empty() != is.candidates.empty();
    const auto chance = [](const Brokerage& brokerage) { return brokerage.candidates.front().p_first.value_or(0); };
    return at_least(std::abs(chance(was) - chance(is)), telling);
}

Table pairs_table(const Context& before, const Context& after, const std::vector<Brokerage>& pairs) {
    Table table{
        "What becomes of the pairs of this briefing",
        {{"Pair", Content::heading}, {"First as it is"}, {"First with it"}, {"Who moves among the first three"}},
        {}};
    for (std::size_t position = 0; position < pairs.size(); ++position) {
        const auto& was = before.briefing.pairs[position];
        const auto& is = pairs[position];
        if (!is_told(before, after, was, is)) continue;
        table.rows.push_back({{pair_name(before, was.parties)},
                              {capitalised(first_in_words(before, was))},
                              {capitalised(first_in_words(after, is))},
                              {moves_among_foremost(before, after, was, is)}});
    }
    return table;
}

// ---- what else moves ----

Table as_briefed(const write::Part& part) {
    Table table{part.heading + ", before → after", {}, {}};
    for (const auto& column : part.table.columns)
        table.columns.push_back({column.title, table.columns.empty() ? Content::heading : Content::words});
    for (const auto& row : part.table.rows) {
        auto& cells = table.rows.emplace_back();
        for (const auto& cell : row)
            cells.push_back({Prose().name(text_of(cell))});
    }
    return table;
}

void add_comparison(const Context& after, const Comparison& comparison, Section& section) {
    for (const auto& part : moved_tables(after.model(), comparison))
        add_folded(section.blocks, fmt::format("{}: {}", part.heading, count_of(part.table.rows.size(), "row", "rows")),
                   as_briefed(part), OnPaper::hidden);
}

Text moved_in_words(const Model& model, const WhatIf& what_if) {
    if (!what_if.comparison) return {};
    const auto sentences = moved_sentences(model, *what_if.comparison);
    if (sentences.empty()) return plain("Nothing else moves: every relation, cluster, camp and rank is the same.");
    Prose prose;
    for (const auto& sentence : sentences)
        prose.name((prose.empty() ? "" : " ") + sentence);
    return prose;
}

Section part_of(const Context& before, const WhatIf& what_if, std::size_t number) {
    const Context after{*what_if.graph, before.briefing};
    const auto name = fmt::format("what-if-{}", number);
    Section section{name, Prose().name(what_if.title), {}, number > 1};
    if (auto moved = moved_in_words(after.model(), what_if); !moved.empty())
        section.blocks.emplace_back(Paragraph{std::move(moved), Paragraph::Role::lead});
    add_supposed(before, after, what_if.supposition, section);
    add_picture(before, section.blocks, name);
    auto pairs = pairs_table(before, after, what_if.pairs);
    if (pairs.rows.empty())
        section.blocks.emplace_back(Paragraph{plain("Every pair of this briefing keeps its first three.")});
    else
        add_shortened(section.blocks, std::move(pairs), rows_shown, "pair", "pairs");
    if (what_if.comparison) add_comparison(after, *what_if.comparison, section);
    return section;
}

}  // namespace

Section what_if_section(const Context& context) {
    Section section{"what-if", plain("What if?"), {}, true};
    section.blocks.emplace_back(Paragraph{
        plain("Each scenario is laid over the model by itself and compared with the model as it is, with the same luck "
              "of the draws. It says what would follow from what is supposed, not that it will happen.")});
    std::size_t number = 0;
    for (const auto& what_if : context.briefing.what_ifs)
        section.blocks.emplace_back(part_of(context, what_if, ++number));
    return section;
}

}  // namespace entente::write::brief
