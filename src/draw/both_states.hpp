/// A model before and after its scenarios, by the vertices of the later state.
#pragma once

#include <entente/graph.hpp>

#include <optional>
#include <vector>

namespace entente::drawing {

/// Keeps references to the two graphs. The later model holds every vertex of the earlier one.
class BothStates {
  public:
    BothStates(const RelationGraph& before, const RelationGraph& after);

    const RelationGraph& before() const { return before_; }
    const RelationGraph& after() const { return after_; }

    /// A vertex of the later model in the earlier one; nothing where it is new.
    std::optional<VertexIndex> earlier(VertexIndex vertex) const { return earlier_[vertex]; }
    /// A vertex of the earlier model in the later one.
    VertexIndex later(VertexIndex vertex) const { return later_[vertex]; }

    bool comes(VertexIndex vertex) const { return !existed(vertex) && after_.exists(vertex); }
    bool goes(VertexIndex vertex) const { return existed(vertex) && !after_.exists(vertex); }

    Relation relation_before(VertexIndex a, VertexIndex b) const;

  private:
    bool existed(VertexIndex vertex) const { return earlier_[vertex] && before_.exists(*earlier_[vertex]); }

    const RelationGraph& before_;
    const RelationGraph& after_;
    std::vector<std::optional<VertexIndex>> earlier_;
    std::vector<VertexIndex> later_;
};

}  // namespace entente::drawing
