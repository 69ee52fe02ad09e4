/// A record of the model as a reader meets it: what it is, what it says, on what it stands.
#pragma once

#include <entente/analysis.hpp>

#include <optional>
#include <span>
#include <string>

namespace entente::write {

/// "tie (security)", "AFG in SCO", "influence of CHN over PAK", "effectiveness of SCO", "refusal by IND", …
std::string record_phrase(const Model& model, const RecordRef& record);
/// The same with its period: "tie AFG–PAK (security), since 2005-01-01".
std::string dated_phrase(const Model& model, const RecordRef& record);
/// A number as a record of this kind would say it: "−0.80 hostile", "0.60 moderate".
std::string number_words(const Model& model, RecordKind kind, double number);
/// A tie's weight, a strength, an effectiveness or a capability; nothing for what has no number.
std::optional<double> record_number(const Model& model, const RecordRef& record);
/// The same with its word, or what the record says instead: "−0.80 hostile", "observer", "of anyone"; may be empty.
std::string record_value(const Model& model, const RecordRef& record);
std::optional<double> record_confidence(const Model& model, const RecordRef& record);
/// "since 2005-01-01", "until …", "… to …"; empty where both ends are open.
std::string period_words(const Period& period);
Period record_period(const Model& model, const RecordRef& record);
/// "taf2016, Mechanisms a)"; with "; disputes it" where it speaks against.
std::string citation(const Model& model, const Evidence& evidence);
/// All citations, "; " between.
std::string citations(const Model& model, std::span<const Evidence> evidence);
/// Each citation with its note: "taf2016, p. 3: shelling at the line; …"; "as for SCO" where a membership stands on its
/// forum's.
std::string evidence_words(const Model& model, const RecordRef& record);

}  // namespace entente::write
