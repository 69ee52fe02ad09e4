// The weighted graph of METHOD 3. Edges are added by ascending vertices, so every vertex's edges are sorted by
// neighbour and a pair is found by bisection.
#include "graph/in_force.hpp"
#include <entente/graph.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/filtered_graph.hpp>

namespace entente {

namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Relation>;

constexpr double kilometres_per_radian = 6371.0088;
constexpr double fading_distance = 1500;  ///< km over which reach falls to 1/e
constexpr double least_global_reach = 0.9;

/// Great circle in kilometres (haversine).
double distance_between(const Place& from, const Place& to) {
    constexpr double radians = 3.14159265358979323846 / 180;
    const double half_latitude = std::sin((to.latitude - from.latitude) * radians / 2);
    const double half_longitude = std::sin((to.longitude - from.longitude) * radians / 2);
    const double haversine = half_latitude * half_latitude + std::cos(from.latitude * radians) *
                                                                 std::cos(to.latitude * radians) * half_longitude *
                                                                 half_longitude;
    return 2 * kilometres_per_radian * std::asin(std::min(1.0, std::sqrt(haversine)));
}

/// The products of METHOD 3 for one vertex and every later one.
class Row {
  public:
    explicit Row(std::size_t vertices) : factors_(vertices) {}

    void add_tie(VertexIndex other, double strongest_positive, double strongest_negative, double salience) {
        auto& factors = touch(other);
        factors.apart *= 1 - salience * strongest_positive;
        factors.calm *= 1 - salience * strongest_negative;
    }
    void add_bond(VertexIndex other, double bond) { touch(other).unbound *= 1 - bond; }
    void add_seat(VertexIndex other, double weight) { touch(other).apart *= 1 - weight; }

    /// Calls `emit(other, relation)` by ascending vertex, and starts anew.
    template <class Emit>
    void flush(double forums_salience, Emit emit) {
        std::sort(touched_.begin(), touched_.end());
        for (const auto other : touched_) {
            auto& factors = factors_[other];
            const double bond = 1 - factors.unbound;
            const Relation relation{1 - (1 - forums_salience * bond) * factors.apart, 1 - factors.calm};
            if (relation.cooperation > 0 || relation.tension > 0) emit(other, relation);
            factors = Factors{};
        }
        touched_.clear();
    }

  private:
    struct Factors {
        double apart = 1;    ///< product of 1 - positive
        double calm = 1;     ///< product of 1 - negative
        double unbound = 1;  ///< product of 1 - bond
        bool touched = false;
    };
    Factors& touch(VertexIndex other) {
        auto& factors = factors_[other];
        if (!factors.touched) touched_.push_back(other);
        factors.touched = true;
        return factors;
    }
    std::vector<Factors> factors_;
    std::vector<VertexIndex> touched_;
};

template <class Item, class Key>
std::span<const Item> range_of(const std::vector<Item>& items, VertexIndex wanted, Key key) {
    const auto before = [&](const Item& item, VertexIndex vertex) { return key(item) < vertex; };
    const auto after = [&](VertexIndex vertex, const Item& item) { return vertex < key(item); };
    const auto first = std::lower_bound(items.begin(), items.end(), wanted, before);
    const auto last = std::upper_bound(first, items.end(), wanted, after);
    return {first, last};
}

}  // namespace

struct RelationGraph::Data {
    Data(const Model& model_, const Lens& lens) : model(model_), in_force(model_, lens), graph(model_.vertices.size()) {
        for (VertexIndex vertex = 0; vertex < model.vertices.size(); ++vertex) {
            if (!in_force.exists[vertex]) continue;
            vertices.push_back(vertex);
            const auto& facts = model.vertices[vertex];
            if (facts.is_side()) sides.push_back(vertex);
            if (facts.is_actor()) actors.push_back(vertex);
            if (entente::is_forum(facts.kind)) forums.push_back(vertex);
        }
        Row row(model.vertices.size());
        auto next_tie = in_force.ties.cbegin();
        for (const auto vertex : vertices) {
            next_tie = add_ties(row, vertex, next_tie);
            add_bonds(row, vertex);
            add_seats(row, vertex);
            row.flush(in_force.forums_salience, [&](VertexIndex other, const Relation& relation) {
                boost::add_edge(vertex, other, relation, graph);
            });
        }
    }

    std::span<const Seat> seats(VertexIndex forum) const {
        return range_of(in_force.seats_by_forum, forum, [](const Seat& seat) { return seat.forum; });
    }
    std::span<const Seat> forums_of(VertexIndex actor) const {
        return range_of(in_force.seats_by_actor, actor, [](const Seat& seat) { return seat.actor; });
    }
    std::size_t member_count(VertexIndex forum) const {
        return std::max(seats(forum).size(), model.vertices[forum].forum->size);
    }
    double effectiveness(VertexIndex forum) const {
        return model.vertices[forum].forum->effectiveness_of(in_force.effectiveness[forum]);
    }

