/// Two graphs side by side, of one model or of two.
#pragma once

#include <entente/analysis.hpp>

#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace entente {

/// Position in the ids of both models, sorted.
using CommonIndex = std::size_t;
struct CommonPair {
    CommonIndex a = 0;
    CommonIndex b = 0;
    auto operator<=>(const CommonPair&) const = default;
};

/// One of the two graphs, seen by common indices.
struct State {
    const RelationGraph& graph;
    std::vector<CommonIndex> common;                 ///< by vertex
    std::vector<std::optional<VertexIndex>> vertex;  ///< by common index; nothing where it does not exist

    CommonPair pair(VertexIndex a, VertexIndex b) const { return {common[a], common[b]}; }
    bool has(const CommonPair& pair) const { return vertex[pair.a] && vertex[pair.b]; }
};

struct TwoStates {
    TwoStates(const RelationGraph& first, const RelationGraph& second);

    std::string phrase(const CommonPair& pair) const { return ids[pair.a] + "–" + ids[pair.b]; }

    std::vector<std::string> ids;
    State before;
    State after;
};

/// Rows of what moved; what did not is not added. A number that is not there counts as 0.
class MovedRows {
  public:
    void add(Moved moved);
    void add_of_pair(const TwoStates& states, const CommonPair& pair, const std::string& aspect, Moved::Value before,
                     Moved::Value after);
    void add_of_vertex(const std::string& id, const std::string& aspect, Moved::Value before, Moved::Value after);
    /// Words first, then numbers by how far they moved, then by what it is.
    std::vector<Moved> sorted() &&;

  private:
    std::vector<Moved> rows_;
};

/// How far a number moved; infinite for words.
double distance_moved(const Moved& moved);
Moved::Value value_or_none(const std::optional<double>& value);
/// "AFG, PAK"; nothing for none.
Moved::Value listed(const std::vector<std::string>& ids);

std::vector<Moved> compare_clusters(const TwoStates& states, const ClusterOptions& options);
std::vector<Moved> compare_balance(const TwoStates& states, const BalanceOptions& options);

}  // namespace entente
