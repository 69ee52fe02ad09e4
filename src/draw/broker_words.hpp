/// What the picture of the brokers says in words.
#pragma once

#include <entente/analysis.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace entente::drawing {

bool refused(const Candidate& candidate);

/// "China can broker Afghanistan–Pakistan; likely first; best table: …".
std::string brokers_finding(const RelationGraph& graph, const Brokerage& brokerage);
/// How the parties stand, by what the candidates are ranked, and when.
std::string brokers_subtitle(const RelationGraph& graph, const Brokerage& brokerage);
/// Every candidate in a sentence.
std::string brokers_description(const RelationGraph& graph, const Brokerage& brokerage);

/// "access 0.52, leverage 0.60, convening 0.30": what the profile weighs.
std::string components_in_words(const Candidate& candidate, const Profile& profile);

/// "nine times in ten its rank is 1–3"; only where the ranks were drawn.
std::string ranks_in_words(const Candidate& candidate);

/// What stands in a candidate's box.
struct CandidateText {
    std::string name;  ///< with the rank
    std::string score;
    std::vector<std::string> notes;
    std::optional<std::size_t> certainty{};  ///< which of the notes tells how often it is first
};
CandidateText text_of(const RelationGraph& graph, const Candidate& candidate, const Profile& profile);

}  // namespace entente::drawing
