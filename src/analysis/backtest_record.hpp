/// What many cases together say of one way of ranking (METHOD 10).
#pragma once

#include <entente/analysis.hpp>

#include <array>
#include <span>
#include <string>
#include <vector>

namespace entente {

/// What one ranking made of one case; of chance, what is to be expected.
struct Outcome {
    double rank = 0;
    double reciprocal = 0;
    std::array<double, 4> hits{};  ///< whether the rank is within the first 1, 3, 5 and 10
};

Outcome outcome_of(double rank);
/// The best of so many brokers, where `of` actors are listed in an order that is chance; brokers is in [1, of].
Outcome outcome_of_chance(std::size_t brokers, std::size_t of);

/// Parties of a case; a < b.
struct CasePair {
    VertexIndex a;
    VertexIndex b;
    auto operator<=>(const CasePair&) const = default;
};
/// `pairs` are the parties, an outcome each.
TrackRecord record_of(std::string name, std::span<const Outcome> outcomes, std::span<const CasePair> pairs);

}  // namespace entente
