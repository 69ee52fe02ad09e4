#include "write/report.hpp"
#include "write/rows.hpp"
#include "write/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::write {

namespace {

// ---- tensions ----

std::vector<VertexIndex> vertices_of(const std::vector<WeightedVertex>& weighted) {
    std::vector<VertexIndex> vertices;
    for (const auto& item : weighted)
        vertices.push_back(item.id);
    return vertices;
}

/// A person is shown the first few and how many more there are.
Cell torn_cell(const Model& model, const std::vector<WeightedVertex>& torn) {
    constexpr std::size_t shown = 3;
    const auto ids = ids_of(model, vertices_of(torn));
    Cell cell(ids);
    if (ids.size() > shown)
        cell.shown =
            fmt::format("{} and {} more", fmt::join(ids.begin(), ids.begin() + shown, ", "), ids.size() - shown);
    return cell;
}

/// "China 0.62"; empty where nobody could.
Cell broker_cell(const Model& model, const Tension& tension) {
    if (!tension.best_broker) return {};
    Cell cell(model.id(*tension.best_broker));
    cell.shown = fmt::format("{} {}", model.vertices[*tension.best_broker].name, two_digits(tension.best_score));
    return cell;
}

/// "ambivalent; broker depends on PAK"
std::string mark(const Model& model, const Tension& tension) {
    std::string words = tension.ambivalent ? "ambivalent" : "";
    if (tension.depends_on.empty()) return words;
    if (tension.ambivalent) words += "; ";
    return words + fmt::format("broker depends on {}", fmt::join(ids_of(model, tension.depends_on), ", "));
}

Table tensions_table(const Model& model, const std::vector<Tension>& tensions) {
    constexpr auto person = Reader::person;
    constexpr auto machine = Reader::machine;
    Table table;
    table.columns = {{"pair", "", Align::left, person, true},
                     {"", "a", Align::left, machine},
                     {"", "a_name", Align::left, machine},
                     {"", "b", Align::left, machine},
                     {"", "b_name", Align::left, machine},
                     {"ids", "", Align::left, person, false, true},
                     {"tension", "tension"},
                     {"cooperation", "cooperation", Align::right, Reader::both, false, true},
                     {"", "net", Align::right, machine},
                     {"", "ambivalent", Align::left, machine},
                     {"torn", "torn", Align::left, Reader::both, true},
                     {"strain", "strain", Align::right, Reader::both, false, true},
                     {"", "forums", Align::left, machine},
                     {"best broker", "best_broker", Align::left, Reader::both, true},
                     {"", "best_score", Align::right, machine},
                     {"", "depends_on", Align::left, machine},
                     {"opportunity", "opportunity", Align::right},
                     {"mark", "", Align::left, person, true}};
    for (const auto& tension : tensions)
        table.rows.push_back(
            {pair_names(model, tension.a, tension.b), model.id(tension.a), model.vertices[tension.a].name,
             model.id(tension.b), model.vertices[tension.b].name, pair_ids(model, tension.a, tension.b),
             tension_cell(model, tension.tension), cooperation_cell(tension.cooperation), tension.net,
             tension.ambivalent, torn_cell(model, tension.torn), tension.strain,
             ids_of(model, vertices_of(tension.forums)), broker_cell(model, tension), tension.best_score,
             ids_of(model, tension.depends_on), tension.opportunity, mark(model, tension)});
    return table;
}

std::vector<std::string> tensions_answer(const Model& model, const std::vector<Tension>& tensions) {
    if (tensions.empty()) return {"No pair is in tension."};
    const auto& worst =
        *std::max_element(tensions.begin(), tensions.end(),
                          [](const Tension& left, const Tension& right) { return above(right.tension, left.tension); });
    const auto& best = *std::max_element(
        tensions.begin(), tensions.end(),
        [](const Tension& left, const Tension& right) { return above(right.opportunity, left.opportunity); });
    std::vector<std::string> answer{fmt::format(
        "{} listed, the hardest {} ({} {}).", count_of(tensions.size(), "pair in tension is", "pairs in tension are"),
        pair_names(model, worst.a, worst.b), two_digits(worst.tension), tension_word(model, worst.tension))};
    if (best.best_broker)
        answer.push_back(fmt::format("The best opening among them: {}, brokered by {} (opportunity {}).",
                                     pair_names(model, best.a, best.b), model.vertices[*best.best_broker].name,
                                     two_digits(best.opportunity)));
    return answer;
}

// ---- clusters ----

Table clusters_table(const Model& model, const Clustering& clustering) {
    Table table;
    table.columns = {{"cluster", "number", Align::right},
                     {"sides", "size", Align::right},
                     {"members", "members", Align::left, Reader::both, true},
                     {"cooperation inside", "cooperation_inside", Align::right},
                     {"tension inside", "tension_inside", Align::right},
                     {"cooperation outside", "cooperation_outside", Align::right}};
    for (const auto& cluster : clustering.clusters) {
        std::vector<VertexIndex> members;
        for (const auto& member : cluster.members)
            members.push_back(member.id);
        table.rows.push_back({cluster.number, std::uint64_t{members.size()}, names_of(model, members),
                              optional_cell(cluster.cooperation_inside), optional_cell(cluster.tension_inside),
                              optional_cell(cluster.cooperation_outside)});
    }
    return table;
}

/// A row for each side; without a cluster where it is unattached.
Table sides_table(const Model& model, const Clustering& clustering) {
    Table table;
    for (const auto* key : {"cluster", "id", "name", "kind", "stability"})
        table.columns.push_back({key, key});
    const auto add = [&](Cell number, VertexIndex id, Cell stability) {
        const auto& vertex = model.vertices[id];
        table.rows.push_back({std::move(number), vertex.id, vertex.name, name_of(vertex.kind), std::move(stability)});
    };
    for (const auto& cluster : clustering.clusters)
        for (const auto& member : cluster.members)
            add(cluster.number, member.id, optional_cell(member.stability));
    for (const auto id : clustering.unattached)
        add({}, id, {});
    return table;
}

/// The members that do not belong firmly, the loosest first; nothing without draws.
Table loose_table(const Model& model, const Clustering& clustering) {
    Table table;
    table.columns = {{"side", "", Align::left, Reader::person, true},
                     {"id", ""},
                     {"cluster", "", Align::right},
                     {"with its cluster in", ""}};
    struct Loose {
        std::size_t cluster;
        ClusterMember member;
    };
    std::vector<Loose> loose;
    for (const auto& cluster : clustering.clusters)
        for (const auto& member : cluster.members)
            if (member.is_loose()) loose.push_back({cluster.number, member});
    std::stable_sort(loose.begin(), loose.end(), [](const Loose& left, const Loose& right) {
        return *left.member.stability < *right.member.stability;
    });
    for (const auto& [cluster, member] : loose)
        table.rows.push_back(
            {model.vertices[member.id].name, model.id(member.id), cluster, chance_cell(member.stability)});
    return table;
}

std::string clusters_answer(const Clustering& clustering) {
    std::size_t sides = 0;
    for (const auto& cluster : clustering.clusters)
        sides += cluster.members.size();
    if (sides == 0) return "No two sides cooperate enough to belong together.";
    auto answer =
        fmt::format("{} in {} (modularity {})", count_of(sides, "side stands", "sides stand"),
                    count_of(clustering.clusters.size(), "cluster", "clusters"), two_digits(clustering.modularity));
    const auto apart = clustering.unattached.size();
    if (apart > 0) answer += fmt::format("; {} unattached", count_of(apart, "side is", "sides are"));
    return answer + ".";
}

}  // namespace

