/// A partition while its vertices move: what each part weighs, and where a vertex would gain most.
#pragma once

#include "analysis/network.hpp"
#include "analysis/random.hpp"

#include <limits>

namespace entente {

/// A smaller gain in Q is none: it may be rounding.
inline constexpr double least_gain = 1e-12;

/// What one vertex has to do with each part around it.
class Contacts {
  public:
    explicit Contacts(std::size_t parts) : of_(parts) {}

    struct Contact {
        double gain = 0;
        std::uint32_t joined = 0;
        bool seen = false;
    };

    void clear() {
        for (const auto part : parts_)
            of_[part] = {};
        parts_.clear();
    }
    void add(std::uint32_t part, const Network::Link& link) {
        auto& contact = of_[part];
        if (!contact.seen) {
            contact.seen = true;
            parts_.push_back(part);
        }
        contact.gain += link.gain;
        if (link.joined) ++contact.joined;
    }
    const std::vector<std::uint32_t>& parts() const { return parts_; }
    const Contact& operator[](std::uint32_t part) const { return of_[part]; }

  private:
    std::vector<Contact> of_;
    std::vector<std::uint32_t> parts_;
};

/// Keeps a reference to the partition, and changes it.
class MovingParts {
  public:
    static constexpr auto none = std::numeric_limits<std::uint32_t>::max();
    struct Move {
        std::uint32_t to = none;  ///< none: out, to be a part of its own
        double gain = std::numeric_limits<double>::lowest();
    };

    MovingParts(const Network& network, Partition& partition, Random& random);

    /// The best way for the vertex to leave its part, for a part with a neighbour that it is joined to, or alone; of
    /// several as good any one.
    Move best_move(std::uint32_t vertex);
    /// Of the vertex last asked about, in its own part.
    std::uint32_t joined_at_home(std::uint32_t vertex) const { return contacts_[part_of_[vertex]].joined; }
    /// Of the others in the vertex's part.
    Mass mass_without(std::uint32_t vertex) const { return masses_[part_of_[vertex]] - network_.masses[vertex]; }
    void apply(std::uint32_t vertex, const Move& move) { put(vertex, move.to == none ? unused() : move.to); }
    /// A part without a vertex; there is one as long as any part has two.
    std::uint32_t unused() const { return unused_.back(); }
    /// `part` has a vertex, or is the one that unused() tells.
    void put(std::uint32_t vertex, std::uint32_t part);

  private:
    const Network& network_;
    Partition& part_of_;
    Random& random_;
    std::vector<Mass> masses_;
    std::vector<std::uint32_t> sizes_;
    std::vector<std::uint32_t> unused_;
    Contacts contacts_;
};

}  // namespace entente
