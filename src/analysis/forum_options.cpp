// Where a brokering could take place: the forums that seat all parties (METHOD 7).
#include "analysis/candidates.hpp"
#include "analysis/order.hpp"

#include <algorithm>

namespace entente {

namespace {

/// Full members: rho at least that of `member`, within the tolerance.
std::vector<VertexIndex> full_members(const RelationGraph& graph, VertexIndex forum) {
    const double full = graph.model().scale.role_factor(Role::member);
    std::vector<VertexIndex> members;
    for (const auto& seat : graph.seats(forum))
        if (at_least(seat.factor, full)) members.push_back(seat.actor);
    return members;
}

/// Cohesion, obstruction and the worst pair, over pairs of full members that are not both parties.
void assess(const RelationGraph& graph, std::span<const VertexIndex> parties, ForumOption& option) {
    const auto is_party = [&](VertexIndex vertex) {
        return std::binary_search(parties.begin(), parties.end(), vertex);
    };
    const auto members = full_members(graph, option.id);
    double net_sum = 0;
    double obstruction_sum = 0;
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < members.size(); ++i)
        for (std::size_t j = i + 1; j < members.size(); ++j) {
            if (is_party(members[i]) && is_party(members[j])) continue;
            const double net = graph.relation(members[i], members[j]).net();
            net_sum += net;
            obstruction_sum += std::max(0.0, -net);
            ++pairs;
            const bool worst = above(0, net) && (!option.worst || above(option.worst->net, net));
            if (worst) option.worst = pair_of(graph, members[i], members[j]);
        }
    if (pairs == 0) return;
    option.cohesion = net_sum / static_cast<double>(pairs);
    option.obstruction = obstruction_sum / static_cast<double>(pairs);
}

}  // namespace

std::vector<ForumOption> rank_forums(const RelationGraph& graph, std::span<const VertexIndex> parties) {
    const auto sorted = checked_parties(graph, parties);
    std::vector<ForumOption> options;
    for (const auto& table : tables_for(graph, sorted)) {
        ForumOption option;
        option.id = table.forum;
        option.score = table.convening(1);
        option.members = graph.member_count(table.forum);
        option.effectiveness = graph.effectiveness(table.forum);
        assess(graph, sorted, option);
        options.push_back(option);
    }
    rank_by(options.begin(), options.end(), {[](const ForumOption& option) { return option.score; }},
            [](const ForumOption& left, const ForumOption& right) { return left.id < right.id; });
    for (std::size_t position = 0; position < options.size(); ++position)
        options[position].rank = position + 1;
    return options;
}

}  // namespace entente
