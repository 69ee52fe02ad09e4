#include "read/values.hpp"

#include "model/nearest.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::string_view digits = "0123456789";

/// -?(0|[1-9][0-9]*)(\.[0-9]+)?
bool is_plain_decimal(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto whole = text.substr(0, std::min(text.find_first_not_of(digits), text.size()));
    if (whole.empty() || (whole.size() > 1 && whole[0] == '0')) return false;
    text.remove_prefix(whole.size());
    if (text.empty()) return true;
    text.remove_prefix(1);
    return whole.data()[whole.size()] == '.' && !text.empty() && text.find_first_not_of(digits) == text.npos;
}

bool looks_like_a_number(const Node& node) {
    if (node.quoted || node.text.empty()) return false;
    const auto first = node.text.find_first_not_of("+-.");
    return first != std::string::npos && first <= 2 && digits.find(node.text[first]) != std::string_view::npos;
}

std::string described(const Range& range) {
    if (range.high == std::numeric_limits<double>::infinity())
        return fmt::format("{} {}", range.low_end == Range::Low::excluded ? "above" : "at least", range.low);
    if (range.low_end == Range::Low::excluded) return fmt::format("above {} and at most {}", range.low, range.high);
    return fmt::format("from {} to {}", range.low, range.high);
}

bool is_within(const Range& range, double value) {
    const bool above_low = range.low_end == Range::Low::excluded ? value > range.low : value >= range.low;
    return above_low && value <= range.high && std::isfinite(value);
}

std::string listed(const Words& words) {
    std::vector<std::pair<double, std::string_view>> order;
    for (const auto& [word, value] : words)
        order.emplace_back(value, word);
    std::sort(order.begin(), order.end());
    std::string list;
    for (const auto& [value, word] : order)
        list += (list.empty() ? "" : ", ") + std::string(word);
    return list;
}

/// Beyond the largest double: infinity, nearer to zero than the smallest: 0.
double decimal(std::string_view text) {
    double value = 0;
    const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault == std::errc{}) return value;
    const bool is_huge = text.find_first_of("123456789") < text.find('.');
    if (!is_huge) return 0;
    return text.starts_with('-') ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
}

bool is_scalar(Context& context, const Node& node, std::string_view what) {
    if (node.is_scalar()) return true;
    if (node.type == Node::Type::missing)
        report_missing(context, node, what);
    else if (node.type != Node::Type::refused)
        context.diagnostics.error(node.span,
                                  fmt::format("a {} stands where {} is wanted", node.is_map() ? "map" : "list", what));
    return false;
}

void report_unknown_word(Context& context, const Node& node, std::string_view what, const Words& words) {
    std::vector<std::string_view> known;
    for (const auto& [word, value] : words)
        known.push_back(word);
    context.diagnostics.error(node.span, fmt::format("{} is no word for {}", in_quotes(node.text), what),
                              suggestion(node.text, known, "one of " + listed(words)));
}

}  // namespace

std::string suggestion(std::string_view word, std::span<const std::string_view> known, std::string otherwise) {
    const auto near = nearest(word, known);
    return near.empty() ? otherwise : "did you mean " + in_quotes(near) + "?";
}

void report_missing(Context& context, const Node& node, std::string_view what) {
    const auto message =
        node.text.empty() ? fmt::format("{} is missing", what) : fmt::format("{} has no value", in_quotes(node.text));
    context.diagnostics.error(node.span, message, "give it one or leave it out");
}

std::optional<std::string_view> read_text(Context& context, const Node& node, std::string_view what) {
    if (!is_scalar(context, node, what)) return std::nullopt;
    return node.text;
}

