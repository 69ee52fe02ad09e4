#include "model/unicode.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

namespace entente {

namespace {

struct Character {
    utf8proc_int32_t code;
    std::size_t bytes;
};

/// The character at `offset`; a code below 0 where the bytes are no UTF-8.
Character character_at(std::string_view text, std::size_t offset) {
    utf8proc_int32_t code = -1;
    const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + offset,
                                        static_cast<utf8proc_ssize_t>(text.size() - offset), &code);
    if (bytes <= 0) return {-1, 1};
    return {code, static_cast<std::size_t>(bytes)};
}

bool is_forbidden(utf8proc_int32_t code) {
    if (code == '\t' || code == '\n' || code == '\r') return false;
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true;
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

/// Whether `byte` is a character by itself that may stand anywhere.
constexpr bool is_plain(unsigned char byte) {
    return (byte >= 0x20 && byte < 0x7f) || byte == '\t' || byte == '\n' || byte == '\r';
}

constexpr auto plain_bytes = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0; byte < plain.size(); ++byte)
        plain[byte] = is_plain(static_cast<unsigned char>(byte));
    return plain;
}();

/// The first byte from `offset` on that is not plain; most texts have few.
std::size_t end_of_plain(std::string_view text, std::size_t offset) {
    while (offset < text.size() && plain_bytes[static_cast<unsigned char>(text[offset])])
        ++offset;
    return offset;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (auto offset = end_of_plain(text, 0); offset < text.size(); offset = end_of_plain(text, offset)) {
        const auto character = character_at(text, offset);
        if (character.code < 0) return offset;
        offset += character.bytes;
    }
    return std::nullopt;
}

std::u32string code_points(std::string_view text) {
    std::u32string points;
    for (std::size_t offset = 0; offset < text.size();) {
        const auto character = character_at(text, offset);
        points.push_back(static_cast<char32_t>(character.code));
        offset += character.bytes;
    }
    return points;
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (const char byte : text)
        count += (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
    return count;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const auto character = character_at(text, offset);
        width += character.code < 0 ? 1 : static_cast<std::size_t>(utf8proc_charwidth(character.code));
        offset += character.bytes;
    }
    return width;
}

std::optional<std::size_t> find_forbidden_character(std::string_view text) {
    for (auto offset = end_of_plain(text, 0); offset < text.size(); offset = end_of_plain(text, offset)) {
        const auto character = character_at(text, offset);
        if (is_forbidden(character.code)) return offset;
        offset += character.bytes;
    }
    return std::nullopt;
}

bool is_ascii(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char byte) { return (byte & 0x80) != 0; });
}

std::string comparison_form(std::string_view text) {
    if (is_ascii(text)) return std::string(text);

    utf8proc_uint8_t* composed = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                     &composed, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, &std::free);
    std::string form = length < 0
                           ? std::string(text)
                           : std::string(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(length));
    constexpr std::string_view apostrophe = "\u2019";
    for (auto at = form.find(apostrophe); at != std::string::npos; at = form.find(apostrophe, at))
        form.replace(at, apostrophe.size(), "'");
    return form;
}

}  // namespace entente
