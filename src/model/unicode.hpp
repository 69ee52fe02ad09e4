/// Text as Unicode: validity, comparison, and how wide it stands on a terminal.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// Offset of the first byte that is not UTF-8 (overlong forms, surrogates and beyond U+10FFFF included); nothing where
/// all of it is.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Every code point in turn; `text` must be UTF-8.
std::u32string code_points(std::string_view text);
/// How many code points; `text` must be UTF-8.
std::size_t count_characters(std::string_view text);
/// Cells on a terminal: wide characters count two, combining and zero-width ones none.
std::size_t display_width(std::string_view text);

/// Offset of the first control character (tab and line ends apart) or bidirectional override or isolate; nothing where
/// there is none. Zero-width joiners are allowed.
std::optional<std::size_t> find_forbidden_character(std::string_view text);

bool is_ascii(std::string_view text);

/// The form in which names are compared: Unicode NFC, ’ as '.
std::string comparison_form(std::string_view text);

}  // namespace entente
