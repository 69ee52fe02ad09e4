#include "write/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace entente::write {

namespace {

constexpr std::string_view en_dash = "–";

/// Negative zero, and what rounds to it, as zero.
double settled(double value) {
    return std::abs(value) < 0.005 ? 0 : value;
}

}  // namespace

std::string joined_by_dash(const std::vector<std::string>& parts) {
    bool holds_dash = false;
    for (const auto& part : parts)
        holds_dash = holds_dash || part.find(en_dash) != std::string::npos;
    const std::string separator = holds_dash ? " – " : std::string(en_dash);
    return fmt::format("{}", fmt::join(parts, separator));
}

std::string signed_digits(double value) {
    const double shown = settled(value);
    if (shown == 0) return "0.00";
    return fmt::format("{}{:.2f}", shown < 0 ? "−" : "+", std::abs(shown));
}

std::string exact_number(double value) {
    return value == 0 ? "0" : fmt::format("{}", value);
}

std::string count_of(std::size_t count, std::string_view singular, std::string_view plural) {
    return fmt::format("{} {}", count, count == 1 ? singular : plural);
}

std::string ordinal(std::size_t number) {
    constexpr std::array<std::string_view, 11> words{"",      "first",   "second", "third", "fourth", "fifth",
                                                     "sixth", "seventh", "eighth", "ninth", "tenth"};
    if (number > 0 && number < words.size()) return std::string(words[number]);
    constexpr std::array<std::string_view, 4> endings{"th", "st", "nd", "rd"};
    const bool teen = number % 100 >= 11 && number % 100 <= 13;
    return fmt::format("{}{}", number, endings[teen || number % 10 > 3 ? 0 : number % 10]);
}

std::string_view stance_word(const Model& model, double net) {
    std::string_view word;
    double reached = 0;
    for (const auto& [name, value] : model.scale.stance) {
        const bool on_this_side = value == 0 || (value > 0) == (net > 0);
        if (!on_this_side || !at_least(std::abs(net), std::abs(value))) continue;
        if (!word.empty() && std::abs(value) <= std::abs(reached)) continue;
        word = name;
        reached = value;
    }
    return word.empty() ? Scale::nearest_word(model.scale.stance, net) : word;
}
std::string_view strength_word(const Model& model, double strength) {
    const auto& words = model.scale.strength;
    const auto nearest = Scale::nearest_word(words, strength);
    if (!above(strength, 0) || words.find(nearest)->second > 0) return nearest;
    double least = 1;
    for (const auto& [word, value] : words)
        if (value > 0) least = std::min(least, value);
    return Scale::nearest_word(words, least);
}
std::string_view effectiveness_word(const Model& model, double effectiveness) {
    return Scale::nearest_word(model.scale.effectiveness, effectiveness);
}
std::string_view confidence_word(const Model& model, double confidence) {
    return Scale::nearest_word(model.scale.confidence, confidence);
}
std::string_view tension_word(const Model& model, double tension) {
    const auto& words = model.scale.stance;
    const auto reached = stance_word(model, -tension);
    if (!above(tension, 0) || words.find(reached)->second < 0) return reached;
    std::string_view weakest = reached;
    for (const auto& [word, value] : words)
        if (value < 0 && (weakest == reached || value > words.find(weakest)->second)) weakest = word;
    return weakest;
}

std::string_view role_word(Role role) {
    return role_names[static_cast<std::size_t>(role)];
}

std::string_view plural_of(Kind kind) {
    constexpr std::array<std::string_view, 5> plurals{"countries", "groups", "organisations", "mechanisms", "projects"};
    return plurals[static_cast<std::size_t>(kind)];
}

std::string_view component_phrase(std::size_t component) {
    constexpr std::array<std::string_view, component_count> phrases{
        "access (trusted by all parties)",   "leverage (influence over them)",
        "convening (a table at hand)",       "parity (trusted alike by all)",
        "detachment (at odds with neither)", "standing (cooperation with everyone else)"};
    return phrases[component];
}

std::vector<std::string> names_of(const Model& model, std::span<const VertexIndex> vertices) {
    std::vector<std::string> names;
    for (const auto vertex : vertices)
        names.push_back(model.vertices[vertex].name);
    return names;
}

std::vector<std::string> ids_of(const Model& model, std::span<const VertexIndex> vertices) {
    std::vector<std::string> ids;
    for (const auto vertex : vertices)
        ids.push_back(model.id(vertex));
    return ids;
}

std::string pair_names(const Model& model, VertexIndex a, VertexIndex b) {
    return names_joined(model, std::array{a, b});
}

std::string pair_ids(const Model& model, VertexIndex a, VertexIndex b) {
    return fmt::format("{}{}{}", model.id(a), en_dash, model.id(b));
}

std::string names_joined(const Model& model, std::span<const VertexIndex> vertices) {
    return joined_by_dash(names_of(model, vertices));
}

std::string pair_sentence(const Model& model, const Pair& pair) {
    return fmt::format("{}: on balance {} ({}), cooperation {}, tension {}{}.", pair_names(model, pair.a, pair.b),
                       stance_word(model, pair.net), signed_digits(pair.net), two_digits(pair.cooperation),
                       two_digits(pair.tension), pair.ambivalent ? "; ambivalent" : "");
}

bool is_lopsided(const Balance& balance) {
    constexpr std::size_t few = 8;  // one in so many
    const auto [smaller, larger] = std::minmax({balance.camps[0].size(), balance.camps[1].size()});
    return smaller > 0 && smaller * few <= larger;
}

const Candidate* more_often_first(const Brokerage& brokerage) {
    const Candidate* most = nullptr;
    for (const auto& candidate : brokerage.candidates)
        if (candidate.p_first && (most == nullptr || above(*candidate.p_first, *most->p_first))) most = &candidate;
    return most == nullptr || most == &brokerage.candidates.front() ? nullptr : most;
}

std::string marks_of(const Model& model, const Candidate& candidate) {
    std::vector<std::string> marks;
    const auto add = [&](std::string_view phrase, const std::vector<VertexIndex>& vertices) {
        if (!vertices.empty()) marks.push_back(fmt::format("{} {}", phrase, join_words(names_of(model, vertices))));
    };
    add("refused by", candidate.refused_by);
    add("depends on", candidate.dependent_on);
    add("strained with", candidate.strained_with);
    return fmt::format("{}", fmt::join(marks, "; "));
}

}  // namespace entente::write
