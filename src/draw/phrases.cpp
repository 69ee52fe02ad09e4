#include "draw/phrases.hpp"

#include <array>

#include <fmt/format.h>

namespace entente::drawing {

std::string number_in_words(std::size_t count) {
    static constexpr std::array words{"no",    "one",   "two",  "three", "four",   "five",  "six",
                                      "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    return count < words.size() ? words[count] : std::to_string(count);
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string how_many(std::size_t count, const std::string& noun) {
    if (count == 1) return "1 " + noun;
    if (noun.ends_with("ex")) return fmt::format("{} {}ices", count, noun.substr(0, noun.size() - 2));
    return fmt::format("{} {}s", count, noun);
}

std::string cut(const std::string& text, std::size_t longest) {
    std::size_t characters = 0;
    for (std::size_t byte = 0; byte < text.size(); ++byte) {
        const bool starts = (static_cast<unsigned char>(text[byte]) & 0xc0) != 0x80;
        if (starts && ++characters > longest) return text.substr(0, byte) + "…";
    }
    return text;
}

std::string name_of(const RelationGraph& graph, VertexIndex vertex) {
    constexpr std::size_t longest = 80;
    return cut(graph.model().vertices[vertex].name, longest);
}

std::vector<std::string> names_of(const RelationGraph& graph, const std::vector<VertexIndex>& vertices) {
    std::vector<std::string> names;
    for (const auto vertex : vertices)
        names.push_back(name_of(graph, vertex));
    return names;
}

std::string pair_name(const RelationGraph& graph, VertexIndex a, VertexIndex b) {
    const auto one = name_of(graph, a);
    const auto other = name_of(graph, b);
    const bool dashed = (one + other).find("–") != std::string::npos;
    return one + (dashed ? " with " : "–") + other;
}

std::string relation_in_words(const RelationGraph& graph, VertexIndex a, VertexIndex b) {
    const auto relation = graph.relation(a, b);
    return fmt::format("{}: cooperation {}, tension {}{}", pair_name(graph, a, b), two_digits(relation.cooperation),
                       two_digits(relation.tension), relation.ambivalent() ? " (ambivalent)" : "");
}

std::string vertex_in_words(const RelationGraph& graph, VertexIndex vertex) {
    std::size_t friends = 0;
    std::size_t foes = 0;
    for (const auto& neighbour : graph.neighbours(vertex)) {
        if (above(neighbour.relation.cooperation, 0)) ++friends;
        if (above(neighbour.relation.tension, 0)) ++foes;
    }
    return fmt::format("{} ({}): cooperation with {}, tension with {}", name_of(graph, vertex),
                       entente::name_of(graph.model().vertices[vertex].kind), friends, foes);
}

}  // namespace entente::drawing
