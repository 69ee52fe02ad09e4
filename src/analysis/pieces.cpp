#include "analysis/pieces.hpp"

#include <limits>

namespace entente {
namespace {

constexpr auto none = std::numeric_limits<std::uint32_t>::max();
constexpr auto awaited = none - 1;  ///< a neighbour of the vertex that no walk has reached yet

}  // namespace

Pieces::Pieces(const Network& network, const Partition& partition)
    : network_(network), part_of_(partition), piece_of_(network.size(), none) {}

bool Pieces::find(std::uint32_t vertex) {
    clear();
    without_ = vertex;
    auto unreached = await_neighbours(vertex);
    for (const auto root : neighbours_) {
        if (piece_of_[root] != awaited) continue;
        const auto piece = static_cast<std::uint32_t>(starts_.size());
        starts_.push_back(vertices_.size());
        const auto reach = [&](std::uint32_t reached) {
            if (piece_of_[reached] == awaited) --unreached;
            piece_of_[reached] = piece;
            vertices_.push_back(reached);
        };
        reach(root);
        for (auto next = starts_.back(); next < vertices_.size(); ++next) {
            if (unreached == 0 && piece == 0) return false;
            for (const auto& link : network_.links_of(vertices_[next])) {
                const bool inside = link.joined && link.to != vertex && part_of_[link.to] == part_of_[vertex];
                if (inside && (piece_of_[link.to] == none || piece_of_[link.to] == awaited)) reach(link.to);
            }
        }
    }
    return starts_.size() > 1;
}

double Pieces::parting_gain() const {
    double twice_between = 0;
    double union_gains = 0;
    Mass before;
    for (std::size_t piece = 0; piece < count(); ++piece) {
        Mass mass;
        for (const auto vertex : (*this)[piece]) {
            mass += network_.masses[vertex];
            for (const auto& link : network_.links_of(vertex)) {
                const bool inside = link.to != without_ && part_of_[link.to] == part_of_[without_];
                if (inside && piece_of_[link.to] != piece) twice_between += link.gain;
            }
        }
        union_gains += union_gain(mass, before);
        before += mass;
    }
    return -twice_between / 2 - union_gains;
}

std::span<const std::uint32_t> Pieces::operator[](std::size_t piece) const {
    const auto end = piece + 1 < starts_.size() ? starts_[piece + 1] : vertices_.size();
    return {vertices_.data() + starts_[piece], vertices_.data() + end};
}

std::size_t Pieces::await_neighbours(std::uint32_t vertex) {
    for (const auto& link : network_.links_of(vertex)) {
        if (!link.joined || part_of_[link.to] != part_of_[vertex]) continue;
        piece_of_[link.to] = awaited;
        neighbours_.push_back(link.to);
    }
    return neighbours_.size();
}

void Pieces::clear() {
    for (const auto vertex : vertices_)
        piece_of_[vertex] = none;
    for (const auto vertex : neighbours_)
        piece_of_[vertex] = none;
    vertices_.clear();
    neighbours_.clear();
    starts_.clear();
}

Partition connected_pieces(const Network& network, const Partition& partition) {
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
