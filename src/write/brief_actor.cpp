// The briefing of one actor: whom it can broker, how it stands, where it sits, what tears it.
#include "write/brief_evidence.hpp"
#include "write/brief_parts.hpp"
#include "write/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::write::brief {

namespace {

constexpr std::size_t rows_shown = 20;

using Content = Column::Content;

Section reach_section(const Context& context, const BrokerReach& reach) {
    Table table{"Pairs in tension in which it is a candidate, by its rank, then by severity",
                {{"Pair", Content::heading},
                 {"Tension", Content::number},
                 {"In a word"},
                 {"Its rank", Content::number},
                 {"Its score", Content::number},
                 {"In a word"}},
                {}};
    for (const auto& row : reach.pairs)
        table.rows.push_back({{pair_name(context, row.a, row.b)},
                              {plain(two_digits(row.tension))},
                              {plain(tension_word(context.model(), row.tension))},
                              {plain(std::to_string(row.rank))},
                              {plain(two_digits(row.score))},
                              {plain(strength_word(context.model(), row.score))}});
    Section section{"reach", plain("Whom it can broker"), {}, false};
    if (table.rows.empty()) {
        section.blocks.emplace_back(Paragraph{plain("No pair in tension: none where it is a candidate unrefused.")});
    } else {
        add_shortened(section.blocks, std::move(table), rows_shown, "pair", "pairs");
    }
    return section;
}

Section relations_section(const Context& context, const VertexPortrait& portrait) {
    Table table{"Relations, strongest first",
                {{"With", Content::heading},
                 {"Cooperation", Content::number},
                 {"Tension", Content::number},
                 {"Net", Content::number},
                 {"In a word"},
                 {"Ambivalent"}},
                {}};
    for (const auto& neighbour : portrait.relations)
        table.rows.push_back({{vertex_name(context, neighbour.vertex)},
                              {plain(two_digits(neighbour.relation.cooperation))},
                              {plain(two_digits(neighbour.relation.tension))},
                              {plain(signed_digits(neighbour.relation.net()))},
                              {plain(stance_word(context.model(), neighbour.relation.net()))},
                              {plain(neighbour.relation.ambivalent() ? "yes" : "")}});
    Section section{"relations", plain("Relations"), {}, true};
    add_picture(context, section.blocks, "network");
    if (!table.rows.empty()) add_shortened(section.blocks, std::move(table), rows_shown, "relation", "relations");
    add_folded(section.blocks, "Influence, with its evidence",
               record_table(context, "Influence of it and over it", portrait.influence));
    return section;
}

Table seat_table(const Context& context, std::string caption, const std::vector<Seat>& seats, bool of_forums) {
    Table table{std::move(caption),
                {{of_forums ? "Forum" : "Member", Content::heading},
                 {"Role"},
                 {"Effectiveness", Content::number},
                 {"Members", Content::number}},
                {}};
    if (!of_forums) table.columns.resize(2);
    for (const auto& seat : seats) {
        const auto shown = of_forums ? seat.forum : seat.actor;
        std::vector<Cell> row{{vertex_name(context, shown)}, {plain(role_word(seat.role))}};
        if (of_forums) {
            row.push_back({plain(two_digits(context.graph.effectiveness(seat.forum)))});
            row.push_back({plain(std::to_string(context.graph.member_count(seat.forum)))});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Section seats_section(const Context& context, const VertexPortrait& portrait) {
    Section section{"seats", plain("Forums"), {}, false};
    if (!portrait.forums.empty())
        section.blocks.emplace_back(seat_table(context, "Where it sits", portrait.forums, true));
    if (!portrait.members.empty())
        section.blocks.emplace_back(seat_table(context, "Who sits in it", portrait.members, false));
    return section;
}

Section torn_section(const Context& context, VertexIndex actor) {
    Table table{"Tensions between two of its friends, by how much they tear it",
                {{"Pair", Content::heading}, {"Tension", Content::number}, {"Torn by", Content::number}},
                {}};
    std::vector<std::pair<const Tension*, double>> torn;
    for (const auto& tension : context.briefing.tensions)
        for (const auto& item : tension.torn)
            if (item.id == actor) torn.emplace_back(&tension, item.weight);
    std::stable_sort(torn.begin(), torn.end(),
                     [](const auto& left, const auto& right) { return above(left.second, right.second); });
    for (const auto& [tension, weight] : torn)
        table.rows.push_back({{pair_name(context, tension->a, tension->b)},
                              {plain(two_digits(tension->tension))},
                              {plain(two_digits(weight))}});
    Section section{"torn", plain("What tears it"), {}, false};
    if (table.rows.empty()) {
        section.blocks.emplace_back(Paragraph{plain("No tension lies between two of its friends.")});
    } else {
        section.blocks.emplace_back(std::move(table));
    }
    return section;
}

Section concerns_section(const Context& context, const VertexPortrait& portrait) {
    Table table{"Concerns, strongest first", {{"Concern", Content::heading}, {"Strength", Content::number}}, {}};
    for (const auto& item : portrait.concerns)
        table.rows.push_back({{Prose().name(context.model().concerns[item.concern].label)},
                              {plain(strength_in_words(context.model(), item.strength))}});
    Section section{"concerns", plain("Concerns and remarks"), {}, false};
    if (!table.rows.empty()) section.blocks.emplace_back(std::move(table));
    if (!portrait.remarks.empty()) section.blocks.emplace_back(remark_table(context, "Remarks", portrait.remarks));
    return section;
}

}  // namespace

std::vector<Section> actor_sections(const Context& context) {
    const auto& briefing = context.briefing;
    std::vector<Section> sections;
    if (briefing.reach) sections.push_back(reach_section(context, *briefing.reach));
    if (briefing.portrait) {
        sections.push_back(relations_section(context, *briefing.portrait));
        sections.push_back(seats_section(context, *briefing.portrait));
    }
    sections.push_back(torn_section(context, *briefing.actor));
    if (briefing.portrait) sections.push_back(concerns_section(context, *briefing.portrait));
    std::erase_if(sections, [](const Section& section) { return section.blocks.empty(); });
    return sections;
}

}  // namespace entente::write::brief
