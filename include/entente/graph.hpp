/// Model and lens in, the weighted graph of METHOD 3 out.
#pragma once

#include <entente/model.hpp>

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace entente {

/// How a model is looked at. An unknown layer is a std::invalid_argument.
struct Lens {
    std::optional<Date> as_of;                ///< the model's own where none is given
    std::map<std::string, Share> salience{};  ///< by layer id, `forums` among them
    bool only_named = false;                  ///< layers that `salience` does not name count nothing
};

/// How a pair stands (METHOD 3). All in [0, 1] but net, which is in [-1, 1].
struct Relation {
    double cooperation = 0;
    double tension = 0;

    double net() const { return cooperation - tension; }
    double trust() const { return cooperation * (1 - tension); }
    bool ambivalent() const { return at_least(cooperation, 0.2) && at_least(tension, 0.2); }
    /// Whether the pair is listed at all.
    bool listed() const { return above(cooperation, 0) || above(tension, 0); }
};

/// A pair with a relation above 0; a < b.
struct PairRelation {
    VertexIndex a;
    VertexIndex b;
    Relation relation;
};

struct Neighbour {
    VertexIndex vertex;
    Relation relation;
};

/// A tie in force, faded where its time is over.
struct ActiveTie {
    VertexIndex a;
    VertexIndex b;
    LayerIndex layer;
    double weight;       ///< [-1, 1], after fading
    double fade;         ///< what fading has left of the weight recorded, in (0, 1]
    std::size_t record;  ///< position in Model::ties
};

/// Influence recorded and in force.
struct ActiveInfluence {
    VertexIndex of;
    VertexIndex over;
    double strength;     ///< [0, 1]
    std::size_t record;  ///< position in Model::influences
};

/// A vertex at a forum's table: its strongest role in force.
struct Seat {
    VertexIndex forum;
    VertexIndex actor;
    double factor;  ///< rho of METHOD 2
    Role role;
    std::size_t record;  ///< position in Model::memberships
};

/// Influence of one vertex over another.
struct Leverage {
    double strength = 0;
    std::optional<std::size_t>
        record;  ///< position in Model::influences; none where it is derived, or nothing is known
    bool derived = false;
};

/// The model on one day through one lens: which records are in force, and the relations they make.
///
/// Vertices are the model's own indices; one that does not exist on the day has no relation, seat or role.
/// Keeps a reference to the model, which must outlive it. Building is O(ties + members squared per forum).
class RelationGraph {
  public:
    explicit RelationGraph(const Model& model, const Lens& lens = {});
    ~RelationGraph();
    RelationGraph(RelationGraph&&) noexcept;

    const Model& model() const;
    Date as_of() const;
    /// Of the layers in Model::layers.
    double salience(LayerIndex layer) const;
    double forums_salience() const;

    bool exists(VertexIndex vertex) const;
    bool is_side(VertexIndex vertex) const;
    bool is_actor(VertexIndex vertex) const;
    bool is_forum(VertexIndex vertex) const;
    bool is_threat(VertexIndex vertex) const;
    /// Existing on the day, ascending.
    const std::vector<VertexIndex>& vertices() const;
    const std::vector<VertexIndex>& sides() const;
    const std::vector<VertexIndex>& actors() const;
    const std::vector<VertexIndex>& forums() const;

    /// Nothing but zeros where the pair has none. O(log degree).
    Relation relation(VertexIndex i, VertexIndex j) const;
    /// Ascending by vertex; pairs with cooperation or tension above 0.
    std::vector<Neighbour> neighbours(VertexIndex vertex) const;
    /// Every listed pair, by a, then b.
    std::vector<PairRelation> relations() const;

    /// Ties in force between the two, by layer, then as in the model.
    std::span<const ActiveTie> ties(VertexIndex i, VertexIndex j) const;
    /// Members of a forum, ascending; forums of a member, ascending.
    std::span<const Seat> seats(VertexIndex forum) const;
    std::span<const Seat> forums_of(VertexIndex actor) const;
    /// rho of METHOD 2; nothing where it does not sit there.
    std::optional<double> role_factor(VertexIndex actor, VertexIndex forum) const;
    /// n of METHOD 3: members in force, or the forum's size where that is larger.
    std::size_t member_count(VertexIndex forum) const;
    double effectiveness(VertexIndex forum) const;
    /// Of its effectiveness.
    double confidence(VertexIndex forum) const;
    /// Which record of its effectiveness counts: 0 the forum's own, n its n-th later one.
    std::size_t effectiveness_part(VertexIndex forum) const;
    /// omega of METHOD 3: the largest salience among the forum's layers, 1 if it names none.
    double forum_salience(VertexIndex forum) const;
    /// Forums in which both sit, ascending.
    std::vector<VertexIndex> shared_forums(VertexIndex i, VertexIndex j) const;

    /// The strongest recorded, or derived from capability (METHOD 7).
    Leverage influence(VertexIndex of, VertexIndex over) const;
    /// All that is recorded, strongest first.
    std::span<const ActiveInfluence> influences(VertexIndex of, VertexIndex over) const;
    /// The largest in force; nothing where none is recorded.
    std::optional<double> capability(VertexIndex vertex) const;
    /// Kilometres by the great circle; nothing where a place is unknown.
    std::optional<double> distance(VertexIndex i, VertexIndex j) const;

    /// Positions in Model::refusals of those in force.
    const std::vector<std::size_t>& refusals() const;

    /// Sets of sides that hang together by pairs with cooperation at threshold or more; ascending.
    std::vector<std::vector<VertexIndex>> components(double threshold) const;

  private:
    struct Data;
    std::unique_ptr<const Data> data_;
};

/// A way through actors from the first to the last of `ids`.
struct Chain {
    std::vector<VertexIndex> ids;
    double product = 0;
};
/// The way with the greatest product of 0.7 times trust a step, without the direct tie; then fewest steps, then ids
/// (METHOD 7). Nothing where there is none.
std::optional<Chain> strongest_chain(const RelationGraph& graph, VertexIndex from, VertexIndex to);

}  // namespace entente
