/// What a vertex leaves behind when it goes: its part may fall to pieces.
#pragma once

#include "analysis/network.hpp"

#include <limits>
#include <span>
#include <vector>

namespace entente {

/// The pieces, connected by joined links, of a part without one of its vertices.
///
/// A walk starts from each neighbour of the vertex in its part, and walks that meet become one. They take their steps
/// by turns, so that those which neither meet nor end, in the largest piece, are left before they have seen it all.
class Pieces {
  public:
    Pieces(const Network& network, const Partition& partition);

    /// Tells whether there is more than one.
    bool find(std::uint32_t vertex);
    /// What Q gains when the pieces found become parts of their own, all of them weighing `mass`. O(their links).
    double parting_gain(Mass mass) const;

    /// Of all pieces found but one, the remainder.
    std::size_t count() const { return ended_.size(); }
    std::span<const std::uint32_t> operator[](std::size_t piece) const { return walks_[ended_[piece]].reached; }

  private:
    static constexpr auto none = std::numeric_limits<std::uint32_t>::max();
    struct Walk {
        std::vector<std::uint32_t> reached;
        std::vector<std::uint32_t> waiting;  ///< of these, from `next`, whose links nobody has followed yet
        std::size_t next = 0;
        std::uint32_t met = none;    ///< the walk that this one has become part of
        std::uint32_t piece = none;  ///< its place among those that ended
    };

    void clear();
    void start(std::uint32_t vertex);
    void step(std::uint32_t walk);
    std::uint32_t unite(std::uint32_t walk, std::uint32_t other);
    std::uint32_t walk_at(std::uint32_t vertex) const;
    bool is_inside(std::uint32_t vertex) const { return vertex != without_ && part_of_[vertex] == part_of_[without_]; }

    const Network& network_;
    const Partition& part_of_;
    std::uint32_t without_ = 0;
    std::vector<Walk> walks_;
    std::uint32_t started_ = 0;
    std::size_t going_ = 0;
    std::vector<std::uint32_t> ended_;
    std::vector<std::uint32_t> walk_of_;  ///< that reached the vertex
};

/// Every part broken into its connected pieces.
Partition connected_pieces(const Network& network, const Partition& partition);

}  // namespace entente
