/// Numbers, dates and lists as a reader meets them, in text and on pictures alike.
#pragma once

#include <entente/model.hpp>

#include <span>
#include <string>
#include <string_view>

namespace entente {

/// Two digits after the point: 0.84; never -0.00.
std::string two_digits(double value);
/// "18 July 2016".
std::string date_words(Date date);
/// "A", "A and B", "A, B and C"; empty for none.
std::string join_words(std::span<const std::string> words, std::string_view conjunction = "and");

/// "scenario: A", "scenarios: A; then B"; empty where none is applied.
std::string scenario_words(const Model& model);

}  // namespace entente
