#include "read/yaml_faults.hpp"

#include <algorithm>

namespace entente {

std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t start) {
    const char quote = text[start];
    for (auto at = start + 1; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\')
            ++at;
        else if (text[at] != quote)
            continue;
        else if (quote == '\'' && at + 1 < text.size() && text[at + 1] == '\'')
            ++at;
        else
            return at + 1;
    }
    return std::nullopt;
}

std::optional<YamlFault> find_yaml_fault(std::string_view) {
    return std::nullopt;
}

YamlFault explain_yaml_fault(std::string_view text, std::size_t offset, std::string_view message) {
    return {std::min(offset, text.empty() ? 0 : text.size() - 1), 1, "this is no YAML: " + std::string(message), {}};
}

}  // namespace entente
