#include "draw/changed_net.hpp"

#include "draw/backbone.hpp"
#include "draw/selection.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace entente::drawing {

namespace {

/// So many read well beside what changes.
constexpr std::size_t few_vertices = 20;
/// Of more that moves, nothing beside it is read.
constexpr std::size_t few_moves = 25;

using Ends = std::pair<VertexIndex, VertexIndex>;

/// The options as the earlier model's indices have them.
DrawOptions options_before(const BothStates& states, const DrawOptions& options) {
    auto earlier = options;
    earlier.focus.clear();
    for (const auto vertex : options.focus)
        if (const auto known = states.earlier(vertex)) earlier.focus.push_back(*known);
    return earlier;
}

std::vector<VertexIndex> selected_before(const BothStates& states, const DrawOptions& options) {
    const auto earlier = options_before(states, options);
    if (earlier.within && earlier.focus.empty()) return {};
    std::vector<VertexIndex> selected;
    for (const auto vertex : selected_vertices(states.before(), earlier))
        selected.push_back(states.later(vertex));
    return selected;
}

ChangedTie tie_between(const BothStates& states, VertexIndex a, VertexIndex b) {
    const auto was = states.relation_before(a, b);
    const auto is = states.after().relation(a, b);
    return {a, b, {was.cooperation, is.cooperation}, {was.tension, is.tension}};
}

/// How much each vertex moves in all.
std::map<VertexIndex, double> moves_of(const BothStates& states, const std::vector<VertexIndex>& vertices,
                                       const std::vector<ChangedTie>& moving) {
    std::map<VertexIndex, double> moves;
    for (const auto& tie : moving)
        for (const auto end : {tie.a, tie.b})
            moves[end] += tie.size();
    for (const auto vertex : vertices)
        if (states.comes(vertex) || states.goes(vertex)) moves[vertex] += 1;
    return moves;
}

/// At most `most`: those that move most, then those whose relations weigh most.
std::vector<VertexIndex> most_moving(const BothStates& states, std::vector<VertexIndex> vertices,
                                     const std::map<VertexIndex, double>& moves, std::size_t most) {
    if (vertices.size() <= most) return vertices;
    std::map<VertexIndex, double> weight;
    for (const auto vertex : vertices) {
        const auto moved = moves.find(vertex);
        // A relation weighs at most 3, and so all of them together less than any move.
        weight[vertex] = moved == moves.end() ? 0 : 1e9 * moved->second;
        for (const auto& neighbour : states.after().neighbours(vertex))
            weight[vertex] += 2 * neighbour.relation.tension + neighbour.relation.cooperation;
    }
    std::stable_sort(vertices.begin(), vertices.end(),
                     [&](auto left, auto right) { return weight[left] > weight[right] + tolerance; });
    vertices.resize(most);
    std::sort(vertices.begin(), vertices.end());
    return vertices;
}

class NetBuilder {
  public:
    NetBuilder(const BothStates& states, std::vector<VertexIndex> kept, const DrawOptions& options)
        : states_(states), kept_(std::move(kept)) {
        auto all = options;
        all.all_vertices = true;
        add(find_backbone(states.after(), present(states.after(), kept_), 0, all), [](auto vertex) { return vertex; });
        std::vector<VertexIndex> earlier;
        for (const auto vertex : kept_)
            if (const auto known = states.earlier(vertex)) earlier.push_back(*known);
        add(find_backbone(states.before(), present(states.before(), earlier), 0, all),
            [&](auto vertex) { return states.later(vertex); });
    }

    void add(const ChangedTie& moving) {
        auto& tie = tie_of(moving.a, moving.b);
        tie.cooperates = tie.cooperates || moving.cooperation.counts();
        tie.strains = tie.strains || moving.tension.counts();
    }

    ChangedNet finished(const std::map<VertexIndex, double>& moves, bool all) && {
        ChangedNet net;
        std::set<VertexIndex> on_tie;
        for (const auto& [ends, tie] : ties_)
            on_tie.insert({tie.a, tie.b});
        for (const auto vertex : kept_)
            if (moves.contains(vertex)) on_tie.insert(vertex);
        const bool reduced = !all && on_tie.size() > few_vertices;
        const auto moving =
            std::count_if(ties_.begin(), ties_.end(), [](const auto& entry) { return entry.second.moves(); });
        const bool crowded = reduced && static_cast<std::size_t>(moving) > few_moves;
        if (reduced) {
            const auto whole = on_tie.size();
            on_tie = beside(moves, on_tie, crowded ? 0 : few_vertices);
            net.unmoved = whole - on_tie.size();
        }
        net.vertices.assign(on_tie.begin(), on_tie.end());
        for (const auto& [ends, tie] : ties_) {
            const bool wanted = crowded ? tie.moves() : !reduced || moves.contains(tie.a) || moves.contains(tie.b);
            if (wanted && on_tie.contains(tie.a) && on_tie.contains(tie.b)) net.ties.push_back(tie);
        }
        std::stable_sort(net.ties.begin(), net.ties.end(), [](const auto& left, const auto& right) {
            return (left.moves() ? left.size() : 0) < (right.moves() ? right.size() : 0);
        });
        return net;
    }

