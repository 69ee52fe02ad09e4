/// Single values of a model: texts, numbers, words, dates. A faulty one is an error, and nothing. Texts lie in their
/// file.
#pragma once

#include "read/context.hpp"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace entente {

using Words = std::map<std::string, double, std::less<>>;

struct Range {
    double low;
    double high;
    enum class Low { included, excluded } low_end = Low::included;
};
inline constexpr Range share_range{0, 1};
inline constexpr Range confidence_range{0, 1, Range::Low::excluded};
inline constexpr Range weight_range{-1, 1};

/// `did you mean …?` where a known word is near, else `otherwise`.
std::string suggestion(std::string_view word, std::span<const std::string_view> known, std::string otherwise);

/// A key with no value, or an item that is empty.
void report_missing(Context& context, const Node& node, std::string_view what);

/// `what` names the value in errors: "a date", "the confidence".
std::optional<std::string_view> read_text(Context& context, const Node& node, std::string_view what);
/// An id matches [A-Za-z0-9][A-Za-z0-9_.-]{0,63}.
std::optional<std::string> read_id(Context& context, const Node& node, std::string_view what);
std::optional<double> read_number(Context& context, const Node& node, std::string_view what, const Range& range);
/// At least 1.
std::optional<int> read_count(Context& context, const Node& node, std::string_view what);
/// true or false.
std::optional<bool> read_flag(Context& context, const Node& node, std::string_view what);
std::optional<DateRange> read_date(Context& context, const Node& node, std::string_view what);
/// One of `words`.
std::optional<double> read_word(Context& context, const Node& node, std::string_view what, const Words& words);
/// One of `words`, or a number in `range`.
std::optional<double> read_word_or_number(Context& context, const Node& node, std::string_view what, const Words& words,
                                          const Range& range);
/// The items of a sequence; an error and none where the node is no sequence.
std::span<const Node> read_list(Context& context, const Node& node, std::string_view what);

}  // namespace entente
