// What stands behind the answer on a pair: its ties, its first candidates' records, remarks.
#include "write/brief_evidence.hpp"
#include "write/brief_parts.hpp"
#include "write/words.hpp"

#include <algorithm>

namespace entente::write::brief {

namespace {

/// Candidates whose evidence is shown: fewer where there are many parts.
constexpr std::size_t explained_alone = 3;
constexpr std::size_t explained_among_others = 1;

/// Seats in forums other than the one to meet in are many, and each adds little: those forums are named alone.
bool stands_alone(const Context& context, const Candidate& candidate, const RecordRef& record) {
    if (record.kind == RecordKind::effectiveness) return record.index == candidate.forum;
    if (record.kind != RecordKind::membership) return true;
    const auto& membership = context.model().memberships[record.index];
    return membership.forum == candidate.forum || membership.forum == candidate.id;
}

Fold evidence_for(const Context& context, const Brokerage& brokerage, const Candidate& candidate) {
    const auto& name = context.model().vertices[candidate.id].name;
    std::vector<RecordRef> shown;
    for (const auto& record : candidate.records)
        if (stands_alone(context, candidate, record)) shown.push_back(record);
    Fold fold{Prose().name(name).say(": " + count_of(candidate.records.size(), "record", "records")), {}};
    fold.blocks.emplace_back(record_table(context, "Records that entered: " + name, shown));
    for (const auto party : brokerage.parties) {
        std::vector<Text> forums;
        for (const auto forum : context.graph.shared_forums(candidate.id, party))
            forums.push_back(vertex_name(context, forum));
        if (forums.empty()) continue;
        Prose prose;
        prose.add(vertex_name(context, candidate.id)).say(" sits with ").add(vertex_name(context, party));
        fold.blocks.emplace_back(Paragraph{prose.say(" in ").add(join(forums)).say("."), Paragraph::Role::note});
    }
    return fold;
}

std::span<const Candidate> explained_candidates(const Context& context, const Brokerage& brokerage) {
    const auto most = context.has_sole_part() ? explained_alone : explained_among_others;
    return std::span(brokerage.candidates).first(std::min(most, brokerage.candidates.size()));
}

/// On all parties, on a forum that seats them, or on a party and a candidate whose evidence is shown.
std::vector<std::size_t> remarks_of_note(const Context& context, const Brokerage& brokerage) {
    std::vector<std::size_t> kept;
    for (const auto position : brokerage.remarks) {
        const auto& about = context.model().remarks[position].about;
        const auto named = [&](VertexIndex vertex) {
            return std::find(about.begin(), about.end(), vertex) != about.end();
        };
        const auto explained = explained_candidates(context, brokerage);
        const bool of_note =
            std::all_of(brokerage.parties.begin(), brokerage.parties.end(), named) ||
            std::any_of(brokerage.forums.begin(), brokerage.forums.end(),
                        [&](const ForumOption& option) { return named(option.id); }) ||
            std::any_of(explained.begin(), explained.end(), [&](const Candidate& item) { return named(item.id); });
        if (of_note) kept.push_back(position);
    }
    return kept;
}

}  // namespace

std::vector<Block> evidence_blocks(const Context& context, const Brokerage& brokerage) {
    std::vector<Block> blocks;
    add_folded(blocks, "The tension itself",
               record_table(context, "Ties between the parties", ties_between(context, brokerage.parties)));
    for (const auto& candidate : explained_candidates(context, brokerage))
        if (!candidate.records.empty()) blocks.emplace_back(evidence_for(context, brokerage, candidate));
    const auto remarks = remarks_of_note(context, brokerage);
    add_folded(blocks, count_of(remarks.size(), "remark", "remarks"), remark_table(context, "Remarks", remarks));
    return blocks;
}

}  // namespace entente::write::brief
