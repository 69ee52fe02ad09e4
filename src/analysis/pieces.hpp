/// What a vertex leaves behind when it goes: its part may fall to pieces.
#pragma once

#include "analysis/network.hpp"

#include <span>
#include <vector>

namespace entente {

/// The pieces, connected by joined links, of a part without one of its vertices.
class Pieces {
  public:
    Pieces(const Network& network, const Partition& partition);

    /// Tells whether there is more than one; else the walk ends as soon as that is known.
    bool find(std::uint32_t vertex);
    /// What Q gains when the pieces found become parts of their own. O(their links).
    double parting_gain() const;

    std::size_t count() const { return starts_.size(); }
    std::span<const std::uint32_t> operator[](std::size_t piece) const;
    /// Of all pieces.
    std::span<const std::uint32_t> vertices() const { return vertices_; }

  private:
    std::size_t await_neighbours(std::uint32_t vertex);
    void clear();

    const Network& network_;
    const Partition& part_of_;
    std::uint32_t without_ = 0;
    std::vector<std::uint32_t> vertices_;  ///< piece after piece
    std::vector<std::size_t> starts_;
    std::vector<std::uint32_t> neighbours_;  ///< of the vertex, in its part
    std::vector<std::uint32_t> piece_of_;
};

/// Every part broken into its connected pieces.
Partition connected_pieces(const Network& network, const Partition& partition);

}  // namespace entente