  private:
    static std::vector<VertexIndex> present(const RelationGraph& graph, const std::vector<VertexIndex>& vertices) {
        std::vector<VertexIndex> existing;
        std::copy_if(vertices.begin(), vertices.end(), std::back_inserter(existing),
                     [&](auto vertex) { return graph.exists(vertex); });
        return existing;
    }

    ChangedTie& tie_of(VertexIndex a, VertexIndex b) {
        const auto ends = Ends(std::minmax(a, b));
        return ties_.try_emplace(ends, tie_between(states_, ends.first, ends.second)).first->second;
    }

    template <typename Later>
    void add(const Backbone& backbone, Later later) {
        for (const auto& drawn : backbone.ties) {
            auto& tie = tie_of(later(drawn.a), later(drawn.b));
            tie.cooperates = tie.cooperates || drawn.cooperates;
            tie.strains = tie.strains || drawn.strains;
        }
    }

    /// Those that move, and those most tied to them, `most` at most.
    std::set<VertexIndex> beside(const std::map<VertexIndex, double>& moves, const std::set<VertexIndex>& vertices,
                                 std::size_t most) const {
        std::set<VertexIndex> near;
        for (const auto vertex : vertices)
            if (moves.contains(vertex)) near.insert(vertex);
        std::map<VertexIndex, double> tied;
        for (const auto& [ends, tie] : ties_) {
            const double weight = std::max(tie.cooperation.after, tie.tension.after);
            if (moves.contains(tie.a) && !moves.contains(tie.b)) tied[tie.b] += weight;
            if (moves.contains(tie.b) && !moves.contains(tie.a)) tied[tie.a] += weight;
        }
        std::vector<VertexIndex> ranked;
        for (const auto& [vertex, weight] : tied)
            ranked.push_back(vertex);
        std::stable_sort(ranked.begin(), ranked.end(),
                         [&](auto left, auto right) { return above(tied[left], tied[right]); });
        for (const auto vertex : ranked)
            if (near.size() < most) near.insert(vertex);
        return near;
    }

    const BothStates& states_;
    std::vector<VertexIndex> kept_;
    std::map<Ends, ChangedTie> ties_;
};

}  // namespace

std::vector<VertexIndex> selected_in_both(const BothStates& states, const DrawOptions& options) {
    const auto after = selected_vertices(states.after(), options);
    const auto before = selected_before(states, options);
    std::vector<VertexIndex> both;
    std::set_union(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(both));
    return both;
}

MovingTies find_moving_ties(const BothStates& states, const DrawOptions& options) {
    const auto selected = selected_in_both(states, options);
    std::set<Ends> pairs;
    for (const auto& pair : states.after().relations())
        pairs.insert({pair.a, pair.b});
    for (const auto& pair : states.before().relations())
        pairs.insert(std::minmax(states.later(pair.a), states.later(pair.b)));
    MovingTies moving;
    for (const auto& [a, b] : pairs) {
        if (!contains(selected, a) || !contains(selected, b)) continue;
        const auto tie = tie_between(states, a, b);
        const bool reaches = reaches_least({tie.cooperation.before, tie.tension.before}, options) ||
                             reaches_least({tie.cooperation.after, tie.tension.after}, options);
        if (!reaches || !above(tie.size(), 0)) continue;
        if (tie.moves())
            moving.ties.push_back(tie);
        else
            ++moving.slight;
    }
    std::stable_sort(moving.ties.begin(), moving.ties.end(),
                     [](const auto& left, const auto& right) { return above(left.size(), right.size()); });
    return moving;
}

ChangedNet find_changed_net(const BothStates& states, const std::vector<ChangedTie>& moving, std::size_t most,
                            const DrawOptions& options) {
    const auto selected = selected_in_both(states, options);
    const auto moves = moves_of(states, selected, moving);
    const auto kept = most_moving(states, selected, moves, options.all_vertices ? selected.size() : most);
    NetBuilder builder(states, kept, options);
    std::size_t left_out = 0;
    for (const auto& tie : moving) {
        if (contains(kept, tie.a) && contains(kept, tie.b))
            builder.add(tie);
        else
            ++left_out;
    }
    auto net = std::move(builder).finished(moves, options.all_vertices);
    net.moving_left_out = left_out;
    net.unmoved += static_cast<std::size_t>(std::count_if(selected.begin(), selected.end(), [&](auto vertex) {
        return !contains(kept, vertex) && !moves.contains(vertex);
    }));
    return net;
}

}  // namespace entente::drawing
