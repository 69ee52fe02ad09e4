/// The parts of a comparison, in the order in which a planner reads them.
#pragma once

#include "write/report.hpp"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::write {

struct MovedPart {
    std::string_view key;  ///< as JSON and CSV have it
    std::string_view heading;
    std::span<const Moved> rows;
};
/// Relations, tensions, clusters, balance, brokers; at most `top` rows of each.
std::array<MovedPart, 5> parts_of(const Comparison& comparison);

/// What moves, in sentences; none where nothing does.
std::vector<std::string> moved_sentences(const Model& model, const Comparison& comparison);
/// The tables of what moves; `model` is the one after.
std::vector<Part> moved_tables(const Model& model, const Comparison& comparison);

/// Whether its numbers are ranks or counts.
bool is_whole(const Moved& moved);

}  // namespace entente::write
