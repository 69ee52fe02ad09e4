/// The known word that a misspelt one was probably meant to be.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace entente {

/// Edits (insertion, deletion, change, swap of neighbours) from one to the other, in bytes, letter case apart.
std::size_t edit_distance(std::string_view from, std::string_view to);

/// The nearest of `known` within a third of the word's length (at least 1, at most 4 edits), the first of equals; empty
/// where none is near.
std::string_view nearest(std::string_view word, std::span<const std::string_view> known);

}  // namespace entente
