#include "read/cell_text.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace entente {

namespace {

bool are_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

/// Beyond what a double can hold, the text is no number.
constexpr int largest_exponent = 400;

}  // namespace

std::string with_decimal_point(std::string_view text) {
    std::string point(text);
    const auto comma = text.find(',');
    if (comma == text.npos) return point;
    const std::size_t sign = text.starts_with('-') ? 1 : 0;
    const auto whole = text.substr(sign, comma - std::min(comma, sign));
    const auto fraction = text.substr(comma + 1);
    if (are_digits(whole) && are_digits(fraction.substr(0, fraction.find_first_of("eE")))) point[comma] = '.';
    return point;
}

std::string without_exponent(std::string_view text) {
    const auto letter = text.find_first_of("eE");
    if (letter == text.npos) return std::string(text);
    const std::string_view sign = text.starts_with('-') ? "-" : "";
    const auto mantissa = text.substr(sign.size(), letter - std::min(letter, sign.size()));
    const auto whole = mantissa.substr(0, mantissa.find('.'));
    const bool has_point = whole.size() < mantissa.size();
    const auto fraction = has_point ? mantissa.substr(whole.size() + 1) : std::string_view();
    if (!are_digits(whole) || (has_point && !are_digits(fraction))) return std::string(text);

    auto power = text.substr(letter + 1);
    if (power.starts_with('+')) power.remove_prefix(1);
    int exponent = 0;
    const auto [stop, fault] = std::from_chars(power.data(), power.data() + power.size(), exponent);
    if (fault != std::errc{} || stop != power.data() + power.size() || std::abs(exponent) > largest_exponent)
        return std::string(text);

    // The point moves over the digits, with zeros on either side to move over.
    const auto zeros = std::string(static_cast<std::size_t>(std::abs(exponent)) + 1, '0');
    const auto digits = zeros + std::string(whole) + std::string(fraction) + zeros;
    const auto point = static_cast<std::size_t>(static_cast<int>(zeros.size() + whole.size()) + exponent);
    const auto first = std::min(digits.find_first_not_of('0'), point - 1);
    const auto last = std::max(digits.find_last_not_of('0') + 1, point);
    auto plain = std::string(sign) + digits.substr(first, point - first);
    if (last > point) plain += '.' + digits.substr(point, last - point);
    return plain;
}

std::string with_small_flag(std::string_view text) {
    std::string small(text);
    for (auto& letter : small)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return small == "true" || small == "false" ? small : std::string(text);
}

}  // namespace entente
