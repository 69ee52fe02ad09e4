#include "model/phrasing.hpp"

#include <array>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente {

std::string two_digits(double value) {
    return fmt::format("{:.2f}", std::abs(value) < 0.005 ? 0 : value);
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