std::optional<std::string> read_id(Context& context, const Node& node, std::string_view what) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
    constexpr std::size_t longest_id = 64;
    if (!is_scalar(context, node, what)) return std::nullopt;
    const auto& text = node.text;
    const bool sound = !text.empty() && text.size() <= longest_id && text.find_first_not_of(letters) == text.npos &&
                       std::string_view("_.-").find(text[0]) == std::string_view::npos;
    if (sound) return std::string(text);
    context.diagnostics.error(node.span, fmt::format("{} is no id for {}", in_quotes(text), what),
                              "an id is up to 64 of A-Z, a-z, 0-9, _ . -, and begins with a letter or digit");
    return std::nullopt;
}

std::optional<double> read_number(Context& context, const Node& node, std::string_view what, const Range& range) {
    if (!is_scalar(context, node, what)) return std::nullopt;
    if (node.quoted && is_plain_decimal(node.text)) {
        context.diagnostics.error(node.span, fmt::format("{} is a number in quotes", what), "write it without them");
        return std::nullopt;
    }
    if (node.quoted || !is_plain_decimal(node.text)) {
        context.diagnostics.error(node.span, fmt::format("{} is no number for {}", in_quotes(node.text), what),
                                  fmt::format("a plain decimal {}, such as 0.5", described(range)));
        return std::nullopt;
    }
    const double value = decimal(node.text);
    if (is_within(range, value)) return value == 0 ? 0 : value;
    context.diagnostics.error(node.span, fmt::format("{} is out of range for {}", in_quotes(node.text), what),
                              fmt::format("it goes {}", described(range)));
    return std::nullopt;
}

std::optional<int> read_count(Context& context, const Node& node, std::string_view what) {
    if (!is_scalar(context, node, what)) return std::nullopt;
    int count = 0;
    const auto* const end = node.text.data() + node.text.size();
    const auto [stop, fault] = std::from_chars(node.text.data(), end, count);
    const bool sound = !node.quoted && is_plain_decimal(node.text) && stop == end && fault == std::errc{} && count >= 1;
    if (sound) return count;
    context.diagnostics.error(node.span, fmt::format("{} is no whole number for {}", in_quotes(node.text), what),
                              "a whole number, at least 1");
    return std::nullopt;
}

std::optional<bool> read_flag(Context& context, const Node& node, std::string_view what) {
    if (!is_scalar(context, node, what)) return std::nullopt;
    if (!node.quoted && node.text == "true") return true;
    if (!node.quoted && node.text == "false") return false;
    context.diagnostics.error(node.span, fmt::format("{} is neither true nor false for {}", in_quotes(node.text), what),
                              "write true or false");
    return std::nullopt;
}

std::optional<DateRange> read_date(Context& context, const Node& node, std::string_view what) {
    if (!is_scalar(context, node, what)) return std::nullopt;
    if (const auto date = parse_date(node.text)) return date;
    context.diagnostics.error(node.span, fmt::format("{} is no date for {}", in_quotes(node.text), what),
                              "a date is YYYY, YYYY-MM or YYYY-MM-DD, a day that there is");
    return std::nullopt;
}

std::optional<double> read_word(Context& context, const Node& node, std::string_view what, const Words& words) {
    if (!is_scalar(context, node, what)) return std::nullopt;
    if (const auto found = words.find(node.text); found != words.end()) return found->second;
    report_unknown_word(context, node, what, words);
    return std::nullopt;
}

std::optional<double> read_word_or_number(Context& context, const Node& node, std::string_view what, const Words& words,
                                          const Range& range) {
    if (node.is_scalar() && (looks_like_a_number(node) || (node.quoted && is_plain_decimal(node.text))))
        return read_number(context, node, what, range);
    return read_word(context, node, what, words);
}

std::span<const Node> read_list(Context& context, const Node& node, std::string_view what) {
    if (node.is_sequence()) return node.children;
    if (node.type == Node::Type::missing)
        report_missing(context, node, what);
    else if (node.type != Node::Type::refused)
        context.diagnostics.error(node.span, fmt::format("{} is no list", what), "write [ … ]");
    return {};
}

}  // namespace entente
