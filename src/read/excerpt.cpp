#include "read/excerpt.hpp"

#include "model/unicode.hpp"

#include <algorithm>
#include <vector>

namespace entente {

namespace {

constexpr std::size_t widest_line = 100;
/// Cells left of the caret that stay where a long line is shortened.
constexpr std::size_t kept_before = 40;
constexpr std::string_view ellipsis = "…";

/// Bytes of the character that `text` begins with.
std::size_t character_bytes(std::string_view text) {
    std::size_t bytes = 1;
    while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xc0) == 0x80)
        ++bytes;
    return bytes;
}

std::string printable_character(std::string_view character) {
    if (character == "\t" || character == "\n" || character == "\r") return " ";
    if (find_invalid_utf8(character) || find_forbidden_character(character)) return "\ufffd";
    return std::string(character);
}

}  // namespace

std::string printable(std::string_view text) {
    std::string shown;
    while (!text.empty()) {
        const auto bytes = character_bytes(text);
        shown += printable_character(text.substr(0, bytes));
        text.remove_prefix(bytes);
    }
    return shown;
}

namespace {

/// The end of `text`, at most `cells` wide.
std::string_view last_cells(std::string_view text, std::size_t cells) {
    std::size_t start = text.size();
    std::size_t width = 0;
    while (start > 0) {
        auto previous = start - 1;
        while (previous > 0 && (static_cast<unsigned char>(text[previous]) & 0xc0) == 0x80)
            --previous;
        width += display_width(text.substr(previous, start - previous));
        if (width > cells) break;
        start = previous;
    }
    return text.substr(start);
}

/// The beginning of `text`, at most `cells` wide.
std::string_view first_cells(std::string_view text, std::size_t cells) {
    std::size_t end = 0;
    std::size_t width = 0;
    while (end < text.size()) {
        const auto bytes = character_bytes(text.substr(end));
        width += display_width(text.substr(end, bytes));
        if (width > cells) break;
        end += bytes;
    }
    return text.substr(0, end);
}

/// More of a line than is ever shown, so that a line of megabytes costs no more than a long one.
constexpr std::size_t most_bytes = 2000;

std::string_view clipped_start(std::string_view text) {
    if (text.size() <= most_bytes) return text;
    auto start = text.size() - most_bytes;
    while (start < text.size() && (static_cast<unsigned char>(text[start]) & 0xc0) == 0x80)
        ++start;
    return text.substr(start);
}

std::string_view clipped_end(std::string_view text) {
    if (text.size() <= most_bytes) return text;
    auto end = most_bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return text.substr(0, end);
}

}  // namespace

Excerpt excerpt_of(const Span& span) {
    const auto whole = span.source->line(span.offset);
    const auto column = std::min(span.offset - span.source->line_start(span.offset), whole.size());
    const auto before_bytes = clipped_start(whole.substr(0, column));
    const auto after_bytes = clipped_end(whole.substr(column));
    std::string before = printable(before_bytes);
    std::string after = printable(after_bytes);
    const std::string marked = printable(after_bytes.substr(0, span.length));

    const bool cut_before = before_bytes.size() < column || display_width(before) + display_width(after) > widest_line;
    if (cut_before && display_width(before) > kept_before)
        before = std::string(ellipsis) + std::string(last_cells(before, kept_before));
    const std::size_t left = widest_line - std::min(widest_line - 1, display_width(before));
    const bool cut_after = after_bytes.size() < whole.size() - column || display_width(after) > left;
    if (cut_after) after = std::string(first_cells(after, left)) + std::string(ellipsis);

    const auto length = std::min(display_width(marked), display_width(after));
    return {before + after, display_width(before), std::max<std::size_t>(length, 1)};
}

}  // namespace entente
