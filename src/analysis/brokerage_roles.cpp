#include "analysis/brokerage_roles.hpp"

namespace entente {

namespace {

/// The role in which `broker`, a group, stands between two others.
std::size_t ActorRoles::*role_of(std::size_t from, std::size_t broker, std::size_t to) {
    if (from == broker) return broker == to ? &ActorRoles::coordinator : &ActorRoles::representative;
    if (broker == to) return &ActorRoles::gatekeeper;
    return from == to ? &ActorRoles::itinerant : &ActorRoles::liaison;
}

}  // namespace

void count_roles(const std::vector<std::vector<std::uint32_t>>& successors, const std::vector<std::size_t>& group,
                 std::vector<ActorRoles>& actors) {
    std::vector<bool> tied(successors.size(), false);  // from the vertex in turn
    for (std::uint32_t from = 0; from < successors.size(); ++from) {
        for (const auto to : successors[from])
            tied[to] = true;
        for (const auto broker : successors[from])
            for (const auto to : successors[broker])
                if (to != from && !tied[to]) ++(actors[broker].*role_of(group[from], group[broker], group[to]));
        for (const auto to : successors[from])
            tied[to] = false;
    }
}

}  // namespace entente
