#include "analysis/pieces.hpp"

#include <utility>

namespace entente {

Pieces::Pieces(const Network& network, const Partition& partition)
    : network_(network), part_of_(partition), walk_of_(network.size(), none) {}

bool Pieces::find(std::uint32_t vertex) {
    clear();
    without_ = vertex;
    for (const auto& link : network_.links_of(vertex))
        if (link.joined && is_inside(link.to)) start(link.to);
    going_ = started_;
    while (going_ > 1)
        for (std::uint32_t walk = 0; walk < started_ && going_ > 1; ++walk)
            if (walks_[walk].met == none && walks_[walk].piece == none) step(walk);
    return !ended_.empty();
}

double Pieces::parting_gain(Mass mass) const {
    double gain = 0;
    for (std::uint32_t piece = 0; piece < count(); ++piece) {
        Mass parted;
        for (const auto vertex : (*this)[piece]) {
            parted += network_.masses[vertex];
            for (const auto& link : network_.links_of(vertex)) {
                if (!is_inside(link.to)) continue;
                const auto walk = walk_at(link.to);
                if (walk == none || walks_[walk].piece > piece) gain -= link.gain;
            }
        }
        mass -= parted;
        gain -= union_gain(parted, mass);
    }
    return gain;
}

void Pieces::clear() {
    for (std::uint32_t walk = 0; walk < started_; ++walk) {
        for (const auto vertex : walks_[walk].reached)
            walk_of_[vertex] = none;
        walks_[walk].reached.clear();
    }
    started_ = 0;
    ended_.clear();
}

void Pieces::start(std::uint32_t vertex) {
    if (started_ == walks_.size()) walks_.emplace_back();
    auto& walk = walks_[started_];
    walk.reached.assign(1, vertex);
    walk.waiting.assign(1, vertex);
    walk.next = 0;
    walk.met = none;
    walk.piece = none;
    walk_of_[vertex] = started_++;
}

void Pieces::step(std::uint32_t walk) {
    const auto vertex = walks_[walk].waiting[walks_[walk].next++];
    for (const auto& link : network_.links_of(vertex)) {
        if (!link.joined || !is_inside(link.to)) continue;
        const auto other = walk_at(link.to);
        if (other == walk) continue;
        if (other != none) {
            walk = unite(walk, other);
            if (going_ == 1) return;
            continue;
        }
        walk_of_[link.to] = walk;
        walks_[walk].reached.push_back(link.to);
        walks_[walk].waiting.push_back(link.to);
    }
    if (walks_[walk].next < walks_[walk].waiting.size()) return;
    walks_[walk].piece = static_cast<std::uint32_t>(ended_.size());
    ended_.push_back(walk);
    --going_;
}

/// Tells which of the two, the larger, goes on as one.
std::uint32_t Pieces::unite(std::uint32_t walk, std::uint32_t other) {
    if (walks_[walk].reached.size() < walks_[other].reached.size()) std::swap(walk, other);
    auto& into = walks_[walk];
    auto& from = walks_[other];
    into.reached.insert(into.reached.end(), from.reached.begin(), from.reached.end());
    into.waiting.insert(into.waiting.end(), from.waiting.begin() + static_cast<std::ptrdiff_t>(from.next),
                        from.waiting.end());
    from.met = walk;
    --going_;
    return walk;
}

std::uint32_t Pieces::walk_at(std::uint32_t vertex) const {
    auto walk = walk_of_[vertex];
    while (walk != none && walks_[walk].met != none)
        walk = walks_[walk].met;
    return walk;
}

Partition connected_pieces(const Network& network, const Partition& partition) {
    constexpr auto none = std::numeric_limits<std::uint32_t>::max();
    Partition piece_of(network.size(), none);
    std::vector<std::uint32_t> reached;
    auto unreached = network.size();
    std::uint32_t pieces = 0;
    for (std::uint32_t root = 0; root < network.size(); ++root) {
        if (piece_of[root] != none) continue;
        piece_of[root] = pieces;
        --unreached;
        reached.assign(1, root);
        while (!reached.empty() && unreached > 0) {
            const auto vertex = reached.back();
            reached.pop_back();
            for (const auto& link : network.links_of(vertex)) {
                if (!link.joined || partition[link.to] != partition[root] || piece_of[link.to] != none) continue;
                piece_of[link.to] = pieces;
                --unreached;
                reached.push_back(link.to);
            }
        }
        ++pieces;
    }
    return piece_of;
}

}  // namespace entente
