// The region at a glance: pictures, each with its data.
#include "write/brief_evidence.hpp"
#include "write/brief_parts.hpp"
#include "write/words.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace entente::write::brief {

namespace {

constexpr std::size_t friends_named = 3;
constexpr std::size_t pairs_named = 5;

using Content = Column::Content;

Cell number(double value) {
    return {plain(two_digits(value))};
}
Cell number(const std::optional<double>& value) {
    return value ? number(*value) : Cell{};
}

Text weighted_names(const Context& context, const std::vector<WeightedVertex>& vertices) {
    std::vector<Text> items;
    for (const auto& item : vertices)
        items.push_back(Prose().add(vertex_name(context, item.id)).say(" " + two_digits(item.weight)));
    return join_first(std::move(items), friends_named);
}

Text ranked(const Context& context, const Candidate& candidate) {
    Prose prose;
    prose.name(context.model().vertices[candidate.id].name,
               candidate.refused_by.empty() ? Span::Style::plain : Span::Style::struck);
    return prose.say(" " + two_digits(candidate.score));
}

Table matrix_table(const Context& context) {
    Table table{"Brokers by pair, with their scores; those refused are struck out",
                {{"Pair", Content::heading},
                 {"Tension", Content::number},
                 {"First", Content::words, "first"},
                 {"First in draws", Content::words, "sure"},
                 {"Second", Content::words, "second"},
                 {"Third", Content::words, "third"}},
                {}};
    for (const auto& pair : context.briefing.matrix) {
        const auto name = [&](std::size_t rank) {
            return rank <= pair.candidates.size() ? Cell{ranked(context, pair.candidates[rank - 1])} : Cell{};
        };
        const auto* first = pair.candidates.empty() ? nullptr : &pair.candidates.front();
        const auto sure = first && first->p_first ? share_of_draws(*first->p_first) : std::string();
        const VertexIndex parties[]{pair.a, pair.b};
        table.rows.push_back({{pair_name(context, parties), {}, {}, {}, pair_anchor(context.model(), parties)},
                              number(pair.tension),
                              name(1),
                              {plain(sure)},
                              name(2),
                              name(3)});
    }
    return table;
}

std::vector<Cell> tension_row(const Context& context, const Tension& tension) {
    const auto& model = context.model();
    Prose broker;
    if (tension.best_broker) {
        broker.add(vertex_name(context, *tension.best_broker)).say(" " + two_digits(tension.best_score));
        if (!tension.depends_on.empty()) broker.say(", depends on ").add(vertex_names(context, tension.depends_on));
    }
    return {{pair_name(context, tension.a, tension.b)},
            {plain(tension_in_words(model, tension.tension))},
            number(tension.cooperation),
            {plain(signed_digits(tension.net))},
            {plain(tension.ambivalent ? "yes" : "")},
            {weighted_names(context, tension.torn)},
            number(tension.strain),
            {broker},
            number(tension.opportunity)};
}

Table tension_table(const Context& context) {
    Table table{"Pairs in tension, by severity",
                {{"Pair", Content::heading},
                 {"Tension", Content::number},
                 {"Cooperation", Content::number},
                 {"Net", Content::number},
                 {"Ambivalent"},
                 {"Friends of both, torn"},
                 {"Strain", Content::number},
                 {"Best broker"},
                 {"Opportunity", Content::number}},
                {}};
    for (const auto& tension : context.briefing.tensions)
        table.rows.push_back(tension_row(context, tension));
    return table;
}

Text members_of(const Context& context, const Cluster& cluster) {
    std::vector<Text> items;
    for (const auto& member : cluster.members) {
        Prose prose;
        prose.add(vertex_name(context, member.id));
        if (member.stability) prose.say(" " + percent(*member.stability));
        items.push_back(prose);
    }
    return join(items, ", ");
}

Table cluster_table(const Context& context) {
    const auto& clusters = context.briefing.clustering.clusters;
    const bool stable = std::any_of(clusters.begin(), clusters.end(), [](const Cluster& cluster) {
        return !cluster.members.empty() && cluster.members.front().stability;
    });
    Table table{stable ? "Cooperation clusters; beside each member in what share of draws it is with the others"
                       : "Cooperation clusters",
                {{"No", Content::number},
                 {"Members", Content::heading},
                 {"Cooperation inside", Content::number},
                 {"Tension inside", Content::number},
                 {"Cooperation outside", Content::number}},
                {}};
    for (const auto& cluster : clusters)
        table.rows.push_back({{plain(std::to_string(cluster.number))},
                              {members_of(context, cluster)},
                              number(cluster.cooperation_inside),
                              number(cluster.tension_inside),
                              number(cluster.cooperation_outside)});
    return table;
}

Text tense_pairs_in(const Context& context, VertexIndex forum) {
    std::vector<Text> pairs;
    for (const auto& tension : context.briefing.tensions) {
        const auto seats = [&](const WeightedVertex& item) { return item.id == forum; };
        if (std::any_of(tension.forums.begin(), tension.forums.end(), seats))
            pairs.push_back(pair_name(context, tension.a, tension.b));
    }
    return join_first(std::move(pairs), pairs_named);
}

/// "China [2], India (observer) [2]": each with the numbers of its sources.
Text seats_in(const Context& context, VertexIndex forum) {
    const auto& model = context.model();
    std::vector<Text> items;
    for (const auto& seat : context.graph.seats(forum)) {
        Prose prose;
        prose.add(vertex_name(context, seat.actor));
        if (seat.role != Role::member) prose.say(fmt::format(" ({})", role_word(seat.role)));
        items.push_back(prose.add(source_numbers(context, model.memberships[seat.record].evidence)));
    }
    return join(items, ", ");
}

/// By effectiveness, then members, then id.
std::vector<VertexIndex> forums_in_order(const RelationGraph& graph) {
    auto forums = graph.forums();
    std::stable_sort(forums.begin(), forums.end(), [&](VertexIndex left, VertexIndex right) {
        const double better = graph.effectiveness(left);
        const double worse = graph.effectiveness(right);
        if (above(better, worse) || above(worse, better)) return better > worse;
        return graph.member_count(left) > graph.member_count(right);
    });
    return forums;
}

Table forum_table(const Context& context) {
    const auto& graph = context.graph;
    Table table{"Forums, by effectiveness",
                {{"Forum", Content::heading},
                 {"Kind"},
                 {"Effectiveness", Content::number},
                 {"Members", Content::number},
                 {"Seats these tense pairs, the sharpest first"}},
                {}};
    for (const auto forum : forums_in_order(graph))
        table.rows.push_back({{vertex_name(context, forum)},
                              {plain(name_of(graph.model().vertices[forum].kind))},
                              {plain(effectiveness_in_words(graph.model(), graph.effectiveness(forum)))},
                              {plain(std::to_string(graph.member_count(forum)))},
                              {tense_pairs_in(context, forum)}});
    return table;
}

Table seat_table(const Context& context) {
    Table table{"Who sits in each forum; the numbers are those of the sources",
                {{"Forum", Content::heading}, {"Who sits there"}, {"Evidence on the forum"}},
                {}};
    for (const auto forum : forums_in_order(context.graph))
        table.rows.push_back({{vertex_name(context, forum)},
                              {seats_in(context, forum)},
                              {evidence_in_words(context, context.model().vertices[forum].evidence)}});
    return table;
}

Section matrix_section(const Context& context) {
    Section section{"matrix", plain("Who can broker whom"), {}, true};
    add_picture(context, section.blocks, "matrix");
    add_folded(section.blocks, "The matrix as a table", matrix_table(context), OnPaper::hidden);
    return section;
}

Section network_section(const Context& context) {
    Section section{"network", plain("The network"), {}, true};
    add_picture(context, section.blocks, "network");
    const auto& coverage = context.briefing.coverage;
    section.blocks.emplace_back(
        Paragraph{plain(fmt::format("{} stand in a relation, of cooperation, of tension or of both.",
                                    count_of(coverage.relations, "pair", "pairs")))});
    return section;
}

Section tensions_section(const Context& context) {
    Section section{"tensions", plain("Tensions"), {}, true};
    section.blocks.emplace_back(Paragraph{
        plain("Severity is the tension of a pair. A pair is ambivalent where it cooperates as well. Torn is who is a "
              "friend of both sides; the opportunity is the severity times the score of the best broker.")});
    add_picture(context, section.blocks, "tensions");
    add_folded(section.blocks, count_of(context.briefing.tensions.size(), "pair in tension", "pairs in tension"),
               tension_table(context));
    return section;
}

Section clusters_section(const Context& context) {
    const auto& clustering = context.briefing.clustering;
    Section section{"clusters", plain("Clusters"), {}, true};
    section.blocks.emplace_back(Paragraph{plain(
        fmt::format("{} of sides that work together more than with others (modularity {}).",
                    count_of(clustering.clusters.size(), "cluster", "clusters"), two_digits(clustering.modularity)))});
    add_picture(context, section.blocks, "clusters");
    if (!clustering.clusters.empty()) section.blocks.emplace_back(cluster_table(context));
    if (!clustering.unattached.empty()) {
        Prose prose;
        prose.say("Unattached, with nobody they cooperate with enough: ");
        section.blocks.emplace_back(Paragraph{prose.add(vertex_names(context, clustering.unattached)).say(".")});
    }
    return section;
}

/// The least committed first.
Table commitment_table(const Context& context, const Balance& balance) {
    Table table{"What each side would lose by changing camps",
                {{"Side", Column::Content::heading},
                 {"Camp", Column::Content::number},
                 {"Commitment", Column::Content::number},
                 {"Could change"}},
                {}};
    for (const auto& commitment : balance.commitment)
        table.rows.push_back({{vertex_name(context, commitment.id)},
                              {plain(std::to_string(commitment.camp))},
                              {plain(signed_digits(commitment.value))},
                              {plain(commitment.uncommitted ? "uncommitted" : "")}});
    return table;
}

Text camps_sentence(const Context& context, const Balance& balance) {
    Prose prose;
    prose.say("If the region fell into two camps, they would be ");
    for (std::size_t camp = 0; camp < 2; ++camp) {
        if (camp > 0) prose.say("; and ");
        prose.add(vertex_names(context, balance.camps[camp]));
    }
    prose.say(fmt::format(". {} of {} strain against them (frustration {}, {}{}).", balance.frustrated.size(),
                          count_of(balance.edges, "pair", "pairs"), two_digits(balance.frustration),
                          balance.proven ? "proved the least" : "not proved to be the least",
                          balance.unique ? ", and no other camps do as well" : ""));
    return prose;
}

Text uncommitted_sentence(const Context& context, const Balance& balance) {
    std::vector<VertexIndex> uncommitted;
    for (const auto& commitment : balance.commitment)
        if (commitment.uncommitted) uncommitted.push_back(commitment.id);
    Prose prose;
    if (!uncommitted.empty())
        return prose.say("Who could change sides: ").add(vertex_names(context, uncommitted)).say(".");
    const auto& least = balance.commitment.front();
    prose.say("Nobody could change sides at little cost; the least bound to its camp is ");
    return prose.add(vertex_name(context, least.id)).say(fmt::format(" ({}).", signed_digits(least.value)));
}

Text blocs_sentence(const Context& context, const Blocs& blocs) {
    Prose prose;
    if (blocs.members[1].empty()) return prose.say("No split in two blocs is better than none.");
    prose.say(fmt::format("The best split in two by closeness (modularity {}): ", two_digits(blocs.modularity)));
    for (std::size_t bloc = 0; bloc < 2; ++bloc) {
        std::vector<VertexIndex> members;
        for (const auto& member : blocs.members[bloc])
            members.push_back(member.id);
        prose.say(bloc > 0 ? "; and " : "").add(vertex_names(context, members));
    }
    return prose.say(".");
}

Section camps_section(const Context& context, const Balance& balance) {
    Section section{"camps", plain("Camps"), {}, true};
    if (is_lopsided(balance)) {
        section.blocks.emplace_back(Paragraph{blocs_sentence(context, balance.blocs)});
        section.blocks.emplace_back(Paragraph{camps_sentence(context, balance)});
        section.blocks.emplace_back(
            Paragraph{plain("Camps so unequal say who stands alone; the blocs say more of who could change sides.")});
    } else {
        section.blocks.emplace_back(Paragraph{camps_sentence(context, balance)});
        section.blocks.emplace_back(Paragraph{uncommitted_sentence(context, balance)});
        section.blocks.emplace_back(Paragraph{blocs_sentence(context, balance.blocs)});
    }
    add_folded(section.blocks, "How committed each side is", commitment_table(context, balance));
    return section;
}

Section forums_section(const Context& context) {
    Section section{"forums", plain("Forums"), {}, true};
    add_picture(context, section.blocks, "forums");
    add_folded(section.blocks, count_of(context.graph.forums().size(), "forum", "forums"), forum_table(context));
    add_folded(section.blocks, "Who sits where, with evidence", seat_table(context));
    return section;
}

}  // namespace

