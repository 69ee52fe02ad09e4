#include "draw/both_states.hpp"

#include <algorithm>
#include <stdexcept>

namespace entente::drawing {

BothStates::BothStates(const RelationGraph& before, const RelationGraph& after)
    : before_(before), after_(after), earlier_(after.model().vertices.size()) {
    const auto& vertices = after.model().vertices;
    for (const auto& vertex : before.model().vertices) {
        const auto found = std::lower_bound(vertices.begin(), vertices.end(), vertex.id,
                                            [](const auto& left, const auto& id) { return left.id < id; });
        if (found == vertices.end() || found->id != vertex.id)
            throw std::invalid_argument("the later model lacks '" + vertex.id + "'");
        const auto place = static_cast<VertexIndex>(found - vertices.begin());
        earlier_[place] = later_.size();
        later_.push_back(place);
    }
}

Relation BothStates::relation_before(VertexIndex a, VertexIndex b) const {
    if (!earlier_[a] || !earlier_[b]) return {};
    return before_.relation(*earlier_[a], *earlier_[b]);
}

}  // namespace entente::drawing
