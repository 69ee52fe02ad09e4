#include "draw/backbone.hpp"

#include "draw/selection.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace entente::drawing {

namespace {

constexpr double sharp_tension = 0.45;
/// So many tensions are still read; of more, the sharp ones are drawn.
constexpr std::size_t few_tensions = 25;

using Pairs = std::vector<PairRelation>;

/// Where there are too many: the actors (forums have a picture of their own, and threats are shared), those whose
/// relations weigh most. Ascending.
std::vector<VertexIndex> most_telling(const RelationGraph& graph, const std::vector<VertexIndex>& vertices,
                                      const Pairs& pairs, std::size_t most) {
    if (vertices.size() <= most) return vertices;
    std::vector<VertexIndex> ranked;
    std::copy_if(vertices.begin(), vertices.end(), std::back_inserter(ranked),
                 [&](auto vertex) { return graph.is_actor(vertex); });
    if (ranked.empty()) ranked = vertices;
    std::map<VertexIndex, double> weight;
    for (const auto& pair : pairs)
        if (contains(ranked, pair.a) && contains(ranked, pair.b))
            for (const auto end : {pair.a, pair.b})
                weight[end] += 2 * pair.relation.tension + pair.relation.cooperation * pair.relation.cooperation;
    std::stable_sort(ranked.begin(), ranked.end(),
                     [&](auto left, auto right) { return weight[left] > weight[right] + tolerance; });
    ranked.resize(std::min(ranked.size(), most));
    std::sort(ranked.begin(), ranked.end());
    return ranked;
}

/// Positions in `pairs` of each vertex's strongest.
std::set<std::size_t> strongest(const std::vector<VertexIndex>& vertices, const Pairs& pairs) {
    std::map<VertexIndex, std::vector<std::size_t>> of;
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
        if (!at_least(pairs[pair].relation.cooperation, least_cooperation)) continue;
        of[pairs[pair].a].push_back(pair);
        of[pairs[pair].b].push_back(pair);
    }
    std::set<std::size_t> chosen;
    for (const auto vertex : vertices) {
        auto& own = of[vertex];
        std::stable_sort(own.begin(), own.end(), [&](auto left, auto right) {
            return pairs[left].relation.cooperation > pairs[right].relation.cooperation + tolerance;
        });
        for (std::size_t place = 0; place < std::min(own.size(), strongest_ties); ++place)
            chosen.insert(own[place]);
    }
    return chosen;
}

/// Under which no tension is drawn for its own sake.
double least_tension_drawn(const Pairs& pairs) {
    std::vector<double> tensions;
    for (const auto& pair : pairs)
        if (above(pair.relation.tension, 0)) tensions.push_back(pair.relation.tension);
    if (tensions.size() <= few_tensions) return 0;
    std::sort(tensions.rbegin(), tensions.rend());
    return std::max(sharp_tension, tensions[few_tensions - 1]);
}

}  // namespace

Backbone find_backbone(const RelationGraph& graph, const std::vector<VertexIndex>& vertices, std::size_t most,
                       const DrawOptions& options) {
    Backbone found;
    auto pairs = selected_pairs(graph, vertices, options);
    found.considered = most_telling(graph, vertices, pairs, options.all_vertices ? vertices.size() : most);
    const auto& kept = found.considered;
    found.less_telling = vertices.size() - kept.size();
    pairs = selected_pairs(graph, kept, options);
    found.least_tension = least_tension_drawn(pairs);
    const auto strong = strongest(kept, pairs);
    std::set<VertexIndex> on_tie;
    for (std::size_t index = 0; index < pairs.size(); ++index) {
        const auto& pair = pairs[index];
        const bool sharp = above(pair.relation.tension, 0) && at_least(pair.relation.tension, found.least_tension);
        if (!sharp && !strong.contains(index)) continue;
        const bool both = pair.relation.ambivalent();
        found.ties.push_back({pair.a, pair.b, pair.relation, strong.contains(index) || both, sharp || both});
        on_tie.insert({pair.a, pair.b});
    }
    found.vertices.assign(on_tie.begin(), on_tie.end());
    found.without_tie = kept.size() - found.vertices.size();
    return found;
}

}  // namespace entente::drawing
