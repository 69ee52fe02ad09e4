/// The bytes of one input, and nothing that is not plain text.
#pragma once

#include "read/diagnostics.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

inline constexpr std::size_t largest_yaml = 4 * 1024 * 1024;
inline constexpr std::size_t largest_table = 64 * 1024 * 1024;

struct FileBytes {
    std::string bytes;
    std::string fault;  ///< why they cannot be used; empty where all is well
    std::string hint;
};

/// Of a regular file; a pipe or device is never opened. Where it is larger than `limit`, the hint is to split it.
FileBytes read_regular_file(const std::filesystem::path& path, std::size_t limit);
FileBytes read_standard_input(std::size_t limit);

/// False, and an error told, where the text is UTF-16 or no UTF-8 (`remedy` says how it is then saved), or holds
/// control characters that end a text. Other forbidden characters are errors too.
bool check_characters(const SourceText& source, Diagnostics& diagnostics,
                      std::string_view remedy = "save the file as UTF-8");

/// Hexadecimal.
std::string sha256_of(std::string_view bytes);

}  // namespace entente
