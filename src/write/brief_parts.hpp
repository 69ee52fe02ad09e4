/// The parts of a briefing, each composed on its own.
#pragma once

#include "write/brief_sentences.hpp"

#include <set>
#include <string>
#include <vector>

namespace entente::write::brief {

/// The finding in one paragraph.
Text bottom_line(const Context& context);
/// For each tense pair: who, where, why, what stands in the way.
Section answer_section(const Context& context);
/// The region at a glance: who can broker whom, tensions, clusters, forums. Those that the briefing holds.
std::vector<Section> overview_sections(const Context& context);
/// Who can broker, why and where, in two sentences.
Text verdict(const Context& context, const Brokerage& brokerage);
/// Parts of that part: forums and chain; ties, records and remarks with their evidence.
std::vector<Block> place_blocks(const Context& context, const Brokerage& brokerage);
std::vector<Block> evidence_blocks(const Context& context, const Brokerage& brokerage);
/// Those who would do better together than the best of them alone.
std::vector<Block> joint_blocks(const Context& context, const Brokerage& brokerage);
/// All on one set of parties.
Section pair_section(const Context& context, const Brokerage& brokerage);
/// All on the actor of the briefing, which must have one: whom it can broker, its relations, forums, concerns.
std::vector<Section> actor_sections(const Context& context);
/// What each scenario supposes and moves.
Section what_if_section(const Context& context);
/// The sources whose anchors are among `cited`.
Section sources_section(const Context& context, const std::set<std::string>& cited);
/// How to read the numbers, what they do not say, and what was looked at.
Section method_section(const Context& context);

/// The picture of that name, then its data on demand.
void add_picture(const Context& context, std::vector<Block>& blocks, const std::string& name);
void add_folded(std::vector<Block>& blocks, std::string_view summary, Table table, OnPaper on_paper = OnPaper::shown);
/// The first rows at once, the others on demand: "13 other candidates".
void add_shortened(std::vector<Block>& blocks, Table table, std::size_t shown, std::string_view singular,
                   std::string_view plural);

}  // namespace entente::write::brief
