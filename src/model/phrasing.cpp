#include "model/phrasing.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente {

std::string two_digits(double value) {
    return fmt::format("{:.2f}", std::abs(value) < 0.005 ? 0 : value);
}

std::string percent(double share) {
    if (share > 0 && share < 0.005) return "under 1 %";
    if (share < 1 && share >= 0.995) return "over 99 %";
    return fmt::format("{:.0f} %", share * 100);
}

std::string_view likelihood_word(double share) {
    struct Band {
        double from;
        std::string_view word;
    };
    constexpr std::array<Band, 7> bands{{{0.95, "almost certain"},
                                         {0.80, "very likely"},
                                         {0.55, "likely"},
                                         {0.45, "roughly even"},
                                         {0.20, "unlikely"},
                                         {0.05, "very unlikely"},
                                         {0, "almost no chance"}}};
    if (share <= 0) return "in no draw";
    if (share >= 1) return "in every draw";
    return std::find_if(bands.begin(), bands.end(), [&](const Band& band) { return at_least(share, band.from); })->word;
}

std::string first_in_draws(double share) {
    const auto word = likelihood_word(share);
    if (share <= 0 || share >= 1) return fmt::format("first {}", word);
    return fmt::format("first in {} of draws ({})", percent(share), word);
}

std::string rank_range(std::size_t low, std::size_t high) {
    return low == high ? fmt::format("{}", low) : fmt::format("{}–{}", low, high);
}

std::string date_words(Date date) {
    constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
    const auto text = date.text();
    const auto month = static_cast<std::size_t>((text[5] - '0') * 10 + text[6] - '0');
    const int day = (text[8] - '0') * 10 + text[9] - '0';
    return fmt::format("{} {} {}", day, months[month - 1], date.year());
}

std::string join_words(std::span<const std::string> words, std::string_view conjunction) {
    if (words.empty()) return {};
    if (words.size() == 1) return words.front();
    return fmt::format("{} {} {}", fmt::join(words.first(words.size() - 1), ", "), conjunction, words.back());
}

std::string scenario_words(const Model& model) {
    const auto& titles = model.scenarios;
    if (titles.empty()) return {};
    std::string words = titles.size() == 1 ? "scenario: " : "scenarios: ";
    for (const auto& title : titles)
        words += (&title == &titles.front() ? "" : "; then ") + title;
    return words;
}

}  // namespace entente
