/// The parts of a comparison, in the order in which a planner reads them.
#pragma once

#include <entente/analysis.hpp>

#include <array>
#include <span>
#include <string_view>

namespace entente::write {

struct MovedPart {
    std::string_view key;  ///< as JSON and CSV have it
    std::string_view heading;
    std::span<const Moved> rows;
};
/// Relations, tensions, clusters, balance, brokers; at most `top` rows of each.
std::array<MovedPart, 5> parts_of(const Comparison& comparison);

/// Whether its numbers are ranks or counts.
bool is_whole(const Moved& moved);

}  // namespace entente::write
