#include "draw/selection.hpp"

#include <algorithm>
#include <set>

namespace entente::drawing {

namespace {

bool bears_tag(const Vertex& vertex, const DrawOptions& options) {
    if (!options.only) return true;
    const auto tag = vertex.tags.find(options.only->first);
    return tag != vertex.tags.end() && tag->second == options.only->second;
}

std::set<VertexIndex> within_steps(const RelationGraph& graph, const DrawOptions& options) {
    std::set<VertexIndex> reached(options.focus.begin(), options.focus.end());
    std::set<VertexIndex> edge = reached;
    for (std::size_t step = 0; step < *options.within && !edge.empty(); ++step) {
        std::set<VertexIndex> next;
        for (const auto vertex : edge)
            for (const auto& neighbour : graph.neighbours(vertex))
                if (reaches_least(neighbour.relation, options) && reached.insert(neighbour.vertex).second)
                    next.insert(neighbour.vertex);
        edge = std::move(next);
    }
    return reached;
}

}  // namespace

bool reaches_least(const Relation& relation, const DrawOptions& options) {
    return at_least(std::max(relation.cooperation, relation.tension), options.min);
}

std::vector<VertexIndex> selected_vertices(const RelationGraph& graph, const DrawOptions& options) {
    const bool stepped = options.within && !options.focus.empty();
    const auto near = stepped ? within_steps(graph, options) : std::set<VertexIndex>{};
    std::vector<VertexIndex> chosen;
    for (const auto vertex : graph.vertices())
        if (bears_tag(graph.model().vertices[vertex], options) && (!stepped || near.contains(vertex)))
            chosen.push_back(vertex);
    return chosen;
}

std::vector<PairRelation> selected_pairs(const RelationGraph& graph, const std::vector<VertexIndex>& vertices,
                                         const DrawOptions& options) {
    std::vector<PairRelation> chosen;
    for (const auto& pair : graph.relations())
        if (reaches_least(pair.relation, options) && contains(vertices, pair.a) && contains(vertices, pair.b))
            chosen.push_back(pair);
    return chosen;
}

bool contains(const std::vector<VertexIndex>& ascending, VertexIndex vertex) {
    return std::binary_search(ascending.begin(), ascending.end(), vertex);
}

}  // namespace entente::drawing
