#include "write/coverage_words.hpp"
#include "write/record_words.hpp"
#include "write/report.hpp"
#include "write/rows.hpp"
#include "write/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::write {

namespace {

std::uint64_t count_tensions(const std::vector<Neighbour>& neighbours) {
    return static_cast<std::uint64_t>(
        std::count_if(neighbours.begin(), neighbours.end(),
                      [](const Neighbour& neighbour) { return above(neighbour.relation.tension, 0); }));
}

// ---- the model ----

Table vertices_table(const RelationGraph& graph) {
    Table table;
    table.columns = {{"id", "id"},
                     {"name", "name", Align::left, Reader::both, true},
                     {"kind", "kind"},
                     {"relations", "relations", Align::right},
                     {"in tension", "tensions", Align::right},
                     {"forums", "forums", Align::right},
                     {"members", "members", Align::right}};
    for (const auto index : graph.vertices()) {
        const auto& vertex = graph.model().vertices[index];
        const auto neighbours = graph.neighbours(index);
        const bool forum = graph.is_forum(index);
        table.rows.push_back({vertex.id, vertex.name, name_of(vertex.kind), std::uint64_t{neighbours.size()},
                              count_tensions(neighbours), std::uint64_t{graph.forums_of(index).size()},
                              forum ? Cell(std::uint64_t{graph.member_count(index)}) : Cell()});
    }
    return table;
}

Table layers_table(const RelationGraph& graph) {
    Table table;
    table.columns = {{"layer", "id"},
                     {"what it is", "label", Align::left, Reader::both, true},
                     {"salience", "salience", Align::right}};
    const auto& layers = graph.model().layers;
    for (LayerIndex layer = 0; layer < layers.size(); ++layer)
        table.rows.push_back({layers[layer].id, layers[layer].label, graph.salience(layer)});
    table.rows.push_back({forums_layer, "shared membership", graph.forums_salience()});
    return table;
}

Table sources_table(const Model& model) {
    Table table;
    table.columns = {{"source", "id"},
                     {"title", "title", Align::left, Reader::both, true},
                     {"publisher", "publisher", Align::left, Reader::both, true},
                     {"date", "date"},
                     {"marking", "marking"}};
    for (const auto& source : model.sources)
        table.rows.push_back({source.id, source.title, source.publisher, source.date_text, source.marking});
    return table;
}

// ---- a vertex ----

std::string vertex_sentence(const RelationGraph& graph, const VertexPortrait& portrait) {
    const auto& model = graph.model();
    const auto& vertex = model.vertices[portrait.id];
    auto sentence =
        fmt::format("{} ({}), {}: {}, {} of them in tension; a seat in {}", vertex.name, vertex.id,
                    name_of(vertex.kind), count_of(portrait.relations.size(), "relation", "relations"),
                    count_tensions(portrait.relations), count_of(portrait.forums.size(), "forum", "forums"));
    if (vertex.forum)
        sentence += fmt::format("; {}, effectiveness {} ({})", count_of(portrait.members.size(), "member", "members"),
                                two_digits(graph.effectiveness(portrait.id)),
                                effectiveness_word(model, graph.effectiveness(portrait.id)));
    return sentence + ".";
}

/// What the model itself says of it beside numbers.
std::vector<std::string> vertex_notes(const Model& model, const Vertex& vertex) {
    std::vector<std::string> notes;
    if (!vertex.aliases.empty()) notes.push_back("Also called " + join_words(vertex.aliases) + ".");
    if (vertex.under) notes.push_back("Part of " + model.vertices[*vertex.under].name + ".");
    if (vertex.is_threat()) notes.emplace_back("A threat that others share, not a party.");
    if (!vertex.note.empty()) notes.push_back(vertex.note);
    if (!vertex.evidence.empty()) notes.push_back("Source: " + citations(model, vertex.evidence) + ".");
    return notes;
}

Table relations_table(const Model& model, const std::vector<Neighbour>& relations) {
    Table table;
    table.columns = {{"with", "name", Align::left, Reader::both, true},
                     {"id", "id"},
                     {"cooperation", "cooperation", Align::right},
                     {"tension", "tension"},
                     {"on balance", "net"},
                     {"trust", "trust", Align::right},
                     {"ambivalent", "ambivalent"}};
    for (const auto& neighbour : relations) {
        const auto& vertex = model.vertices[neighbour.vertex];
        const auto& relation = neighbour.relation;
        table.rows.push_back({vertex.name, vertex.id, cooperation_cell(relation.cooperation),
                              tension_cell(model, relation.tension), net_cell(model, relation.net()), relation.trust(),
                              relation.ambivalent()});
    }
    return table;
}

Table seats_table(const RelationGraph& graph, const std::vector<Seat>& seats, VertexIndex Seat::*side) {
    const auto& model = graph.model();
    Table table;
    table.columns = {{"name", "name", Align::left, Reader::both, true},
                     {"id", "id"},
                     {"kind", "kind"},
                     {"role", "role"},
                     {"effectiveness", "effectiveness"},
                     {"source", "source", Align::left, Reader::both, true}};
    for (const auto& seat : seats) {
        const auto& vertex = model.vertices[seat.*side];
        const auto facts = facts_of(model, {RecordKind::membership, seat.record});
        const bool names_forum = side == &Seat::forum;
        table.rows.push_back({vertex.name, vertex.id, name_of(vertex.kind), role_word(seat.role),
                              names_forum ? effectiveness_cell(model, graph.effectiveness(seat.forum)) : Cell(),
                              citations(model, facts.evidence)});
    }
    return table;
}

// ---- a pair ----

void add_influence(std::vector<std::string>& answer, const Model& model, VertexIndex of, VertexIndex over,
                   const Leverage& influence) {
    if (!above(influence.strength, 0)) return;
    answer.push_back(fmt::format("{} has {} influence over {} ({}{}).", model.vertices[of].name,
                                 strength_word(model, influence.strength), model.vertices[over].name,
                                 two_digits(influence.strength), influence.derived ? ", derived from capability" : ""));
}

/// Ties that have faded count for less than they say.
std::vector<std::string> faded_notes(const Model& model, const std::vector<ActiveTie>& ties) {
    std::vector<std::string> notes;
    for (const auto& tie : ties) {
        const RecordRef record{RecordKind::tie, tie.record};
        const double written = model.ties[tie.record].weight;
        if (std::abs(written - tie.weight) > tolerance)
            notes.push_back(fmt::format("{}, {}: faded from {} to {}.", record_phrase(model, record),
                                        period_words(record_period(model, record)), signed_digits(written),
                                        signed_digits(tie.weight)));
    }
    return notes;
}

}  // namespace

