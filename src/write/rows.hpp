/// Cells and tables that several reports share.
#pragma once

#include "write/table.hpp"
#include <entente/analysis.hpp>

#include <span>
#include <string>
#include <vector>

namespace entente::write {

Cell cooperation_cell(double cooperation);
/// "0.58 rivals"
Cell tension_cell(const Model& model, double tension);
/// "−0.25 strained"
Cell net_cell(const Model& model, double net);
/// "0.80 strong"
Cell strength_cell(const Model& model, double strength);
/// "0.60 moderate"
Cell effectiveness_cell(const Model& model, double effectiveness);
/// A share of draws: "83 %, very likely".
Cell chance_cell(std::optional<double> share);
/// The interval of ranks: "1–4"; empty without draws.
std::string ranks_words(const Candidate& candidate);
/// Nothing where there is no value.
Cell optional_cell(std::optional<double> value);

/// The candidates of one set of parties; components that weigh nothing are for machines alone.
Table candidates_table(const Model& model, const std::vector<Candidate>& candidates, const Profile& profile);
/// What would change the answer, a row each.
Table flips_table(const Model& model, const std::vector<Flip>& flips);
/// What to find out, a row each.
Table find_out_table(const Model& model, const std::vector<FindOut>& found);
/// What the marks in a table of candidates mean, one sentence each kind in use.
std::vector<std::string> mark_notes(const std::vector<Candidate>& candidates);
/// Component, value, what it adds to the score.
Table contributions_table(const Candidate& candidate);
Table agenda_table(const Model& model, const std::vector<AgendaItem>& agenda);
Table forums_table(const Model& model, const std::vector<ForumOption>& forums);
Table remarks_table(const Model& model, const std::vector<std::size_t>& remarks);
/// A row for each record, for a person.
Table records_table(const Model& model, std::span<const RecordRef> records);
/// A row for each item of evidence of each record, for a machine; a record without evidence has one row.
Table evidence_table(const Model& model, std::span<const RecordRef> records);

}  // namespace entente::write
