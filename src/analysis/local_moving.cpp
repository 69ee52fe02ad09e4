#include "analysis/local_moving.hpp"

#include "analysis/moving_parts.hpp"
#include "analysis/pieces.hpp"

#include <numeric>

namespace entente {
namespace {

/// In larger networks a move that gains nothing by itself is not judged with its pieces: finding them costs too much.
constexpr std::size_t thorough_up_to = 64;

std::vector<std::uint32_t> shuffled(std::size_t size, Random& random) {
    std::vector<std::uint32_t> order(size);
    std::iota(order.begin(), order.end(), 0U);
    random.shuffle(order);
    return order;
}

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
    LocalMoving(const Network& network, Partition& partition, Random& random)
        : network_(network),
          part_of_(partition),
          parts_(network, partition, random),
          pieces_(network, partition),
          queue_(shuffled(network.size(), random)) {}

    void run() {
        while (!queue_.empty())
            visit(queue_.pop());
    }

  private:
    void visit(std::uint32_t vertex) {
        const auto move = parts_.best_move(vertex);
        const bool gains = move.gain > least_gain;
        if (!gains && network_.size() > thorough_up_to) return;
        const bool breaks = parts_.joined_at_home(vertex) > 1 && pieces_.find(vertex);
        if (breaks ? move.gain + pieces_.parting_gain(parts_.mass_without(vertex)) <= least_gain : !gains) return;
        if (breaks) part_pieces();
        parts_.apply(vertex, move);
        for (const auto& link : network_.links_of(vertex))
            if (part_of_[link.to] != part_of_[vertex]) queue_.push(link.to);
    }

    void part_pieces() {
        for (std::size_t piece = 0; piece < pieces_.count(); ++piece) {
            const auto part = parts_.unused();
            for (const auto vertex : pieces_[piece]) {
                parts_.put(vertex, part);
                queue_.push(vertex);
                for (const auto& link : network_.links_of(vertex))
                    queue_.push(link.to);
            }
        }
    }

    const Network& network_;
    const Partition& part_of_;
    MovingParts parts_;
    Pieces pieces_;
    Queue queue_;
};

/// A finer partition into connected sets: single vertices join a set around them that gains.
Partition refine(const Network& network, const Partition& partition, Refinement refinement, Random& random) {
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
        std::uint32_t choices = 0;
        for (const auto set : contacts.parts()) {
            const double gain = contacts[set].gain + union_gain(network.masses[vertex], masses[set]);
            if (contacts[set].joined == 0 || gain <= least_gain) continue;
            ++choices;
            if (refinement == Refinement::best ? gain <= best : random.below(choices) > 0) continue;
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

void improve(const Network& network, Partition& partition, Refinement refinement, Random& random) {
    LocalMoving(network, partition, random).run();
    const auto parts = renumber(partition);
    if (parts == network.size()) return;

    auto set_of = refinement == Refinement::none ? partition : refine(network, partition, refinement, random);
    auto sets = renumber(set_of);
    if (sets == network.size()) {
        set_of = partition;
        sets = parts;
    }
    Partition whole(sets);
    for (std::size_t vertex = 0; vertex < network.size(); ++vertex)
        whole[set_of[vertex]] = partition[vertex];
    improve(aggregate(network, set_of, sets), whole, refinement, random);
    for (std::size_t vertex = 0; vertex < network.size(); ++vertex)
        partition[vertex] = whole[set_of[vertex]];
}

}  // namespace entente
