#include "write/report.hpp"
#include "write/rows.hpp"
#include "write/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::write {

namespace {

constexpr std::size_t brokers_shown = 3;

/// "China 0.62", and "refused" where it is.
std::string scored(const Model& model, const Candidate& candidate) {
    return fmt::format("{} {}{}", model.vertices[candidate.id].name, two_digits(candidate.score),
                       candidate.refused_by.empty() ? "" : " (refused)");
}

Table best_table(const Model& model, const std::vector<PairBrokers>& pairs) {
    Table table;
    table.columns = {{"pair", "pair", Align::left, Reader::both, true},
                     {"ids", "ids", Align::left, Reader::both, false, true},
                     {"tension", "tension"}};
    for (std::size_t place = 1; place <= brokers_shown; ++place)
        table.columns.push_back({ordinal(place), ordinal(place), Align::left, Reader::both, true});
    table.columns.insert(table.columns.begin() + 4, {"first in", "", Align::right, Reader::person});
    for (const auto& pair : pairs) {
        std::vector<Cell> row{pair_names(model, pair.a, pair.b), pair_ids(model, pair.a, pair.b),
                              tension_cell(model, pair.tension)};
        for (std::size_t place = 0; place < brokers_shown; ++place)
            row.emplace_back(place < pair.candidates.size() ? scored(model, pair.candidates[place]) : std::string());
        const auto sure = pair.candidates.empty() ? std::nullopt : pair.candidates.front().p_first;
        row.insert(row.begin() + 4, sure ? Cell(percent(*sure)) : Cell());
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// What stands in the column of shares; nothing where nothing was drawn.
std::vector<std::string> certainty_notes(const std::vector<PairBrokers>& pairs) {
    const bool drawn = std::any_of(pairs.begin(), pairs.end(), [](const PairBrokers& pair) {
        return !pair.candidates.empty() && pair.candidates.front().p_first;
    });
    if (!drawn) return {};
    return {"first in: the share of draws in which that candidate comes first, given this model and profile."};
}

/// A row for each pair and candidate; a pair without any has one row.
Table all_table(const Model& model, const std::vector<PairBrokers>& pairs) {
    Table all;
    for (const auto* key : {"a", "a_name", "b", "b_name", "tension"})
        all.columns.push_back({key, key});
    const auto columns = candidates_table(model, {}, {}).columns;
    all.columns.insert(all.columns.end(), columns.begin(), columns.end());
    for (const auto& pair : pairs) {
        const auto add = [&](const std::vector<Cell>& ranked) {
            std::vector<Cell> row{model.id(pair.a), model.vertices[pair.a].name, model.id(pair.b),
                                  model.vertices[pair.b].name, pair.tension};
            row.insert(row.end(), ranked.begin(), ranked.end());
            all.rows.push_back(std::move(row));
        };
        if (pair.candidates.empty()) add(std::vector<Cell>(columns.size()));
        for (const auto& ranked : candidates_table(model, pair.candidates, {}).rows)
            add(ranked);
    }
    return all;
}

bool has_free_broker(const PairBrokers& pair) {
    return !pair.candidates.empty() && pair.candidates.front().refused_by.empty();
}

}  // namespace

Report report_of(const RelationGraph& graph, const std::vector<PairBrokers>& pairs) {
    const auto& model = graph.model();
    const auto free = static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), has_free_broker));
    Report report;
    report.title = "Who can broker whom";
    report.answer = {pairs.empty() ? std::string("No pair is in tension.")
                                   : fmt::format("{} in tension; for {} of them somebody could broker.",
                                                 count_of(pairs.size(), "pair is", "pairs are"), free)};
    report.parts = {{"Pairs in tension and who could broker them", best_table(model, pairs), certainty_notes(pairs)}};
    report.data = all_table(model, pairs);
    return report;
}

Report report_of(const RelationGraph& graph, const BrokerReach& reach) {
    const auto& model = graph.model();
    const auto& name = model.vertices[reach.broker].name;
    const auto first = std::count_if(reach.pairs.begin(), reach.pairs.end(),
                                     [](const BrokerReach::Row& row) { return row.rank == 1; });
    Table table;
    table.columns = {{"rank", "rank", Align::right},
                     {"pair", "", Align::left, Reader::person, true},
                     {"ids", "", Align::left, Reader::person},
                     {"", "a", Align::left, Reader::machine},
                     {"", "a_name", Align::left, Reader::machine},
                     {"", "b", Align::left, Reader::machine},
                     {"", "b_name", Align::left, Reader::machine},
                     {"tension", "tension"},
                     {"score", "score", Align::right}};
    for (const auto& row : reach.pairs)
        table.rows.push_back({row.rank, pair_names(model, row.a, row.b), pair_ids(model, row.a, row.b), model.id(row.a),
                              model.vertices[row.a].name, model.id(row.b), model.vertices[row.b].name,
                              tension_cell(model, row.tension), row.score});

    Report report;
    report.title = "Whom " + name + " can broker";
    report.answer = {reach.pairs.empty()
                         ? fmt::format("{} is a candidate for no pair in tension.", name)
                         : fmt::format("{} is a candidate for the {} in tension listed, and the first for {} of them.",
                                       name, count_of(reach.pairs.size(), "pair", "pairs"), first)};
    report.parts = {{"Pairs in tension, where it ranks best first", std::move(table), {}}};
    return report;
}

}  // namespace entente::write