Report report_of(const RelationGraph& graph, const ModelPortrait& portrait) {
    const auto& model = graph.model();
    Report report;
    report.title = model.title;
    report.answer = {model.title + ": " + holdings_sentence(portrait.coverage), evidence_sentence(portrait.coverage),
                     silence_sentence(portrait.coverage)};
    report.parts = {{"Vertices", vertices_table(graph), {}},
                    {"Layers", layers_table(graph), {}},
                    {"Sources", sources_table(model), {}}};
    return report;
}

Report report_of(const RelationGraph& graph, const VertexPortrait& portrait) {
    const auto& model = graph.model();
    const auto& vertex = model.vertices[portrait.id];
    Report report;
    report.title = vertex.name;
    report.answer = {vertex_sentence(graph, portrait)};
    std::ranges::copy(vertex_notes(model, vertex), std::back_inserter(report.answer));
    report.parts = {{"Relations", relations_table(model, portrait.relations), {}},
                    {"Sits in", seats_table(graph, portrait.forums, &Seat::forum), {}},
                    {"Members", seats_table(graph, portrait.members, &Seat::actor), {}},
                    {"Influence", records_table(model, portrait.influence), {}},
                    {"Concerns", agenda_table(model, portrait.concerns), {}},
                    {"What is said of it", remarks_table(model, portrait.remarks), {}}};
    return report;
}

Report report_of(const RelationGraph& graph, const PairPortrait& portrait) {
    const auto& model = graph.model();
    const auto& pair = portrait.pair;
    Report report;
    report.title = pair_names(model, pair.a, pair.b);
    report.answer = {pair_sentence(model, pair), fmt::format("Trust {}.", two_digits(portrait.trust))};
    report.data = evidence_table(model, portrait.records);
    add_influence(report.answer, model, pair.a, pair.b, portrait.a_over_b);
    add_influence(report.answer, model, pair.b, pair.a, portrait.b_over_a);
    report.parts = {{"Records in force", records_table(model, portrait.records), faded_notes(model, portrait.ties)},
                    {"Past ties", records_table(model, portrait.past_ties), {}},
                    {"Forums in which both sit", forums_table(model, portrait.forums), {}},
                    {"What is said of both", remarks_table(model, portrait.remarks), {}}};
    return report;
}

}  // namespace entente::write
