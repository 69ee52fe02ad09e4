/// METHOD 3 for a batch of draws at once: which unknowns make the relation of a pair, and what comes of their numbers.
#pragma once

#include "analysis/certainty/unknowns.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace entente::certainty {

/// Position in Relations.
using RelationIndex = std::uint32_t;

/// The relations that a question needs, each once.
class Relations {
  public:
    Relations(const RelationGraph& graph, Unknowns& unknowns) : graph_(graph), unknowns_(unknowns) {}

    RelationIndex between(VertexIndex i, VertexIndex j);

    std::size_t size() const { return plans_.size(); }
    /// Nothing on record could ever join the two.
    bool is_empty(RelationIndex relation) const;
    /// The unknowns that enter it.
    std::vector<Slot> slots(RelationIndex relation) const;

    /// `batch` numbers each of cooperation and tension.
    void evaluate(RelationIndex relation, const Numbers& numbers, double* cooperation, double* tension) const;

  private:
    struct Layer {
        double salience;
        std::uint32_t first_tie;
        std::uint32_t last_tie;
    };
    /// A forum's effectiveness times what else is known.
    struct Share {
        Slot effectiveness;
        double factor;
    };
    /// Ranges of the lists below.
    struct Plan {
        std::uint32_t first_layer, last_layer;
        std::uint32_t first_bond, last_bond;
        std::uint32_t first_seat, last_seat;
    };

    Plan plan(VertexIndex i, VertexIndex j);
    void add_layers(VertexIndex i, VertexIndex j);
    void add_bonds(VertexIndex i, VertexIndex j);
    void add_seat(VertexIndex actor, VertexIndex forum);

    const RelationGraph& graph_;
    Unknowns& unknowns_;
    std::vector<Plan> plans_;
    std::vector<Layer> layers_;
    std::vector<Slot> ties_;
    std::vector<Share> bonds_;
    std::vector<Share> seats_;
    std::map<std::pair<VertexIndex, VertexIndex>, RelationIndex> known_;
};

/// Cooperation and tension of all relations in a batch of draws.
class RelationNumbers {
  public:
    explicit RelationNumbers(std::size_t relations) : cooperation_(relations * batch), tension_(relations * batch) {}

    void evaluate_all(const Relations& relations, const Numbers& numbers);
    void evaluate(const Relations& relations, RelationIndex relation, const Numbers& numbers) {
        relations.evaluate(relation, numbers, cooperation_.data() + relation * batch,
                           tension_.data() + relation * batch);
    }
    const double* cooperation(RelationIndex relation) const { return cooperation_.data() + relation * batch; }
    const double* tension(RelationIndex relation) const { return tension_.data() + relation * batch; }

  private:
    std::vector<double> cooperation_;
    std::vector<double> tension_;
};

}  // namespace entente::certainty
