/// Everything a briefing holds, computed and drawn.
#pragma once

#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"

#include <functional>
#include <span>
#include <string_view>

namespace entente::cli {

/// On the whole model; one vertex named: on that actor; two or more: on these parties. `scenarios` are graphs of the
/// model, each with one scenario, that outlive the briefing. `complain` is told of a picture that is left out.
Briefing compute_briefing(const Session& session, const RelationGraph& graph, const std::vector<VertexIndex>& named,
                          std::span<const RelationGraph> scenarios, const BrokerOptions& options,
                          const std::function<void(std::string_view)>& complain);

}  // namespace entente::cli
