/// The draws of METHOD 8 for one or more questions of who can broker whom, and what is counted in them.
#pragma once

#include "analysis/certainty/ranking.hpp"
#include <entente/analysis.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace entente::certainty {

/// The questions, and all that is unknown in them. Neither copied nor moved: its parts refer to each other.
struct Survey {
    Survey(const RelationGraph& graph, std::span<const std::vector<VertexIndex>> questions,
           const BrokerOptions& options);
    Survey(const Survey&) = delete;
    Survey& operator=(const Survey&) = delete;

    const RelationGraph& graph;
    const BrokerOptions& options;
    Unknowns unknowns;
    Relations relations;
    std::optional<Standings> standings;  ///< where standing weighs
    std::vector<Ranking> rankings;       ///< one a question
};

/// One batch of draws of a survey, evaluated for one ranking after the other.
class Drawing {
  public:
    /// The model as it stands: every number at its mean, refusals holding.
    explicit Drawing(const Survey& survey);
    void draw(std::uint64_t first);

    Numbers numbers;
    RelationNumbers relations;
    std::vector<double> standing;  ///< by vertex, `batch` each; empty where it weighs nothing
    Weights weights;

    Scores evaluate(const Ranking& ranking) const;
    void evaluate(const Ranking& ranking, Scores& scores) const;
    /// Of one candidate alone.
    void evaluate(const Ranking& ranking, std::size_t candidate, Scores& scores) const;

  private:
    void evaluate_relations();
    const Survey& survey_;
};

/// The ranks that the candidates of one question took.
struct Ranks {
    std::size_t draws = 0;
    std::vector<VertexIndex> ids;
    std::vector<std::uint32_t> firsts;  ///< a candidate each: how often it was there and first
    std::vector<std::uint32_t> counts;  ///< a row of ids.size() a candidate: how often it had rank 1, 2, …

    double share_of_first(std::size_t candidate) const;
    double share_up_to(std::size_t candidate, std::size_t rank) const;
    /// The smallest rank whose cumulative share reaches `percent`.
    std::size_t quantile(std::size_t candidate, std::size_t percent) const;
};

/// How often one candidate was first, by where the number of one unknown lay.
struct Watch {
    Slot slot = 0;
    std::size_t above = 0;  ///< draws in which its number was above its median
    std::size_t first_and_above = 0;
};

struct Tally {
    std::vector<Ranks> ranks;  ///< one a question
    std::vector<Watch> watches;
};
/// What to count beside the ranks, in the first question.
struct Watched {
    std::uint32_t first = 0;  ///< position in the ranking
    std::vector<Slot> slots;
};
Tally take(const Survey& survey, const Sampling& sampling, const std::optional<Watched>& watched);

/// What would change the answer of the first question (METHOD 8), over the numbers in `slots`.
std::vector<Flip> find_flips(const Survey& survey, std::uint32_t first, std::span<const Slot> slots,
                             const Sampling& sampling);

}  // namespace entente::certainty
