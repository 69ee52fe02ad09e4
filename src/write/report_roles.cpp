#include "write/report.hpp"
#include "write/rows.hpp"
#include "write/words.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace entente::write {

namespace {

using Counts = std::array<std::size_t, 5>;
constexpr std::array role_keys{"coordinator", "itinerant", "gatekeeper", "representative", "liaison"};

Counts counts_of(const ActorRoles& actor) {
    return {actor.coordinator, actor.itinerant, actor.gatekeeper, actor.representative, actor.liaison};
}

std::vector<Column> head_columns() {
    return {{"actor", "name", Align::left, Reader::both, true}, {"id", "id"}};
}

std::vector<Cell> head_cells(const Model& model, const ActorRoles& actor) {
    return {model.vertices[actor.id].name, model.vertices[actor.id].id};
}

void add_counts(const ActorRoles& actor, std::vector<Cell>& row) {
    for (const auto count : counts_of(actor))
        row.emplace_back(std::uint64_t{count});
}

/// How much room its partners leave each, and who stands between.
Table positions_table(const Model& model, const std::vector<ActorRoles>& actors) {
    Table table;
    table.columns = head_columns();
    for (const auto* title : {"betweenness", "effective size", "constraint"})
        table.columns.push_back({title, title, Align::right});
    for (const auto& actor : actors) {
        auto row = head_cells(model, actor);
        row.emplace_back(actor.betweenness);
        row.push_back(optional_cell(actor.effective_size));
        row.push_back(optional_cell(actor.constraint));
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Of those that link anybody.
Table counts_table(const Model& model, const std::vector<ActorRoles>& actors) {
    Table table;
    table.columns = head_columns();
    for (const auto* key : role_keys)
        table.columns.push_back({key, key, Align::right});
    for (const auto& actor : actors) {
        if (counts_of(actor) == Counts{}) continue;
        auto row = head_cells(model, actor);
        add_counts(actor, row);
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// All of it, for a machine.
Table roles_table(const Model& model, const std::vector<ActorRoles>& actors) {
    Table table;
    table.columns = head_columns();
    for (const auto* key : role_keys)
        table.columns.push_back({key, key});
    for (const auto* key : {"constraint", "effective_size", "betweenness"})
        table.columns.push_back({key, key});
    for (const auto& actor : actors) {
        auto row = head_cells(model, actor);
        add_counts(actor, row);
        row.push_back(optional_cell(actor.constraint));
        row.push_back(optional_cell(actor.effective_size));
        row.emplace_back(actor.betweenness);
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::size_t pairs_across(const ActorRoles& actor) {
    return actor.itinerant + actor.gatekeeper + actor.representative + actor.liaison;
}

/// Who links most pairs that are not both of its own group; empty where nobody does.
std::string across_sentence(const Model& model, const Roles& roles) {
    const auto most = std::max_element(
        roles.actors.begin(), roles.actors.end(),
        [](const ActorRoles& left, const ActorRoles& right) { return pairs_across(left) < pairs_across(right); });
    if (most == roles.actors.end() || pairs_across(*most) == 0) return {};
    return fmt::format("Of those listed, {} links most across groups: {} who do not cooperate themselves.",
                       model.vertices[most->id].name,
                       count_of(pairs_across(*most), "pair", "pairs (each counted both ways)"));
}

std::string between_sentence(const Model& model, const Roles& roles) {
    const auto& first = roles.actors.front();
    if (!above(first.betweenness, 0)) return "Nobody stands between others: all who trust somebody do so directly.";
    return fmt::format("{} stands most between others on the shortest ways of trust (betweenness {}).",
                       model.vertices[first.id].name, two_digits(first.betweenness));
}

}  // namespace

Report report_of(const RelationGraph& graph, const Roles& roles) {
    const auto& model = graph.model();
    const auto groups = roles.groups == "clusters" ? "the cooperation clusters" : "those of the tag " + roles.groups;
    Report report;
    report.title = "Who stands between whom";
    report.data = roles_table(model, roles.actors);
    if (roles.actors.empty()) {
        report.answer = {"There is no actor on that day."};
        return report;
    }
    report.answer = {between_sentence(model, roles)};
    if (auto sentence = across_sentence(model, roles); !sentence.empty()) report.answer.push_back(std::move(sentence));
    report.parts = {
        {"In the network of trust",
         positions_table(model, roles.actors),
         {"betweenness: how many pairs of others have their shortest way of trust through it.",
          "effective size: how many partners it has that do not repeat each other.",
          "constraint: how far its partners are tied among themselves and leave it no room; the lower, the freer."}},
        {"Between groups",
         counts_table(model, roles.actors),
         {fmt::format("Groups are {}; an actor in none is a group of its own. Counted are the pairs, each both ways, "
                      "who do not cooperate (under 0.20) and both cooperate with the actor:",
                      groups),
          "coordinator: both are of its own group; itinerant: both of one other group; gatekeeper: from another group "
          "into its own; representative: from its own group to another (as often, where ties have no direction); "
          "liaison: "
          "three different groups."}}};
    return report;
}

}  // namespace entente::write