Report report_of(const RelationGraph& graph, const std::vector<Tension>& tensions) {
    const auto& model = graph.model();
    Report report;
    report.title = "What pulls apart";
    report.answer = tensions_answer(model, tensions);
    report.parts = {{"Pairs in tension", tensions_table(model, tensions), {}}};
    if (!tensions.empty())
        report.parts.back().notes = {"torn: friends of both, who pay for the quarrel.",
                                     "opportunity: tension times the score of the best broker who is not refused.",
                                     "ambivalent: cooperation and tension are both 0.2 or more."};
    return report;
}

Report report_of(const RelationGraph& graph, const Clustering& clustering) {
    const auto& model = graph.model();
    Report report;
    report.title = "Who belongs together";
    report.answer = {clusters_answer(clustering)};
    report.parts = {{"Cooperation clusters", clusters_table(model, clustering), {}}};
    if (!clustering.unattached.empty())
        report.parts.back().notes = {"Unattached, without a pair of cooperation 0.1 or more: " +
                                     join_words(names_of(model, clustering.unattached)) + "."};
    auto loose = loose_table(model, clustering);
    if (!loose.rows.empty())
        report.parts.push_back(
            {"Who could belong elsewhere",
             std::move(loose),
             {"In what share of draws, on average, it is in one cluster with another member of its own."}});
    report.data = sides_table(model, clustering);
    return report;
}

}  // namespace entente::write
