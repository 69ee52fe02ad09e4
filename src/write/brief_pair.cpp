// One part a set of parties: who, where, why, and everything behind it.
#include "write/brief_parts.hpp"
#include "write/record_words.hpp"
#include "write/rows.hpp"
#include "write/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::write::brief {

namespace {

constexpr std::size_t candidates_shown = 8;

using Content = Column::Content;

bool weighs(const Brokerage& brokerage, std::size_t component) {
    return above(brokerage.profile.weights[component], 0);
}

Table empty_candidate_table(const Brokerage& brokerage) {
    Table table{fmt::format("Candidates, by score (profile {})", brokerage.profile.name),
                {{"Rank", Content::number, "rank"},
                 {"Candidate", Content::heading},
                 {"Score", Content::number, "total"},
                 {"In a word", Content::words, "word"},
                 {"Made of", Content::bar, "parts"}},
                {}};
    for (std::size_t component = 0; component < component_count; ++component)
        if (weighs(brokerage, component)) {
            std::string title(component_names[component]);
            title.front() = static_cast<char>(title.front() - 'a' + 'A');
            table.columns.push_back({title, Content::number});
        }
    if (brokerage.draws > 0) {
        table.columns.push_back({"First in draws", Content::words, "sure"});
        table.columns.push_back({"Rank, nine times in ten", Content::ranks, "sure"});
    }
    table.columns.push_back({"Forum"});
    table.columns.push_back({"In the way"});
    return table;
}

Cell ranks_cell(const Candidate& candidate, std::size_t candidates) {
    if (!candidate.rank_low || !candidate.rank_high) return {};
    Cell cell{plain(ranks_words(candidate))};
    cell.ranks = RankSpan{candidate.rank, *candidate.rank_low, *candidate.rank_high, candidates};
    return cell;
}

std::vector<Cell> candidate_row(const Context& context, const Brokerage& brokerage, const Candidate& candidate) {
    const bool refused = !candidate.refused_by.empty();
    const auto style = refused ? Span::Style::struck : candidate.rank == 1 ? Span::Style::strong : Span::Style::plain;
    std::vector<Cell> row{{plain(std::to_string(candidate.rank)), {}, {}, {}, context.model().id(candidate.id)},
                          {Prose().name(context.model().vertices[candidate.id].name, style)},
                          {plain(two_digits(candidate.score))},
                          {plain(strength_word(context.model(), candidate.score))},
                          {{}, candidate.contributions}};
    for (std::size_t component = 0; component < component_count; ++component)
        if (weighs(brokerage, component)) row.push_back({plain(two_digits(candidate.components[component]))});
    if (brokerage.draws > 0) {
        row.push_back({plain(candidate.p_first ? share_of_draws(*candidate.p_first) : "")});
        row.push_back(ranks_cell(candidate, brokerage.candidates.size()));
    }
    row.push_back({candidate.forum ? vertex_name(context, *candidate.forum) : Text{}});
    row.push_back({marks_for(context, candidate)});
    return row;
}

Table candidate_table(const Context& context, const Brokerage& brokerage) {
    auto table = empty_candidate_table(brokerage);
    table.pair = pair_anchor(context.model(), brokerage.parties);
    for (const auto& candidate : brokerage.candidates)
        table.rows.push_back(candidate_row(context, brokerage, candidate));
    return table;
}

/// The numbers behind the lines of the picture.
Table link_table(const Context& context, const Brokerage& brokerage) {
    Table table{"How each candidate stands with each party",
                {{"Candidate", Content::heading},
                 {"Party"},
                 {"Trust", Content::number},
                 {"Cooperation", Content::number},
                 {"Tension", Content::number},
                 {"Influence over it", Content::number},
                 {"Influence of it", Content::number}},
                {}};
    for (const auto& candidate : brokerage.candidates) {
        if (table.rows.size() >= candidates_shown * brokerage.parties.size()) break;
        for (const auto party : brokerage.parties) {
            const auto relation = context.graph.relation(candidate.id, party);
            table.rows.push_back({{vertex_name(context, candidate.id)},
                                  {vertex_name(context, party)},
                                  {plain(two_digits(relation.trust()))},
                                  {plain(two_digits(relation.cooperation))},
                                  {plain(two_digits(relation.tension))},
                                  {plain(two_digits(context.graph.influence(candidate.id, party).strength))},
                                  {plain(two_digits(context.graph.influence(party, candidate.id).strength))}});
        }
    }
    return table;
}

Table agenda_table(const Context& context, const Brokerage& brokerage) {
    Table table{"What a candidate and all parties are concerned about, by the least of their strengths",
                {{"Candidate", Content::heading}, {"Shared concerns"}},
                {}};
    for (const auto& candidate : brokerage.candidates) {
        if (table.rows.size() == candidates_shown) break;
        if (candidate.agenda.empty()) continue;
        std::vector<Text> items;
        for (const auto& item : candidate.agenda)
            items.push_back(Prose()
                                .name(context.model().concerns[item.concern].label)
                                .say(" " + strength_in_words(context.model(), item.strength)));
        table.rows.push_back({{vertex_name(context, candidate.id)}, {join(items, ", ")}});
    }
    return table;
}

void add_titled(Section& section, std::string_view title, std::vector<Block> blocks) {
    section.blocks.emplace_back(Section{{}, plain(title), std::move(blocks), false});
}

Table flip_table(const Context& context, const Brokerage& brokerage) {
    const auto& model = context.model();
    Table table{"The smallest change of one record, all others as they are, after which another is first",
                {{"Record", Content::heading}, {"Says"}, {"Would have to say"}, {"Then first"}},
                {}};
    for (const auto& flip : brokerage.flips)
        table.rows.push_back({{plain(dated_phrase(model, flip.record))},
                              {plain(number_words(model, flip.record.kind, flip.from))},
                              {plain(number_words(model, flip.record.kind, flip.to))},
                              {flip.new_first ? vertex_name(context, *flip.new_first) : plain("nobody")}});
    return table;
}

Table find_out_table(const Context& context, const Brokerage& brokerage) {
    const auto& model = context.model();
    Table table{
        "What to find out: how far the chance of the first to be first differs between the draws above and "
        "below what the record says",
        {{"Record", Content::heading}, {"Says"}, {"Points of a hundred", Content::number}},
        {}};
    for (const auto& item : brokerage.find_out)
        table.rows.push_back({{plain(dated_phrase(model, item.record))},
                              {plain(record_value(model, item.record))},
                              {plain(fmt::format("{:.0f}", item.effect * 100))}});
    return table;
}

/// What would change the answer, and what to find out.
std::vector<Block> certainty_blocks(const Context& context, const Brokerage& brokerage) {
    constexpr std::size_t flips_shown = 5;
    std::vector<Block> blocks;
    if (brokerage.flips.empty())
        blocks.emplace_back(Paragraph{plain("No change of a single record makes another the first.")});
    else
        add_shortened(blocks, flip_table(context, brokerage), flips_shown, "change", "changes");
    if (!brokerage.find_out.empty()) blocks.emplace_back(find_out_table(context, brokerage));
    return blocks;
}

Text standing_of_pair(const Context& context, const Pair& pair) {
    const auto& model = context.model();
    Prose prose;
    const VertexIndex parties[]{pair.a, pair.b};
    prose.add(pair_title(context, parties));
    prose.say(fmt::format(": tension {}, cooperation {}, net {}{}.", tension_in_words(model, pair.tension),
                          two_digits(pair.cooperation), net_in_words(model, pair.net),
                          pair.ambivalent ? ", ambivalent" : ""));
    return prose;
}

Text torn_friends(const Context& context, const Brokerage& brokerage) {
    const auto* tension = context.tension_of(brokerage.parties);
    if (!tension || tension->torn.empty()) return {};
    std::vector<Text> friends;
    for (const auto& torn : tension->torn)
        friends.push_back(Prose().add(vertex_name(context, torn.id)).say(" " + two_digits(torn.weight)));
    return Prose().say("Friends of both, torn between them: ").add(join(friends)).say(".");
}

void add_opening(const Context& context, const Brokerage& brokerage, Section& section) {
    if (!context.has_sole_part()) {
        section.blocks.emplace_back(Paragraph{verdict(context, brokerage), Paragraph::Role::lead});
        const auto* candidate = brokerage.candidates.empty() ? nullptr : &brokerage.candidates.front();
        if (const auto obstacles = obstacles_for(context, brokerage, candidate); !obstacles.empty())
            section.blocks.emplace_back(Paragraph{
                Prose().say("What stands in the way:", Span::Style::strong).say(" ").add(obstacles).say(".")});
    }
    for (const auto& pair : brokerage.pairs)
        section.blocks.emplace_back(Paragraph{standing_of_pair(context, pair), Paragraph::Role::note});
    if (const auto torn = torn_friends(context, brokerage); !torn.empty())
        section.blocks.emplace_back(Paragraph{torn, Paragraph::Role::note});
}

std::string picture_name(const Model& model, const Brokerage& brokerage) {
    std::string name;
    for (const auto party : brokerage.parties)
        name += (name.empty() ? "" : "–") + model.id(party);
    return name;
}

}  // namespace