void add_picture(const Context& context, std::vector<Block>& blocks, const std::string& name) {
    if (context.briefing.pictures.contains(name)) blocks.emplace_back(Figure{name});
}

void add_folded(std::vector<Block>& blocks, std::string_view summary, Table table, OnPaper on_paper) {
    if (table.rows.empty()) return;
    Fold fold{plain(summary), {}, on_paper};
    fold.blocks.emplace_back(std::move(table));
    blocks.emplace_back(std::move(fold));
}

void add_shortened(std::vector<Block>& blocks, Table table, std::size_t shown, std::string_view singular,
                   std::string_view plural) {
    Table others{table.caption + ", continued", table.columns, {}, table.pair};
    if (table.rows.size() > shown) {
        const auto from = table.rows.begin() + static_cast<std::ptrdiff_t>(shown);
        others.rows.assign(std::make_move_iterator(from), std::make_move_iterator(table.rows.end()));
        table.rows.resize(shown);
    }
    blocks.emplace_back(std::move(table));
    const auto more = others.rows.size();
    add_folded(blocks, count_of(more, "other " + std::string(singular), "other " + std::string(plural)),
               std::move(others), OnPaper::hidden);
}

std::vector<Section> overview_sections(const Context& context) {
    const auto& briefing = context.briefing;
    const auto& clustering = briefing.clustering;
    std::vector<Section> sections;
    if (!briefing.matrix.empty()) sections.push_back(matrix_section(context));
    if (briefing.pictures.contains("network")) sections.push_back(network_section(context));
    if (!briefing.tensions.empty()) sections.push_back(tensions_section(context));
    if (!clustering.clusters.empty() || !clustering.unattached.empty()) sections.push_back(clusters_section(context));
    if (briefing.balance && briefing.balance->edges > 0) sections.push_back(camps_section(context, *briefing.balance));
    if (!context.graph.forums().empty()) sections.push_back(forums_section(context));
    return sections;
}

}  // namespace entente::write::brief
