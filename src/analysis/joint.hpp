/// Sets of brokers (METHOD 7, joint brokers).
#pragma once

#include <entente/analysis.hpp>

#include <span>
#include <vector>

namespace entente {

/// The most sets that are kept, where no fewer are asked for.
inline constexpr std::size_t most_joint_brokers = 1'000'000;

/// The sets of options.together actors that score above their best member alone, best first. Parties are ascending.
/// A `together` other than 2 or 3 is a std::invalid_argument. Every set whose members all cooperate is looked at; only
/// as many are held as are asked for.
std::vector<JointBrokers> find_joint_brokers(const RelationGraph& graph, std::span<const VertexIndex> parties,
                                             const BrokerOptions& options);

}  // namespace entente
