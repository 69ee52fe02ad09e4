// The order in which a briefing is read.
#include "write/brief_parts.hpp"
#include "write/words.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace entente::write::brief {

namespace {

Text subtitle(const Context& context) {
    const auto& briefing = context.briefing;
    Prose prose;
    if (briefing.actor) {
        prose.say("Briefing on ").add(vertex_name(context, *briefing.actor));
    } else if (!briefing.scope.empty() && !briefing.pairs.empty()) {
        prose.say("Briefing on ").add(pair_title(context, briefing.pairs.front().parties));
    } else {
        prose.say("Who can broker whom?");
    }
    prose.say(" · " + date_words(context.graph.as_of()));
    if (briefing.only) prose.say(" · ").name(briefing.only->first).say(": ").name(briefing.only->second);
    return prose;
}

Section pairs_section(const Context& context) {
    const auto title = context.briefing.actor ? "Who can broker its own tensions" : "Pair by pair";
    Section section{"pairs", plain(title), {}, true};
    for (const auto& brokerage : context.briefing.pairs)
        section.blocks.emplace_back(pair_section(context, brokerage));
    return section;
}

void collect_targets(const Text& text, std::set<std::string>& targets) {
    for (const auto& span : text)
        if (span.target.starts_with('#')) targets.insert(span.target.substr(1));
}

/// Calls `visit` with every table, those in folds and inner sections too.
template <class Blocks, class Visit>
void visit_tables(Blocks& blocks, const Visit& visit) {
    for (auto& block : blocks) {
        if (auto* table = std::get_if<Table>(&block)) visit(*table);
        if (auto* fold = std::get_if<Fold>(&block)) visit_tables(fold->blocks, visit);
        if (auto* section = std::get_if<Section>(&block)) visit_tables(section->blocks, visit);
    }
}

bool is_empty(const Table& table, std::size_t column) {
    return std::all_of(table.rows.begin(), table.rows.end(), [&](const std::vector<Cell>& row) {
        const auto& cell = row[column];
        const auto says_nothing = [](const Span& span) { return span.text.empty(); };
        return !cell.bar && std::all_of(cell.text.begin(), cell.text.end(), says_nothing);
    });
}

void drop_empty_columns(Table& table) {
    for (std::size_t column = table.columns.size(); column-- > 0;) {
        if (!is_empty(table, column)) continue;
        const auto place = static_cast<std::ptrdiff_t>(column);
        table.columns.erase(table.columns.begin() + place);
        for (auto& row : table.rows)
            row.erase(row.begin() + place);
    }
}

/// What the tables of these sections link to: evidence stands nowhere else.
std::set<std::string> targets_of(const std::vector<Section>& sections) {
    std::set<std::string> targets;
    for (const auto& section : sections)
        visit_tables(section.blocks, [&](const Table& table) {
            for (const auto& row : table.rows)
                for (const auto& cell : row)
                    collect_targets(cell.text, targets);
        });
    return targets;
}

std::vector<Standing> standings_of(const Model& model, const std::vector<Candidate>& candidates) {
    std::vector<Standing> standings;
    for (const auto& candidate : candidates)
        standings.push_back({model.id(candidate.id), model.vertices[candidate.id].name, candidate.components,
                             !candidate.refused_by.empty()});
    return standings;
}

Standings standings_of(const Context& context) {
    Standings standings;
    const auto& pairs = context.briefing.pairs;
    if (pairs.empty()) return standings;
    standings.profile = pairs.front().profile;
    for (const auto& [word, value] : context.model().scale.strength)
        standings.words.emplace_back(word, value);
    std::stable_sort(standings.words.begin(), standings.words.end(),
                     [](const auto& left, const auto& right) { return left.second < right.second; });
    for (const auto& brokerage : pairs)
        standings.pairs.push_back(
            {pair_anchor(context.model(), brokerage.parties), standings_of(context.model(), brokerage.candidates)});
    return standings;
}

void append(std::vector<Section>& sections, std::vector<Section> more) {
    for (auto& section : more)
        sections.push_back(std::move(section));
}

}  // namespace

Document compose(const RelationGraph& graph, const Briefing& briefing) {
    const Context context{graph, briefing};
    Document document;
    document.marking = graph.model().marking;
    document.title = graph.model().title;
    document.subtitle = subtitle(context);
    document.bottom_line = bottom_line(context);

    if (briefing.actor) append(document.sections, actor_sections(context));
    if (!briefing.pairs.empty() && briefing.scope.empty()) document.sections.push_back(answer_section(context));
    if (briefing.scope.empty()) append(document.sections, overview_sections(context));
    if (briefing.scope.empty() || briefing.actor) {
        if (!briefing.pairs.empty()) document.sections.push_back(pairs_section(context));
    } else {
        for (const auto& brokerage : briefing.pairs)
            document.sections.push_back(pair_section(context, brokerage));
    }
    if (!briefing.what_ifs.empty()) document.sections.push_back(what_if_section(context));
    document.sections.push_back(sources_section(context, targets_of(document.sections)));
    document.sections.push_back(method_section(context));
    for (auto& section : document.sections)
        visit_tables(section.blocks, drop_empty_columns);
    document.standings = standings_of(context);
    document.colophon = fmt::format("Computed by entente {} from a model as of {}.", version, graph.as_of().text());
    return document;
}

}  // namespace entente::write::brief
