#include "analysis/moving_parts.hpp"

namespace entente {

MovingParts::MovingParts(const Network& network, Partition& partition, Random& random)
    : network_(network),
      part_of_(partition),
      random_(random),
      masses_(network.size()),
      sizes_(network.size()),
      contacts_(network.size()) {
    for (std::uint32_t vertex = 0; vertex < network.size(); ++vertex) {
        masses_[part_of_[vertex]] += network.masses[vertex];
        ++sizes_[part_of_[vertex]];
    }
    for (std::uint32_t part = 0; part < network.size(); ++part)
        if (sizes_[part] == 0) unused_.push_back(part);
}

MovingParts::Move MovingParts::best_move(std::uint32_t vertex) {
    contacts_.clear();
    for (const auto& link : network_.links_of(vertex))
        contacts_.add(part_of_[link.to], link);

    const auto home = part_of_[vertex];
    const auto& mass = network_.masses[vertex];
    const double staying = contacts_[home].gain + union_gain(mass, masses_[home] - mass);
    Move best;
    if (sizes_[home] > 1) best.gain = -staying;
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

void MovingParts::put(std::uint32_t vertex, std::uint32_t part) {
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

}  // namespace entente
