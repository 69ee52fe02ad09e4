#include "write/brief_script.hpp"

#include "write/json.hpp"

#include <fmt/format.h>

namespace entente::write::brief {

namespace {

/// The same JSON without a character that HTML or XML reads otherwise.
std::string harmless(const std::string& json) {
    std::string safe;
    for (const char character : json) {
        if (character == '<' || character == '>' || character == '&')
            safe += fmt::format("\\u{:04x}", static_cast<unsigned>(character));
        else
            safe += character;
    }
    return safe;
}

Json candidate_json(const Standing& candidate) {
    Json parts = Json::array();
    for (const double part : candidate.components)
        parts.push_back(number(part));
    return {{"id", candidate.id}, {"name", candidate.name}, {"parts", parts}, {"refused", candidate.refused}};
}

}  // namespace

std::string standings_json(const Standings& standings) {
    Json pairs = Json::array();
    for (const auto& pair : standings.pairs) {
        Json candidates = Json::array();
        for (const auto& candidate : pair.candidates)
            candidates.push_back(candidate_json(candidate));
        pairs.push_back({{"anchor", pair.anchor}, {"candidates", candidates}});
    }
    Json words = Json::array();
    for (const auto& [word, value] : standings.words)
        words.push_back(Json::array({word, number(value)}));
    const Json whole{{"components", component_names},
                     {"profile", {{"name", standings.profile.name}, {"weights", standings.profile.weights}}},
                     {"words", words},
                     {"pairs", pairs}};
    return harmless(whole.dump());
}

}  // namespace entente::write::brief
