/// Why a text is no YAML, in words of ours and at the place to mend.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

struct YamlFault {
    std::size_t offset;
    std::size_t length;
    std::string message;
    std::string hint;
};

/// Faults of quotes, brackets and indentation, which yaml-cpp passes over or reports far from their cause.
std::optional<YamlFault> find_yaml_fault(std::string_view text);

/// yaml-cpp's `message` at `offset` as a fault that names its cause.
YamlFault explain_yaml_fault(std::string_view text, std::size_t offset, std::string_view message);

/// Offset after the closing quote of the scalar whose quote stands at `start`; nothing where it is never closed.
std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t start);

}  // namespace entente
