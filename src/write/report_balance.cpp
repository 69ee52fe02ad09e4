#include "write/report.hpp"
#include "write/rows.hpp"
#include "write/words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace entente::write {

namespace {

/// Total |net| of the pairs that strain, and of all.
struct Weights {
    double strained = 0;
    double all = 0;
};

Weights weights_of(const Balance& balance) {
    Weights weights;
    for (const auto& pair : balance.frustrated)
        weights.strained += std::abs(pair.net);
    double commitment = 0;  // every pair adds its weight at both ends, one that strains takes it away
    for (const auto& side : balance.commitment)
        commitment += side.value;
    weights.all = commitment / 2 + 2 * weights.strained;
    return weights;
}

std::string amount(const Balance& balance, double frustration) {
    return balance.count ? count_of(static_cast<std::size_t>(std::llround(frustration)), "pair", "pairs")
                         : two_digits(frustration);
}

// ---- the bottom line ----

/// The names of a few, the number of many.
std::string who(const Model& model, const std::vector<VertexIndex>& sides) {
    constexpr std::size_t named = 5;
    return sides.size() <= named ? join_words(names_of(model, sides)) : fmt::format("{} sides", sides.size());
}

std::string split_phrase(const Model& model, const std::vector<VertexIndex>& first,
                         const std::vector<VertexIndex>& second) {
    const bool first_is_smaller = first.size() < second.size();
    const auto& smaller = first_is_smaller ? first : second;
    const auto& larger = first_is_smaller ? second : first;
    return fmt::format("{} against {}", who(model, smaller), who(model, larger));
}

std::string camps_sentence(const Model& model, const Balance& balance) {
    const auto& [first, second] = balance.camps;
    auto sentence = second.empty() ? fmt::format("One camp: {}", who(model, first))
                                   : "Two camps: " + split_phrase(model, first, second);
    if (balance.frustrated.empty()) return sentence + ". No pair strains against that.";
    const auto weights = weights_of(balance);
    return sentence + fmt::format(". {} of {} {} against that ({} of their weight).", balance.frustrated.size(),
                                  count_of(balance.edges, "pair", "pairs"),
                                  balance.frustrated.size() == 1 ? "strains" : "strain",
                                  percent(weights.strained / weights.all));
}

std::string proof_sentence(const Balance& balance) {
    if (!balance.proven)
        return fmt::format(
            "Not proved: the time limit came first. The least strain is between {} and the {} of these camps "
            "(gap {}); another run may find other camps.",
            amount(balance, balance.count ? std::ceil(balance.frustration - balance.gap - tolerance)
                                          : balance.frustration - balance.gap),
            amount(balance, balance.frustration), two_digits(balance.gap));
    const auto least = balance.frustrated.empty() ? std::string("These camps fit every pair")
                                                  : fmt::format(
                                                        "No other camps would strain less (frustration {}, "
                                                        "proved)",
                                                        amount(balance, balance.frustration));
    return least + (balance.unique ? ", and no others do as well." : ", but others do as well.");
}

std::string swing_sentence(const Model& model, const Balance& balance) {
    std::vector<std::string> uncommitted;
    for (const auto& side : balance.commitment)
        if (side.uncommitted)
            uncommitted.push_back(fmt::format("{} ({})", model.vertices[side.id].name, signed_digits(side.value)));
    if (!uncommitted.empty()) return fmt::format("Could change sides: {}.", join_words(uncommitted));
    const auto& least = balance.commitment.front();
    return fmt::format("All are committed; {} is bound the least to its camp ({}).", model.vertices[least.id].name,
                       signed_digits(least.value));
}

std::vector<VertexIndex> vertices_of(const std::vector<BlocMember>& members) {
    std::vector<VertexIndex> vertices;
    for (const auto& member : members)
        vertices.push_back(member.id);
    return vertices;
}

/// The one whose crossing would cost the least, and those as near within half a hundredth.
std::vector<std::string> nearest_to_crossing(const Model& model, const Blocs& blocs) {
    constexpr double alike = 0.005;
    constexpr std::size_t most = 4;
    auto members = blocs.members[0];
    members.insert(members.end(), blocs.members[1].begin(), blocs.members[1].end());
    std::stable_sort(members.begin(), members.end(),
                     [](const auto& left, const auto& right) { return above(right.margin, left.margin); });
    std::vector<std::string> names;
    for (const auto& member : members)
        if (names.size() < most && at_most(member.margin, members.front().margin + alike))
            names.push_back(model.vertices[member.id].name);
    return names;
}

std::string blocs_sentence(const Model& model, const Blocs& blocs) {
    if (blocs.members[1].empty()) return "No two blocs: no split by closeness is better than none.";
    return fmt::format("Two blocs by closeness: {} (modularity {}); nearest to crossing: {}.",
                       split_phrase(model, vertices_of(blocs.members[0]), vertices_of(blocs.members[1])),
                       two_digits(blocs.modularity), join_words(nearest_to_crossing(model, blocs)));
}

std::vector<std::string> answer_of(const Model& model, const Balance& balance) {
    if (balance.edges == 0)
        return {fmt::format("No camps: no two sides stand for or against each other by {} or more.",
                            exact_number(balance.threshold))};
    if (is_lopsided(balance))
        return {blocs_sentence(model, balance.blocs), camps_sentence(model, balance), proof_sentence(balance),
                "Camps so unequal say who stands alone; the blocs say more of who could change sides."};
    return {camps_sentence(model, balance), proof_sentence(balance), swing_sentence(model, balance),
            blocs_sentence(model, balance.blocs)};
}

// ---- tables ----

Table camps_table(const Model& model, const Balance& balance) {
    Table table;
    table.columns = {{"camp", "camp", Align::right},
                     {"sides", "sides", Align::right},
                     {"members", "members", Align::left, Reader::both, true}};
    for (const std::size_t camp : {0, 1})
        if (!balance.camps[camp].empty())
            table.rows.push_back({std::uint64_t{camp + 1}, std::uint64_t{balance.camps[camp].size()},
                                  names_of(model, balance.camps[camp])});
    return table;
}

Table strained_table(const Model& model, const Balance& balance) {
    Table table;
    table.columns = {{"pair", "pair", Align::left, Reader::both, true}, {"ids", "ids"}, {"on balance", "net"}};
    for (const auto& pair : balance.frustrated)
        table.rows.push_back(
            {pair_names(model, pair.a, pair.b), pair_ids(model, pair.a, pair.b), net_cell(model, pair.net)});
    return table;
}

Cell value_cell(double value) {
    return worded(value, signed_digits(value));
}

Table commitment_table(const Model& model, const Balance& balance) {
    Table table;
    table.columns = {{"side", "name", Align::left, Reader::both, true},
                     {"id", "id"},
                     {"camp", "camp", Align::right},
                     {"commitment", "value", Align::right},
                     {"mark", "uncommitted"}};
    for (const auto& side : balance.commitment)
        table.rows.push_back({model.vertices[side.id].name, model.id(side.id), side.camp, value_cell(side.value),
                              std::string(side.uncommitted ? "uncommitted" : "")});
    return table;
}

Table blocs_table(const Model& model, const Blocs& blocs) {
    Table table;
    table.columns = {{"bloc", "bloc", Align::right},
                     {"sides", "sides", Align::right},
                     {"members and their margins", "members", Align::left, Reader::both, true}};
    for (const std::size_t bloc : {0, 1}) {
        if (blocs.members[bloc].empty()) continue;
        std::vector<std::string> members;
        for (const auto& member : blocs.members[bloc])
            members.push_back(fmt::format("{} {:.3f}", model.vertices[member.id].name, member.margin + 0.0));
        table.rows.push_back({std::uint64_t{bloc + 1}, std::uint64_t{members.size()}, std::move(members)});
    }
    return table;
}

Table triangles_table(const Triangles& triangles) {
    Table table;
    table.columns = {{"triangle", "triangle"}, {"count", "count", Align::right}, {"balanced", "balanced"}};
    table.rows = {{std::string("three friends"), triangles.ppp, std::string("yes")},
                  {std::string("two enemies with a common friend"), triangles.ppm, std::string("no")},
                  {std::string("two friends with a common enemy"), triangles.pmm, std::string("yes")},
                  {std::string("three enemies"), triangles.mmm, std::string("in the weak sense")}};
    return table;
}

/// A row for each side, the least committed first, then those apart.
Table sides_table(const Model& model, const Balance& balance) {
    struct Place {
        std::size_t bloc;
        double margin;
    };
    std::vector<Place> places(model.vertices.size());
    for (const std::size_t bloc : {0, 1})
        for (const auto& member : balance.blocs.members[bloc])
            places[member.id] = {bloc + 1, member.margin};
    Table table;
    for (const auto* key : {"id", "name", "kind", "camp", "value", "uncommitted", "bloc", "margin"})
        table.columns.push_back({key, key});
    const auto add = [&](VertexIndex id, Cell camp, Cell value, Cell uncommitted) {
        const auto& vertex = model.vertices[id];
        table.rows.push_back({vertex.id, vertex.name, name_of(vertex.kind), std::move(camp), std::move(value),
                              std::move(uncommitted), places[id].bloc, places[id].margin});
    };
    for (const auto& side : balance.commitment)
        add(side.id, side.camp, side.value, side.uncommitted);
    for (const auto id : balance.apart)
        add(id, {}, {}, {});
    return table;
}

// ---- parts ----

std::vector<std::string> camps_notes(const Model& model, const Balance& balance) {
    if (balance.apart.empty()) return {};
    return {fmt::format("Apart, on no pair of {} or more: {}.", exact_number(balance.threshold),
                        join_words(names_of(model, balance.apart)))};
}

std::vector<std::string> commitment_notes(const Balance& balance) {
    std::vector<std::string> notes{
        "commitment: what a side would lose by changing camps, its net ties to its own camp less those to the other."};
    const auto is_uncommitted = [](const Commitment& side) { return side.uncommitted; };
    if (std::any_of(balance.commitment.begin(), balance.commitment.end(), is_uncommitted))
        notes.push_back(fmt::format("uncommitted: less than {}.", exact_number(balance.threshold)));
    return notes;
}

std::vector<std::string> blocs_notes(const Blocs& blocs) {
    std::vector<std::string> notes;
    if (blocs.net_inside && blocs.net_across)
        notes.push_back(fmt::format("Two sides of one bloc stand at {} on the mean, two of different blocs at {}.",
                                    signed_digits(*blocs.net_inside), signed_digits(*blocs.net_across)));
    notes.push_back("margin: what modularity would lose if that side alone crossed.");
    return notes;
}

std::vector<std::string> triangles_notes(const Triangles& triangles) {
    if (!triangles.strong || !triangles.weak) return {};
    return {fmt::format("Balanced: {}; {} where three enemies count as balanced, too.", percent(*triangles.strong),
                        percent(*triangles.weak))};
}

}  // namespace

Report report_of(const RelationGraph& graph, const Balance& balance) {
    const auto& model = graph.model();
    Report report;
    report.title = "Which camps, and who could change sides";
    report.answer = answer_of(model, balance);
    report.data = sides_table(model, balance);
    if (balance.edges == 0) {
        report.parts = {{"Camps", {}, camps_notes(model, balance)}};
        return report;
    }
    report.parts = {{"Camps", camps_table(model, balance), camps_notes(model, balance)},
                    {"Pairs that strain against the camps", strained_table(model, balance), {}},
                    {"Commitment", commitment_table(model, balance), commitment_notes(balance)},
                    {"Blocs", blocs_table(model, balance.blocs), blocs_notes(balance.blocs)}};
    if (balance.triangles.strong)
        report.parts.push_back({"Triangles", triangles_table(balance.triangles), triangles_notes(balance.triangles)});
    return report;
}

}  // namespace entente::write
