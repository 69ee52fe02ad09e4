/// Everything a briefing holds, computed and drawn.
#pragma once

#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"

namespace entente::cli {

/// On the whole model; one vertex named: on that actor; two or more: on these parties.
Briefing compute_briefing(const Session& session, const RelationGraph& graph, const std::vector<VertexIndex>& named,
                          const BrokerOptions& options);

}  // namespace entente::cli
