/// METHOD 7's ranking for a batch of draws at once: which unknowns make the score of each candidate between some
/// parties, and in which order they come.
#pragma once

#include "analysis/certainty/relations.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace entente::certainty {

/// The weights of the six components in each draw of a batch.
class Weights {
  public:
    /// The same in every draw.
    explicit Weights(const Components& fixed);
    /// Uniform on the simplex of the six, for the draws first, first + 1, …
    void draw(const Model& model, std::uint64_t seed, std::uint64_t first);

    double of(std::size_t component, std::size_t draw) const { return values_[component][draw]; }

  private:
    std::array<std::array<double, batch>, component_count> values_;
};

/// Mean cooperation of actors with all other actors; needed only where standing weighs.
class Standings {
  public:
    Standings(const RelationGraph& graph, Relations& relations);

    std::span<const RelationIndex> relations_of(VertexIndex actor) const { return relations_[actor]; }
    /// By vertex, `batch` numbers each.
    std::vector<double> evaluate(const RelationNumbers& relations) const;
    void evaluate(VertexIndex actor, const RelationNumbers& relations, double* standing) const;

  private:
    std::vector<std::vector<RelationIndex>> relations_;  ///< by vertex
    double others_;
};

/// What came of each candidate in each draw of a batch. Rows of `batch`, one a candidate.
struct Scores {
    enum class State : std::uint8_t { absent, refused, free };

    explicit Scores(std::size_t candidates)
        : score(candidates * batch), access(candidates * batch), state(candidates * batch) {}

    std::vector<double> score;
    std::vector<double> access;
    std::vector<State> state;
};

/// A candidate in a draw.
struct Place {
    double score;
    std::uint32_t candidate;
};

/// One question: some parties, and all who could ever be candidates between them.
class Ranking {
  public:
    /// `parties` are ascending. `standings` is none where standing weighs nothing.
    Ranking(const RelationGraph& graph, std::span<const VertexIndex> parties, const BrokerOptions& options,
            Unknowns& unknowns, Relations& relations, const Standings* standings);

    std::size_t size() const { return candidates_.size(); }
    /// Ascending with the position.
    VertexIndex id(std::size_t candidate) const { return candidates_[candidate].id; }
    /// Sorted; the refusals left out.
    std::vector<Slot> numbers_behind(std::size_t candidate) const;

    /// Fills the candidate's rows. `standing` is by vertex; not looked at where standing weighs nothing.
    void evaluate(std::size_t candidate, const Numbers& numbers, const RelationNumbers& relations,
                  std::span<const double> standing, const Weights& weights, Scores& scores) const;

    /// Those present in the draw, best first, into `order`.
    void rank(const Scores& scores, std::size_t draw, std::vector<Place>& order) const;
    /// The first of them; nothing where nobody is present.
    std::optional<std::uint32_t> first(const Scores& scores, std::size_t draw, std::vector<Place>& order) const;

  private:
    struct Influence {
        std::vector<Slot> recorded;
        double derived = 0;  ///< where nothing is recorded
    };
    struct Table {
        Slot effectiveness;
        double factor;
    };
    struct Candidate {
        VertexIndex id;
        std::vector<RelationIndex> relations;  ///< one a party
        std::vector<Influence> influences;     ///< one a party
        std::vector<Table> tables;
        std::vector<Slot> refusals;
    };

    const Relations& relations_;
    const Standings* standings_;
    std::vector<Candidate> candidates_;
};

}  // namespace entente::certainty
