#include "write/report.hpp"
#include "write/rows.hpp"
#include "write/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::write {

namespace {

std::string between(const Model& model, const std::vector<VertexIndex>& parties) {
    return join_words(names_of(model, parties));
}

/// "China (0.62)"
std::string scored(const Model& model, const Candidate& candidate) {
    return fmt::format("{} ({})", model.vertices[candidate.id].name, two_digits(candidate.score));
}

std::size_t count_free(const std::vector<Candidate>& candidates) {
    const auto free = [](const Candidate& candidate) { return candidate.refused_by.empty(); };
    return static_cast<std::size_t>(std::count_if(candidates.begin(), candidates.end(), free));
}

std::string first_sentence(const Model& model, const Brokerage& brokerage) {
    const auto parties = between(model, brokerage.parties);
    if (brokerage.candidates.empty())
        return fmt::format("There is no candidate to broker between {}: nobody asked for is trusted by all of them.",
                           parties);
    const auto& first = brokerage.candidates.front();
    if (!first.refused_by.empty())
        return fmt::format("All who could broker between {} are refused; the best placed of them is {}.", parties,
                           scored(model, first));
    auto sentence = fmt::format("{} is best placed to broker between {}", scored(model, first), parties);
    if (first.forum) sentence += fmt::format(", at the table of {}", model.vertices[*first.forum].name);
    return sentence + ".";
}

/// What speaks against a candidate; empty where nothing does.
std::string marks_sentence(const Model& model, const Candidate& candidate) {
    const auto marks = marks_of(model, candidate);
    return marks.empty() ? std::string() : fmt::format("What speaks against it: {}.", marks);
}

void add_sentence(std::vector<std::string>& answer, std::string sentence) {
    if (!sentence.empty()) answer.push_back(std::move(sentence));
}

/// How sure it is that the first is first.
std::string certainty_sentence(const Model& model, const Brokerage& brokerage) {
    if (brokerage.candidates.empty() || !brokerage.candidates.front().p_first) return {};
    const auto& first = brokerage.candidates.front();
    const std::string given =
        brokerage.any_weights ? "Given this model, whatever the weights of the score" : "Given this model and profile";
    auto sentence = fmt::format("{}, {}; nine times in ten its rank is {}.", given, first_in_draws(*first.p_first),
                                ranks_words(first));
    if (const auto* const other = more_often_first(brokerage))
        sentence +=
            fmt::format(" {} is first more often ({}).", model.vertices[other->id].name, percent(*other->p_first));
    return sentence;
}

/// Who comes next, and how many there are.
std::string second_sentence(const Model& model, const Brokerage& brokerage) {
    const auto free = count_free(brokerage.candidates);
    if (free < 2) return {};
    std::vector<std::string> next;
    for (std::size_t place = 1; place < std::min<std::size_t>(free, 4); ++place)
        next.push_back(scored(model, brokerage.candidates[place]));
    return fmt::format("Then {}; profile {}.", join_words(next), brokerage.profile.name);
}

std::string chain_sentence(const Model& model, const Chain& chain) {
    return fmt::format("{}: {} of a message's weight arrives (0.7 times trust at each step).",
                       fmt::join(names_of(model, chain.ids), " → "), two_digits(chain.product));
}

Part why_part(const Model& model, const Candidate& candidate) {
    return {fmt::format("Why {}", scored(model, candidate)), contributions_table(candidate), {}};
}

Part agenda_part(const Model& model, const Candidate& candidate) {
    return {fmt::format("What {} and the parties all care about", model.vertices[candidate.id].name),
            agenda_table(model, candidate.agenda),
            {}};
}

Part flips_part(const Model& model, const Brokerage& brokerage) {
    Part part{"What would change the answer", flips_table(model, brokerage.flips), {}};
    if (brokerage.candidates.empty()) return part;
    const auto& name = model.vertices[brokerage.candidates.front().id].name;
    part.notes.push_back(
        brokerage.flips.empty()
            ? fmt::format("No change of a single record, however large, makes another than {} first.", name)
            : fmt::format(
                  "The smallest change of one record, all others as they are, after which {} is no longer first.",
                  name));
    return part;
}

Part find_out_part(const Model& model, const Brokerage& brokerage) {
    Part part{"What to find out", find_out_table(model, brokerage.find_out), {}};
    if (!brokerage.find_out.empty())
        part.notes.push_back(
            fmt::format("By how many points of a hundred the chance of {} to be first differs between the draws above "
                        "and below what the record says.",
                        model.vertices[brokerage.candidates.front().id].name));
    return part;
}

std::string reasons_sentence(const Model& model, const BrokerReasons& reasons) {
    const auto& name = model.vertices[reasons.broker].name;
    const auto parties = between(model, reasons.parties);
    if (!reasons.candidate)
        return fmt::format("{} is no candidate between {}: {}.", name, parties, fmt::join(reasons.reasons, "; "));
    const auto& candidate = *reasons.candidate;
    return fmt::format("{} ranks {} of {} between {}.", scored(model, candidate), ordinal(candidate.rank),
                       reasons.candidates, parties);
}

Table links_table(const Model& model, const std::vector<BrokerReasons::Link>& links) {
    Table table;
    table.columns = {{"party", "name", Align::left, Reader::both, true},
                     {"id", "party"},
                     {"trust", "trust", Align::right},
                     {"cooperation", "cooperation", Align::right},
                     {"tension", "tension"},
                     {"on balance", "net"},
                     {"influence", "influence"},
                     {"derived", "influence_derived"}};
    for (const auto& link : links) {
        const auto& vertex = model.vertices[link.party];
        table.rows.push_back({vertex.name, vertex.id, link.relation.trust(),
                              cooperation_cell(link.relation.cooperation), tension_cell(model, link.relation.tension),
                              net_cell(model, link.relation.net()), strength_cell(model, link.influence.strength),
                              link.influence.derived});
    }
    return table;
}

// ---- joint brokers ----

/// "China and Turkey (0.62)"
std::string scored(const Model& model, const JointBrokers& set) {
    return fmt::format("{} ({})", join_words(names_of(model, set.ids)), two_digits(set.score));
}

/// "IRN with SAU, ARE; TUR with SAU"
std::string odds_words(const Model& model, const JointBrokers& set) {
    std::string words;
    for (std::size_t at = 0; at < set.strained_with.size(); ++at) {
        const auto& odds = set.strained_with[at];
        const bool same = at > 0 && set.strained_with[at - 1].broker == odds.broker;
        if (same)
            words += ", " + model.id(odds.party);
        else
            words += fmt::format("{}{} with {}", at > 0 ? "; " : "", model.id(odds.broker), model.id(odds.party));
    }
    return words;
}

Table joint_table(const Model& model, const Brokerage& brokerage) {
    Table table;
    table.columns = {{"brokers", "names", Align::left, Reader::both, true},
                     {"ids", "ids", Align::left, Reader::both, false, true},
                     {"score", "score", Align::right}};
    for (std::size_t component = 0; component < component_count; ++component)
        if (brokerage.profile.weights[component] > 0)
            table.columns.push_back(
                {std::string(component_names[component]), "", Align::right, Reader::both, false, true});
    table.columns.push_back({"friction", "friction", Align::right});
    table.columns.push_back({"table", "forum"});
    table.columns.push_back({"strained", "", Align::left, Reader::person, true});
    for (const auto& set : brokerage.joint) {
        std::vector<Cell> row{names_of(model, set.ids), ids_of(model, set.ids), set.score};
        for (std::size_t component = 0; component < component_count; ++component)
            if (brokerage.profile.weights[component] > 0) row.emplace_back(set.components[component]);
        row.emplace_back(set.friction);
        row.emplace_back(set.forum ? model.id(*set.forum) : std::string());
        row.emplace_back(odds_words(model, set), Tone::tension);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Part joint_part(const Model& model, const Brokerage& brokerage) {
    const std::string_view size = brokerage.together == 2 ? "two" : "three";
    Part part{"Who together", joint_table(model, brokerage), {}};
    if (brokerage.joint.empty()) {
        part.notes = {
            count_free(brokerage.candidates) == 0 && !brokerage.candidates.empty()
                ? std::string("None together either: all candidates are refused.")
                : fmt::format("No {} who cooperate would do better together than the best of them alone.", size)};
        return part;
    }
    part.notes = {
        fmt::format("Sets of {} who cooperate (0.20 or more), are not refused, and score higher together than "
                    "the best of them alone.",
                    size),
        "friction: how far the two of them who get on worst are at odds; the score is lowered by that share.",
        "How sure these are is not drawn: read them as candidates to think about."};
    const bool strained = std::any_of(brokerage.joint.begin(), brokerage.joint.end(),
                                      [](const JointBrokers& set) { return !set.strained_with.empty(); });
    if (strained) part.notes.emplace_back("strained: members on balance at odds with a party.");
    return part;
}

std::string joint_sentence(const Model& model, const Brokerage& brokerage) {
    if (brokerage.joint.empty()) return {};
    return fmt::format("Best placed together: {}.", scored(model, brokerage.joint.front()));
}

}  // namespace

Report report_of(const RelationGraph& graph, const Brokerage& brokerage) {
    const auto& model = graph.model();
    Report report;
    report.title = "Who can broker between " + between(model, brokerage.parties);
    report.answer = {first_sentence(model, brokerage)};
    if (!brokerage.candidates.empty()) add_sentence(report.answer, marks_sentence(model, brokerage.candidates.front()));
    add_sentence(report.answer, certainty_sentence(model, brokerage));
    add_sentence(report.answer, second_sentence(model, brokerage));
    add_sentence(report.answer, joint_sentence(model, brokerage));
    for (const auto& pair : brokerage.pairs)
        report.answer.push_back(pair_sentence(model, pair));
    const auto is_tense = [](const Pair& pair) { return above(pair.tension, 0); };
    if (std::none_of(brokerage.pairs.begin(), brokerage.pairs.end(), is_tense))
        report.answer.emplace_back("No tension is recorded between them: there may be nothing to broker.");

    report.parts = {
        {"Who", candidates_table(model, brokerage.candidates, brokerage.profile), mark_notes(brokerage.candidates)},
        {"Where", forums_table(model, brokerage.forums), {}}};
    if (brokerage.forums.empty()) report.parts.back().notes = {"No forum seats all of them."};
    if (brokerage.together > 1) report.parts.insert(report.parts.begin() + 1, joint_part(model, brokerage));
    if (brokerage.chain) report.parts.push_back({"By which chain", {}, {chain_sentence(model, *brokerage.chain)}});
    if (!brokerage.candidates.empty()) {
        report.parts.push_back(agenda_part(model, brokerage.candidates.front()));
        report.parts.push_back(why_part(model, brokerage.candidates.front()));
    }
    if (brokerage.draws > 0) {
        report.parts.push_back(flips_part(model, brokerage));
        report.parts.push_back(find_out_part(model, brokerage));
    }
    report.parts.push_back({"What is said of it", remarks_table(model, brokerage.remarks), {}});
    return report;
}

Report report_of(const RelationGraph& graph, const BrokerReasons& reasons) {
    const auto& model = graph.model();
    Report report;
    report.title = fmt::format("{} between {}", model.vertices[reasons.broker].name, between(model, reasons.parties));
    report.answer = {reasons_sentence(model, reasons)};
    report.parts.push_back({"How it stands with the parties", links_table(model, reasons.links), {}});
    if (!reasons.candidate) return report;
    add_sentence(report.answer, marks_sentence(model, *reasons.candidate));
    report.parts.push_back({"What makes the score", contributions_table(*reasons.candidate), {}});
    if (reasons.candidate->forum)
        report.parts.back().notes.push_back("At the table of " + model.vertices[*reasons.candidate->forum].name + ".");
    report.parts.push_back(agenda_part(model, *reasons.candidate));
    report.parts.push_back({"On what it stands", records_table(model, reasons.candidate->records), {}});
    return report;
}

}  // namespace entente::write
