#include "analysis/chain_moving.hpp"

#include "analysis/moving_parts.hpp"
#include "analysis/pieces.hpp"

#include <cmath>
#include <queue>
#include <utility>

namespace entente {
namespace {

constexpr std::size_t patience = 30;  ///< moves without a new best after which the chain ends

/// How much more, by the link alone, a vertex in `part` may gain by a move after its neighbour went from `home` to
/// `to`.
double rise(const Network::Link& link, std::uint32_t part, std::uint32_t home, std::uint32_t to) {
    const auto worse = link.gain > 0 ? home : to;  // the part that it has less reason to be in
    const auto better = link.gain > 0 ? to : home;
    if (part == better) return 0;
    return std::abs(link.gain) * (part == worse ? 2 : 1);
}

}  // namespace

void move_in_chain(const Network& network, Partition& partition, Random& random) {
    auto best = partition;
    MovingParts parts(network, partition, random);
    std::vector<bool> moved(network.size());
    std::vector<double> bounds(network.size());
    std::priority_queue<std::pair<double, std::uint32_t>> waiting;
    const auto wait = [&](std::uint32_t vertex, double bound) {
        bounds[vertex] = bound;
        waiting.emplace(bound, vertex);
    };
    for (std::uint32_t vertex = 0; vertex < network.size(); ++vertex)
        wait(vertex, parts.best_move(vertex).gain);

    double gained = 0;
    double most = least_gain;
    for (std::size_t since_best = 0; since_best < patience && !waiting.empty();) {
        const auto [bound, vertex] = waiting.top();
        waiting.pop();
        if (moved[vertex] || bound != bounds[vertex]) continue;
        const auto move = parts.best_move(vertex);
        if (move.gain < bound - least_gain) {
            wait(vertex, move.gain);
            continue;
        }
        const auto home = partition[vertex];
        parts.apply(vertex, move);
        moved[vertex] = true;
        gained += move.gain;
        ++since_best;
        if (gained > most) {
            most = gained;
            best = partition;
            since_best = 0;
        }
        for (const auto& link : network.links_of(vertex)) {
            const double more = rise(link, partition[link.to], home, partition[vertex]);
            if (more > 0 && !moved[link.to]) wait(link.to, bounds[link.to] + more);
        }
    }
    partition = connected_pieces(network, best);
}

}  // namespace entente