Text verdict(const Context& context, const Brokerage& brokerage) {
    if (brokerage.candidates.empty()) return plain("No actor is trusted by all parties: nobody can broker.");
    const auto& candidate = brokerage.candidates.front();
    Prose prose;
    prose.name(context.model().vertices[candidate.id].name, Span::Style::strong);
    prose.say(candidate.refused_by.empty() ? " can broker" : " would be best placed, if it were accepted");
    prose.say(fmt::format(", with a score of {}: ", strength_in_words(context.model(), candidate.score)));
    prose.add(reasons_for(context, brokerage, candidate)).say(". Where: ");
    prose.add(place_for(context, brokerage, &candidate)).say(".");
    if (!candidate.p_first) return prose;
    prose.say(fmt::format(" How sure: given this model and {}, {}.",
                          brokerage.any_weights ? "any weights of the score" : "profile",
                          first_in_draws(*candidate.p_first)));
    if (const auto* const other = more_often_first(brokerage))
        prose.say(" ")
            .add(vertex_name(context, other->id))
            .say(fmt::format(" is first more often ({}).", percent(*other->p_first)));
    return prose;
}

Section pair_section(const Context& context, const Brokerage& brokerage) {
    const auto& model = context.model();
    Section section{
        pair_anchor(model, brokerage.parties), pair_title(context, brokerage.parties), {}, !context.has_sole_part()};
    add_opening(context, brokerage, section);
    add_picture(context, section.blocks, picture_name(model, brokerage));
    add_folded(section.blocks, "The lines of the picture as a table", link_table(context, brokerage), OnPaper::hidden);

    if (!brokerage.candidates.empty()) {
        std::vector<Block> who{BarLegend{brokerage.profile.weights}};
        add_shortened(who, candidate_table(context, brokerage), candidates_shown, "candidate", "candidates");
        add_titled(section, "Who", std::move(who));
    }
    if (brokerage.together > 1 && !brokerage.candidates.empty())
        add_titled(section, "Who together", joint_blocks(context, brokerage));
    add_titled(section, "Where", place_blocks(context, brokerage));
    if (brokerage.draws > 0 && !brokerage.candidates.empty())
        add_titled(section, "How sure", certainty_blocks(context, brokerage));

    auto agenda = agenda_table(context, brokerage);
    if (!agenda.rows.empty()) add_titled(section, "Agenda", {std::move(agenda)});

    auto evidence = evidence_blocks(context, brokerage);
    if (!evidence.empty()) add_titled(section, "Evidence and remarks", std::move(evidence));
    return section;
}

}  // namespace entente::write::brief
