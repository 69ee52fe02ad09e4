#include "write/brief_style.hpp"

#include <array>
#include <cstdint>

#include <fmt/format.h>
#include <sha2.h>

namespace entente::write::brief {

extern const std::string_view css_text;  // brief.css, embedded

namespace {

/// A CSS string that nothing within can end: of ASCII, all but letters, digits and blanks as escapes.
std::string css_string(std::string_view text) {
    std::string quoted = "\"";
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        const bool harmless = code >= 0x80 || byte == ' ' || (byte >= '0' && byte <= '9') ||
                              (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
        quoted += harmless ? std::string(1, byte) : fmt::format("\\{:06x}", code);
    }
    return quoted += '"';
}

std::string base64(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string encoded;
    for (std::size_t offset = 0; offset < bytes.size(); offset += 3) {
        const auto group = bytes.substr(offset, 3);
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 3; ++i)
            bits = bits << 8 | (i < group.size() ? static_cast<unsigned char>(group[i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            encoded += i <= group.size() ? alphabet[bits >> (18 - 6 * i) & 63] : '=';
    }
    return encoded;
}

}  // namespace

std::string stylesheet(std::string_view marking, std::string_view title) {
    return fmt::format(
        "{}@page {{ @top-center {{ content: {}; }} @bottom-left {{ content: {}; }} @bottom-right {{ content: "
        "counter(page) \" / \" counter(pages); }} }}\n",
        css_text, css_string(marking), css_string(title));
}

std::string policy_hash(std::string_view text) {
    SHA2_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
    SHA256Final(digest.data(), &context);
    return fmt::format("'sha256-{}'", base64({reinterpret_cast<const char*>(digest.data()), digest.size()}));
}

}  // namespace entente::write::brief
