#include "analysis/structural_holes.hpp"

#include <algorithm>

namespace entente {

namespace {

/// Of one vertex, what all of it sums to and the strongest.
struct Strength {
    double sum = 0;
    double most = 0;
};

std::vector<Strength> strengths(const std::vector<std::vector<WeightedTie>>& ties) {
    std::vector<Strength> found(ties.size());
    for (std::size_t vertex = 0; vertex < ties.size(); ++vertex)
        for (const auto& tie : ties[vertex]) {
            found[vertex].sum += tie.weight;
            found[vertex].most = std::max(found[vertex].most, tie.weight);
        }
    return found;
}

}  // namespace

std::vector<StructuralHoles> structural_holes(const std::vector<std::vector<WeightedTie>>& ties) {
    const auto strength = strengths(ties);
    std::vector<StructuralHoles> found(ties.size());
    std::vector<double> share(ties.size(), 0);  // of its ties that the vertex in turn gives to each; 0 elsewhere
    for (std::size_t vertex = 0; vertex < ties.size(); ++vertex) {
        if (ties[vertex].empty()) continue;
        for (const auto& tie : ties[vertex])
            share[tie.to] = tie.weight / strength[vertex].sum;
        double constraint = 0;
        double effective_size = 0;
        for (const auto& tie : ties[vertex]) {
            double invested = share[tie.to];
            double redundancy = 0;
            for (const auto& other : ties[tie.to]) {
                // What the third gives to the neighbour, out of its own; the neighbour's tie to it, out of the
                // strongest.
                invested += share[other.to] * other.weight / strength[other.to].sum;
                redundancy += share[other.to] * other.weight / strength[tie.to].most;
            }
            constraint += invested * invested;
            effective_size += 1 - redundancy;
        }
        found[vertex] = {constraint, effective_size};
        for (const auto& tie : ties[vertex])
            share[tie.to] = 0;
    }
    return found;
}

}  // namespace entente