    /// Of each layer the strongest positive and the strongest negative tie count.
    std::vector<ActiveTie>::const_iterator add_ties(Row& row, VertexIndex vertex,
                                                    std::vector<ActiveTie>::const_iterator tie) const {
        while (tie != in_force.ties.end() && tie->a == vertex) {
            const auto& first = *tie;
            double positive = 0;
            double negative = 0;
            for (; tie != in_force.ties.end() && tie->a == vertex && tie->b == first.b && tie->layer == first.layer;
                 ++tie) {
                positive = std::max(positive, tie->weight);
                negative = std::max(negative, -tie->weight);
            }
            row.add_tie(first.b, positive, negative, in_force.salience[first.layer]);
        }
        return tie;
    }
    void add_bonds(Row& row, VertexIndex vertex) const {
        for (const auto& own : forums_of(vertex)) {
            const auto members = member_count(own.forum);
            if (members < 2) continue;
            const double weight = in_force.forum_salience[own.forum] * effectiveness(own.forum) * own.factor /
                                  static_cast<double>(members - 1);
            for (const auto& seat : seats(own.forum))
                if (seat.actor > vertex) row.add_bond(seat.actor, weight * seat.factor);
        }
    }
    /// The ties of a forum to its members.
    void add_seats(Row& row, VertexIndex vertex) const {
        const auto weight = [&](const Seat& seat) {
            return in_force.forum_salience[seat.forum] * seat.factor * effectiveness(seat.forum);
        };
        for (const auto& seat : forums_of(vertex))
            if (seat.forum > vertex) row.add_seat(seat.forum, weight(seat));
        for (const auto& seat : seats(vertex))
            if (seat.actor > vertex) row.add_seat(seat.actor, weight(seat));
    }

    const Model& model;
    InForce in_force;
    Graph graph;
    std::vector<VertexIndex> vertices;
    std::vector<VertexIndex> sides;
    std::vector<VertexIndex> actors;
    std::vector<VertexIndex> forums;
};

RelationGraph::RelationGraph(const Model& model, const Lens& lens) : data_(std::make_unique<Data>(model, lens)) {}
RelationGraph::~RelationGraph() = default;
RelationGraph::RelationGraph(RelationGraph&&) noexcept = default;

const Model& RelationGraph::model() const {
    return data_->model;
}
Date RelationGraph::as_of() const {
    return data_->in_force.as_of;
}
double RelationGraph::salience(LayerIndex layer) const {
    return data_->in_force.salience[layer];
}
double RelationGraph::forums_salience() const {
    return data_->in_force.forums_salience;
}

bool RelationGraph::exists(VertexIndex vertex) const {
    return data_->in_force.exists[vertex];
}
bool RelationGraph::is_side(VertexIndex vertex) const {
    return exists(vertex) && model().vertices[vertex].is_side();
}
bool RelationGraph::is_actor(VertexIndex vertex) const {
    return exists(vertex) && model().vertices[vertex].is_actor();
}
bool RelationGraph::is_forum(VertexIndex vertex) const {
    return exists(vertex) && entente::is_forum(model().vertices[vertex].kind);
}
bool RelationGraph::is_threat(VertexIndex vertex) const {
    return exists(vertex) && model().vertices[vertex].is_threat();
}
const std::vector<VertexIndex>& RelationGraph::vertices() const {
    return data_->vertices;
}
const std::vector<VertexIndex>& RelationGraph::sides() const {
    return data_->sides;
}
const std::vector<VertexIndex>& RelationGraph::actors() const {
    return data_->actors;
}
const std::vector<VertexIndex>& RelationGraph::forums() const {
    return data_->forums;
}

Relation RelationGraph::relation(VertexIndex i, VertexIndex j) const {
    const auto& graph = data_->graph;
    if (boost::out_degree(j, graph) < boost::out_degree(i, graph)) std::swap(i, j);
    const auto first = boost::out_edges(i, graph).first;
    std::size_t low = 0;
    std::size_t high = boost::out_degree(i, graph);
    const auto edge_at = [&](std::size_t position) { return *(first + static_cast<std::ptrdiff_t>(position)); };
    while (low < high) {
        const auto middle = (low + high) / 2;
        if (boost::target(edge_at(middle), graph) < j)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == boost::out_degree(i, graph) || boost::target(edge_at(low), graph) != j) return {};
    return graph[edge_at(low)];
}

std::vector<Neighbour> RelationGraph::neighbours(VertexIndex vertex) const {
    std::vector<Neighbour> found;
    for (const auto edge : boost::make_iterator_range(boost::out_edges(vertex, data_->graph)))
        if (data_->graph[edge].listed()) found.push_back({boost::target(edge, data_->graph), data_->graph[edge]});
    return found;
}

std::vector<PairRelation> RelationGraph::relations() const {
    std::vector<PairRelation> pairs;
    for (const auto vertex : vertices())
        for (const auto& neighbour : neighbours(vertex))
            if (vertex < neighbour.vertex) pairs.push_back({vertex, neighbour.vertex, neighbour.relation});
    return pairs;
}

