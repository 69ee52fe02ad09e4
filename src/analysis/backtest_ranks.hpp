/// Where every way of ranking puts the recorded brokers of one case (METHOD 10).
#pragma once

#include <entente/analysis.hpp>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace entente {

/// The rankings that cost nothing, in the order of Placement::baselines; chance is reckoned apart.
inline constexpr std::array<std::string_view, 4> baseline_names{"capability", "betweenness", "forums shared",
                                                                "nearness"};

/// The model at the end of a year, with what all its cases share.
class YearEnd {
  public:
    /// The lens has that day as its date.
    YearEnd(const Model& model, const Lens& lens);

    const RelationGraph& graph() const { return graph_; }
    const std::vector<double>& standing() const { return standing_; }
    /// By vertex: shortest ways, in steps over pairs with any positive tie, that lead through it.
    const std::vector<double>& betweenness() const { return betweenness_; }

  private:
    RelationGraph graph_;
    std::vector<double> standing_;
    std::vector<double> betweenness_;
};

/// Parties that exist, and brokers that are actors and no parties; one or more.
struct Question {
    VertexIndex a = 0;
    VertexIndex b = 0;
    std::vector<VertexIndex> brokers;
};

/// The best of the recorded brokers in one ranking, and who comes first in it.
struct Placement {
    double rank = 0;
    VertexIndex best = 0;
    std::optional<VertexIndex> first;  ///< nothing where nobody is a candidate
};
struct Placements {
    std::vector<Placement> profiles;
    std::vector<Placement> baselines;
};
/// The components of a candidate are computed once for all profiles.
Placements place_brokers(const YearEnd& year, const Question& question, std::span<const Profile> profiles);

}  // namespace entente
