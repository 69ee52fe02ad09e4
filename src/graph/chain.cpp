#include <entente/graph.hpp>

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

/// What a hand-over leaves of a message (METHOD 7).
constexpr double kept_per_step = 0.7;

/// Best products of the ways to one vertex, by number of steps: at(steps)[vertex].
using Products = std::vector<std::vector<double>>;

/// An actor's ways on: to other actors, and to the end.
std::vector<std::vector<Neighbour>> ways_on(const RelationGraph& graph, VertexIndex from, VertexIndex to) {
    std::vector<std::vector<Neighbour>> ways(graph.model().vertices.size());
    const auto add = [&](VertexIndex vertex) {
        for (const auto& neighbour : graph.neighbours(vertex)) {
            const bool direct = vertex == from && neighbour.vertex == to;
            const bool passable =
                neighbour.vertex == to || (neighbour.vertex != from && graph.is_actor(neighbour.vertex));
            if (!direct && passable && above(neighbour.relation.trust(), 0)) ways[vertex].push_back(neighbour);
        }
    };
    for (const auto actor : graph.actors())
        if (actor != to) add(actor);
    if (!graph.is_actor(from)) add(from);
    return ways;
}

std::vector<double> one_step_more(const std::vector<std::vector<Neighbour>>& ways, const std::vector<double>& before) {
    std::vector<double> products(before.size(), 0);
    for (VertexIndex vertex = 0; vertex < ways.size(); ++vertex)
        for (const auto& way : ways[vertex])
            products[vertex] = std::max(products[vertex], kept_per_step * way.relation.trust() * before[way.vertex]);
    return products;
}

}  // namespace

std::optional<Chain> strongest_chain(const RelationGraph& graph, VertexIndex from, VertexIndex to) {
    const auto ways = ways_on(graph, from, to);
    Products products{std::vector<double>(ways.size(), 0)};
    products[0][to] = 1;
    double best = 0;
    // A way of n steps is worth at most 0.7^n: past that no longer one can be better.
    for (double bound = 1; products.size() <= ways.size() && bound >= best; bound *= kept_per_step) {
        products.push_back(one_step_more(ways, products.back()));
        products.back()[to] = 0;
        if (*std::max_element(products.back().begin(), products.back().end()) <= 0) break;
        best = std::max(best, products.back()[from]);
    }
    if (best <= 0) return std::nullopt;

    const auto good_enough = [best](double product) { return product > 0 && at_least(product, best); };
    std::size_t steps = 1;
    while (!good_enough(products[steps][from]))
        ++steps;

    Chain chain{{from}, 1};
    for (std::size_t left = steps; left > 0; --left) {
        const auto& choices = ways[chain.ids.back()];
        const auto next = std::find_if(choices.begin(), choices.end(), [&](const Neighbour& way) {
            return good_enough(chain.product * kept_per_step * way.relation.trust() * products[left - 1][way.vertex]);
        });
        chain.product *= kept_per_step * next->relation.trust();
        chain.ids.push_back(next->vertex);
    }
    return chain;
}

}  // namespace entente