std::span<const ActiveTie> RelationGraph::ties(VertexIndex i, VertexIndex j) const {
    const auto pair = std::minmax(i, j);
    const auto& ties = data_->in_force.ties;
    const auto key = [](const ActiveTie& tie) { return std::pair(tie.a, tie.b); };
    const auto wanted = std::pair(pair.first, pair.second);
    const auto first = std::lower_bound(ties.begin(), ties.end(), wanted,
                                        [&](const ActiveTie& tie, auto value) { return key(tie) < value; });
    const auto last =
        std::upper_bound(first, ties.end(), wanted, [&](auto value, const ActiveTie& tie) { return value < key(tie); });
    return {first, last};
}

std::span<const Seat> RelationGraph::seats(VertexIndex forum) const {
    return data_->seats(forum);
}
std::span<const Seat> RelationGraph::forums_of(VertexIndex actor) const {
    return data_->forums_of(actor);
}
std::optional<double> RelationGraph::role_factor(VertexIndex actor, VertexIndex forum) const {
    const auto held = forums_of(actor);
    const auto seat = std::lower_bound(held.begin(), held.end(), forum,
                                       [](const Seat& item, VertexIndex wanted) { return item.forum < wanted; });
    if (seat == held.end() || seat->forum != forum) return std::nullopt;
    return seat->factor;
}
std::size_t RelationGraph::member_count(VertexIndex forum) const {
    return data_->member_count(forum);
}
double RelationGraph::effectiveness(VertexIndex forum) const {
    return data_->effectiveness(forum);
}
double RelationGraph::confidence(VertexIndex forum) const {
    return model().vertices[forum].forum->confidence_of(effectiveness_part(forum));
}
std::size_t RelationGraph::effectiveness_part(VertexIndex forum) const {
    return data_->in_force.effectiveness[forum];
}
double RelationGraph::forum_salience(VertexIndex forum) const {
    return data_->in_force.forum_salience[forum];
}
std::vector<VertexIndex> RelationGraph::shared_forums(VertexIndex i, VertexIndex j) const {
    std::vector<VertexIndex> shared;
    for (const auto& seat : forums_of(i))
        if (role_factor(j, seat.forum)) shared.push_back(seat.forum);
    return shared;
}

std::span<const ActiveInfluence> RelationGraph::influences(VertexIndex of, VertexIndex over) const {
    const auto before = [](const ActiveInfluence& left, const ActiveInfluence& right) {
        return std::tie(left.of, left.over) < std::tie(right.of, right.over);
    };
    const auto& all = data_->in_force.influences;
    const auto [first, last] = std::equal_range(all.begin(), all.end(), ActiveInfluence{of, over, 0, 0}, before);
    return {first, last};
}
Leverage RelationGraph::influence(VertexIndex of, VertexIndex over) const {
    const auto recorded = influences(of, over);
    if (!recorded.empty()) return {recorded.front().strength, recorded.front().record, false};

    const auto& in_force = data_->in_force;
    const auto& own = in_force.capability[of];
    const auto& other = in_force.capability[over];
    const double share = model().derived_influence;
    if (share <= 0 || !own.known || !other.known || own.value + other.value <= 0) return {};

    const auto pair = std::minmax(of, over);
    const bool neighbours = std::binary_search(in_force.borders.begin(), in_force.borders.end(),
                                               std::pair<VertexIndex, VertexIndex>(pair.first, pair.second));
    double reach = 0;
    if (neighbours)
        reach = 1;
    else if (const auto kilometres = distance(of, over))
        reach = std::exp(-*kilometres / fading_distance);
    if (own.global) reach = std::max(reach, least_global_reach);
    return {share * own.value / (own.value + other.value) * reach, std::nullopt, true};
}

std::optional<double> RelationGraph::capability(VertexIndex vertex) const {
    const auto& active = data_->in_force.capability[vertex];
    return active.known ? std::optional(active.value) : std::nullopt;
}
std::optional<double> RelationGraph::distance(VertexIndex i, VertexIndex j) const {
    const auto& from = model().vertices[i].at;
    const auto& to = model().vertices[j].at;
    if (!from || !to) return std::nullopt;
    return distance_between(*from, *to);
}

const std::vector<std::size_t>& RelationGraph::refusals() const {
    return data_->in_force.refusals;
}

std::vector<std::vector<VertexIndex>> RelationGraph::components(double threshold) const {
    const auto& graph = data_->graph;
    const auto tied = [&](Graph::edge_descriptor edge) { return at_least(graph[edge].cooperation, threshold); };
    const auto side = [&](VertexIndex vertex) { return is_side(vertex); };
    const boost::filtered_graph<Graph, std::function<bool(Graph::edge_descriptor)>, std::function<bool(VertexIndex)>>
        tied_sides(graph, tied, side);
    std::vector<std::size_t> component(model().vertices.size());
    const auto count = boost::connected_components(
        tied_sides, boost::make_iterator_property_map(component.begin(), boost::get(boost::vertex_index, graph)));

    std::vector<std::vector<VertexIndex>> sets(static_cast<std::size_t>(count));
    for (const auto vertex : sides())
        sets[component[vertex]].push_back(vertex);
    std::sort(sets.begin(), sets.end());
    return sets;
}

}  // namespace entente
