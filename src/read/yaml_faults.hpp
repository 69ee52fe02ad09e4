/// Why a text is no YAML, in words of ours and at the place to mend.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Deepest nesting of lists and maps.
inline constexpr std::size_t deepest_nesting = 32;

struct YamlFault {
    std::size_t offset;
    std::size_t length;
    std::string message;
    std::string hint;
};

struct YamlScan {
    /// Of quotes, brackets, colons or tabs, which yaml-cpp passes over or reports far from their cause.
    std::optional<YamlFault> fault;
    /// Offsets of those within text that stands among brackets without quotes, at which yaml-cpp would end it.
    std::vector<std::size_t> question_marks;
};

YamlScan scan_yaml(std::string_view text);

/// yaml-cpp's `message` at `offset` as a fault in our words.
YamlFault explain_yaml_fault(std::string_view text, std::size_t offset, std::string_view message);

/// The word after which a colon is missing where a bracket opens in a key and does not close; empty where none does.
std::string_view word_without_colon(std::string_view key);

/// Offset after the closing quote of the scalar whose quote stands at `start`; nothing where it is never closed.
std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t start);

}  // namespace entente
