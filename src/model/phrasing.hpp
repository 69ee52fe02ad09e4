/// Numbers, dates and lists as a reader meets them, in text and on pictures alike.
#pragma once

#include <entente/model.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace entente {

/// Two digits after the point: 0.84; never -0.00.
std::string two_digits(double value);
/// A share of draws: "83 %"; "under 1 %" and "over 99 %" where it is not quite none or all.
std::string percent(double share);
/// How likely that is in words (ICD 203, METHOD 8): "in no draw", "almost no chance", … "in every draw".
std::string_view likelihood_word(double share);
/// "first in 83 % of draws (very likely)", "first in no draw", "first in every draw".
std::string first_in_draws(double share);
/// An interval of ranks: "1–4", "3".
std::string rank_range(std::size_t low, std::size_t high);
/// "18 July 2016".
std::string date_words(Date date);
/// "A", "A and B", "A, B and C"; empty for none.
std::string join_words(std::span<const std::string> words, std::string_view conjunction = "and");

/// "scenario: A", "scenarios: A; then B"; empty where none is applied.
std::string scenario_words(const Model& model);

}  // namespace entente
