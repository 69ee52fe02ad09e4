/// What the picture of a change says in words.
#pragma once

#include "draw/changed_net.hpp"

#include <string>
#include <vector>

namespace entente::drawing {

/// "India and Pakistan join the SCO: ", to go before a finding; empty where no scenario is applied.
std::string scenario_lead(const Model& model);

/// "India and Pakistan join the SCO: 12 relations change, India–SCO most".
std::string changes_finding(const BothStates& states, const MovingTies& moving);

/// Whether the two states are the same in all that a scenario can change.
bool nothing_changes(const BothStates& states, const MovingTies& moving);
/// Vertices, seats, effectiveness, influence and refusals: "SCO: India and Pakistan (observer → member)".
std::vector<std::string> changed_records(const BothStates& states);

/// "0.20 → 0.45".
std::string numbers_of(const Move& move);
/// "India–SCO: cooperation 0.20 → 0.45, tension 0.00".
std::string tie_in_words(const BothStates& states, const ChangedTie& tie);

}  // namespace entente::drawing
