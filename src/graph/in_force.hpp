/// Which records count on a day, through a lens (METHOD 2).
#pragma once

#include <entente/graph.hpp>

#include <vector>

namespace entente {

struct ActiveCapability {
    double value = 0;
    bool global = false;
    bool known = false;
};

/// Everything in force. Lists are sorted as said, so that ranges of them can be looked up.
struct InForce {
    InForce(const Model& model, const Lens& lens);

    Date as_of;
    std::vector<double> salience;  ///< by layer
    double forums_salience;
    std::vector<bool> exists;                 ///< by vertex
    std::vector<ActiveTie> ties;              ///< by a, b, layer, record
    std::vector<Seat> seats_by_forum;         ///< by forum, actor
    std::vector<Seat> seats_by_actor;         ///< by actor, forum
    std::vector<double> forum_salience;       ///< by vertex; 0 where it is no forum
    std::vector<std::size_t> effectiveness;   ///< by vertex: which of a forum's counts, as Forum::part_on
    std::vector<ActiveInfluence> influences;  ///< by of, over, strongest first
    std::vector<std::size_t> refusals;
    std::vector<std::pair<VertexIndex, VertexIndex>> borders;  ///< a < b, sorted
    std::vector<ActiveCapability> capability;                  ///< by vertex
};

}  // namespace entente
