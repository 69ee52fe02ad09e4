/// What a briefing says of a candidate in a sentence: every clause comes from a field of the result or the graph.
#pragma once

#include "write/brief_document.hpp"

namespace entente::write::brief {

/// What every part is composed from.
struct Context {
    const RelationGraph& graph;
    const Briefing& briefing;

    const Model& model() const { return graph.model(); }
    /// The part on these parties, if the briefing has one.
    bool has_part(std::span<const VertexIndex> parties) const;
    /// Whether the briefing is on one set of parties alone: its bottom line then says what their part would open with.
    bool has_sole_part() const { return !briefing.scope.empty() && !briefing.actor; }
    /// Nothing where the tension is not among the briefing's.
    const Tension* tension_of(std::span<const VertexIndex> parties) const;
};

Text vertex_name(const Context& context, VertexIndex vertex);
Text vertex_names(const Context& context, std::span<const VertexIndex> vertices);
/// "Afghanistan–Pakistan", linked to its part where there is one.
Text pair_name(const Context& context, std::span<const VertexIndex> parties);
Text pair_name(const Context& context, VertexIndex a, VertexIndex b);
/// The same, never linked: for headings.
Text pair_title(const Context& context, std::span<const VertexIndex> parties);

/// "0.84 (hostile)", "0.52 (moderate)", "−0.40 (strained)"; the word is the model's nearest.
std::string tension_in_words(const Model& model, double tension);
std::string strength_in_words(const Model& model, double strength);
std::string effectiveness_in_words(const Model& model, double effectiveness);
std::string net_in_words(const Model& model, double net);

/// "83 % (very likely)", "in every draw".
std::string share_of_draws(double share);

/// The first candidate whom no party refuses; null where there is none.
const Candidate* first_accepted(const std::vector<Candidate>& candidates);

/// "moderate trust of both (access 0.52); strong leverage over Pakistan (0.80), …; sits with both in the QCG (…)".
Text reasons_for(const Context& context, const Brokerage& brokerage, const Candidate& candidate);
/// Where the broker would seat the parties.
Text place_for(const Context& context, const Brokerage& brokerage, const Candidate* candidate);
/// Refusals, dependence, strain, an obstructed forum, a candidate torn between the two; empty for none.
Text obstacles_for(const Context& context, const Brokerage& brokerage, const Candidate* candidate);
/// Dependence, strain and refusal of one candidate alone; empty for none.
Text marks_for(const Context& context, const Candidate& candidate);

}  // namespace entente::write::brief
