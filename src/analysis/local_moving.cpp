#include "analysis/local_moving.hpp"

#include "analysis/pieces.hpp"

#include <limits>
#include <numeric>

namespace entente {
namespace {

constexpr auto none = std::numeric_limits<std::uint32_t>::max();

std::vector<std::uint32_t> shuffled(std::size_t size, Random& random) {
    std::vector<std::uint32_t> order(size);
    std::iota(order.begin(), order.end(), 0U);
    random.shuffle(order);
    return order;
}

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

/// Each vertex at most once.
class Queue {
  public:
    explicit Queue(std::vector<std::uint32_t> vertices)
        : ring_(std::move(vertices)), waits_(ring_.size(), true), count_(ring_.size()) {}

    bool empty() const { return count_ == 0; }
    std::uint32_t pop() {
        const auto vertex = ring_[head_];
        head_ = after(head_, 1);
        --count_;
        waits_[vertex] = false;
        return vertex;
    }
    void push(std::uint32_t vertex) {
        if (waits_[vertex]) return;
        waits_[vertex] = true;
        ring_[after(head_, count_)] = vertex;
        ++count_;
    }

  private:
    std::size_t after(std::size_t at, std::size_t steps) const {
        return at + steps < ring_.size() ? at + steps : at + steps - ring_.size();
    }

    std::vector<std::uint32_t> ring_;
    std::vector<char> waits_;
    std::size_t head_ = 0;
    std::size_t count_;
};

/// Moves vertices one by one until none gains.
class LocalMoving {
  public:
    LocalMoving(const Network& network, Partition& partition, Moves moves, Random& random)
        : network_(network),
          part_of_(partition),
          moves_(moves),
          random_(random),
          masses_(network.size()),
          sizes_(network.size()),
          contacts_(network.size()),
          queue_(shuffled(network.size(), random)),
          pieces_(network, partition) {
        for (std::uint32_t vertex = 0; vertex < network.size(); ++vertex) {
            masses_[part_of_[vertex]] += network.masses[vertex];
            ++sizes_[part_of_[vertex]];
        }
        for (std::uint32_t part = 0; part < network.size(); ++part)
            if (sizes_[part] == 0) unused_.push_back(part);
    }

    void run() {
        while (!queue_.empty())
            visit(queue_.pop());
    }

  private:
    struct Move {
        std::uint32_t to = none;  ///< none: out, to be a part of its own
        double gain = 0;
    };

    void visit(std::uint32_t vertex) {
        contacts_.clear();
        for (const auto& link : network_.links_of(vertex))
            contacts_.add(part_of_[link.to], link);
        const auto move = best_move(vertex);
        if (move.gain <= least_gain) return;
        if (moves_ == Moves::judged && contacts_[part_of_[vertex]].joined > 1 && pieces_.find(vertex)) {
            if (move.gain + pieces_.parting_gain() <= least_gain) return;
            part_pieces();
        }
        put(vertex, move.to == none ? unused_.back() : move.to);
        for (const auto& link : network_.links_of(vertex))
            if (part_of_[link.to] != part_of_[vertex]) queue_.push(link.to);
    }

    Move best_move(std::uint32_t vertex) {
        const auto home = part_of_[vertex];
        const auto& mass = network_.masses[vertex];
        const double staying = contacts_[home].gain + union_gain(mass, masses_[home] - mass);
        Move best{none, sizes_[home] > 1 ? -staying : 0};
        std::uint32_t equals = 1;
        for (const auto part : contacts_.parts()) {
            if (part == home || contacts_[part].joined == 0) continue;
            const double gain = contacts_[part].gain + union_gain(mass, masses_[part]) - staying;
            if (gain > best.gain + least_gain) {
                best = {part, gain};
                equals = 1;
            } else if (gain > best.gain - least_gain && random_.below(++equals) == 0) {
                best = {part, gain};
            }
        }
        return best;
    }

    void part_pieces() {
        for (std::size_t piece = 1; piece < pieces_.count(); ++piece) {
            const auto part = unused_.back();
            for (const auto vertex : pieces_[piece])
                put(vertex, part);
        }
        for (const auto vertex : pieces_.vertices())
            queue_.push(vertex);
    }

    void put(std::uint32_t vertex, std::uint32_t part) {
        if (sizes_[part] == 0) unused_.pop_back();
        const auto home = part_of_[vertex];
        masses_[home] -= network_.masses[vertex];
        if (--sizes_[home] == 0) {
            masses_[home] = {};
            unused_.push_back(home);
        }
        masses_[part] += network_.masses[vertex];
        ++sizes_[part];
        part_of_[vertex] = part;
    }

    const Network& network_;
    Partition& part_of_;
    Moves moves_;
    Random& random_;
    std::vector<Mass> masses_;
    std::vector<std::uint32_t> sizes_;
    std::vector<std::uint32_t> unused_;  ///< parts without a vertex
    Contacts contacts_;
    Queue queue_;
    Pieces pieces_;
};

/// A finer partition into connected sets: single vertices join one of the sets around them that gains.
Partition refine(const Network& network, const Partition& partition, Random& random) {
    Partition set_of(network.size());
    std::iota(set_of.begin(), set_of.end(), 0U);
    auto masses = network.masses;
    std::vector<std::uint32_t> sizes(network.size(), 1);
    Contacts contacts(network.size());
    for (const auto vertex : shuffled(network.size(), random)) {
        if (sizes[vertex] > 1 || set_of[vertex] != vertex) continue;
        contacts.clear();
        for (const auto& link : network.links_of(vertex))
            if (partition[link.to] == partition[vertex]) contacts.add(set_of[link.to], link);
        double best = least_gain;
        for (const auto set : contacts.parts()) {
            const double gain = contacts[set].gain + union_gain(network.masses[vertex], masses[set]);
            if (contacts[set].joined == 0 || gain <= best) continue;
            best = gain;
            set_of[vertex] = set;
        }
        if (set_of[vertex] == vertex) continue;
        masses[set_of[vertex]] += network.masses[vertex];
        ++sizes[set_of[vertex]];
    }
    return set_of;
}

}  // namespace

void improve(const Network& network, Partition& partition, Moves moves, Random& random) {
    LocalMoving(network, partition, moves, random).run();
    if (moves == Moves::free) partition = connected_pieces(network, partition);
    const auto parts = renumber(partition);
    if (parts == network.size()) return;

    auto set_of = refine(network, partition, random);
    auto sets = renumber(set_of);
    if (sets == network.size()) {
        set_of = partition;
        sets = parts;
    }
    Partition whole(sets);
    for (std::size_t vertex = 0; vertex < network.size(); ++vertex)
        whole[set_of[vertex]] = partition[vertex];
    improve(aggregate(network, set_of, sets), whole, moves, random);
    for (std::size_t vertex = 0; vertex < network.size(); ++vertex)
        partition[vertex] = whole[set_of[vertex]];
}

}  // namespace entente
