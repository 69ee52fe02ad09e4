#include "read/cell_text.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace entente {

namespace {

bool are_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

/// Beyond what a double can hold, the text is no number.
constexpr int largest_exponent = 400;

}  // namespace

void take_decimal_comma(std::string& text) {
    const auto comma = text.find(',');
    if (comma == text.npos) return;
    const std::size_t sign = text.starts_with('-') ? 1 : 0;
    const auto whole = std::string_view(text).substr(sign, comma - std::min(comma, sign));
    const auto fraction = std::string_view(text).substr(comma + 1);
    const auto digits = fraction.substr(0, fraction.find_first_of("eE"));
    if (are_digits(whole) && are_digits(digits)) text[comma] = '.';
}

void take_exponent(std::string& text) {
    const auto letter = text.find_first_of("eE");
    if (letter == text.npos) return;
    const std::string_view sign = text.starts_with('-') ? "-" : "";
    const auto mantissa = std::string_view(text).substr(sign.size(), letter - std::min(letter, sign.size()));
    const auto point = std::min(mantissa.find('.'), mantissa.size());
    const auto whole = mantissa.substr(0, point);
    const auto fraction = mantissa.substr(std::min(point + 1, mantissa.size()));
    if (!are_digits(whole) || (point < mantissa.size() && !are_digits(fraction))) return;

    auto power = std::string_view(text).substr(letter + 1);
    if (power.starts_with('+')) power.remove_prefix(1);
    int exponent = 0;
    const auto [stop, fault] = std::from_chars(power.data(), power.data() + power.size(), exponent);
    if (fault != std::errc{} || stop != power.data() + power.size() || std::abs(exponent) > largest_exponent) return;

    const auto places = static_cast<std::size_t>(std::abs(exponent));
    auto all = std::string(whole) + std::string(fraction);
    auto before_point = whole.size();
    if (exponent < 0) {
        const auto zeros = places >= before_point ? places - before_point + 1 : 0;
        all.insert(0, zeros, '0');
        before_point += zeros - places;
    } else {
        before_point += places;
        if (all.size() < before_point) all.append(before_point - all.size(), '0');
    }
    const auto leading = std::min(all.find_first_not_of('0'), before_point - 1);
    auto plain = std::string(sign) + all.substr(leading, before_point - leading);
    if (before_point < all.size()) plain += '.' + all.substr(before_point);
    text = std::move(plain);
}

void take_flag(std::string& text) {
    std::string small = text;
    for (auto& letter : small)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    if (small == "true" || small == "false") text = small;
}

}  // namespace entente
