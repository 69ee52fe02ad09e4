#include "draw/text_size.hpp"

#include "draw/graphviz.hpp"
#include "draw/scene.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace entente::drawing {

namespace {

double measure(const std::string& text, double size, Boldness boldness) {
    const Calm calm;
    const auto graph = new_graph();
    set_attribute(graph.get(), "splines", "none");
    auto* node = agnode(graph.get(), const_cast<char*>("text"), 1);
    set_attribute(node, "pos", "0,0");
    set_attribute(node, "label", escaped(text));
    set_attribute(node, "fontname", font_name(boldness));
    set_attribute(node, "fontsize", number(size));
    double width = 0;
    with_layout(graph.get(), "nop2", [&](GVC_t*) { width = ND_label(node)->dimen.x; });
    return width;
}

std::size_t character_length(const std::string& text, std::size_t start) {
    std::size_t end = start + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        ++end;
    return end - start;
}

std::vector<std::string> characters(const std::string& text) {
    std::vector<std::string> found;
    for (std::size_t start = 0; start < text.size(); start += found.back().size())
        found.push_back(text.substr(start, character_length(text, start)));
    return found;
}

/// Pieces that stay whole; a space stays at the end of its piece.
std::vector<std::string> pieces_of(const std::string& text) {
    std::vector<std::string> pieces(1);
    for (const auto& character : characters(text)) {
        pieces.back() += character;
        if (character == " " || character == "-" || character == "–" || character == "/") pieces.emplace_back();
    }
    if (pieces.back().empty()) pieces.pop_back();
    return pieces;
}

std::string without_space_at_end(std::string text) {
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text;
}

std::vector<std::string> break_lines(const std::string& text, double width, double size, Boldness boldness) {
    std::vector<std::string> lines(1);
    const auto fits = [&](const std::string& line) {
        return text_width(without_space_at_end(line), size, boldness) <= width;
    };
    const auto add = [&](const std::string& piece) {
        if (!lines.back().empty() && !fits(lines.back() + piece)) lines.emplace_back();
        lines.back() += piece;
    };
    for (const auto& piece : pieces_of(text)) {
        if (fits(piece)) {
            add(piece);
            continue;
        }
        for (const auto& character : characters(piece))
            add(character);
    }
    for (auto& line : lines)
        line = without_space_at_end(line);
    return lines;
}

}  // namespace

double text_width(const std::string& text, double size, Boldness boldness) {
    static std::map<std::tuple<std::string, double, Boldness>, double> known;
    if (text.empty()) return 0;
    const auto key = std::tuple(text, size, boldness);
    const auto found = known.find(key);
    if (found != known.end()) return found->second;
    return known.emplace(key, measure(text, size, boldness)).first->second;
}

double text_width(const std::vector<std::string>& lines, double size, Boldness boldness) {
    double widest = 0;
    for (const auto& line : lines)
        widest = std::max(widest, text_width(line, size, boldness));
    return widest;
}

std::vector<std::string> wrap(const std::string& text, double width, double size, Boldness boldness) {
    auto best = break_lines(text, width, size, boldness);
    const auto count = best.size();
    double longest_word = width / 2;
    for (const auto& piece : pieces_of(text))
        longest_word = std::max(longest_word, text_width(without_space_at_end(piece), size, boldness));
    for (double narrower = width * 0.95; count > 1 && narrower > longest_word; narrower -= width * 0.05) {
        auto lines = break_lines(text, narrower, size, boldness);
        if (lines.size() > count) break;
        best = std::move(lines);
    }
    return best;
}

std::vector<std::string> wrap_within(const std::string& text, double width, std::size_t lines, double size,
                                     Boldness boldness) {
    auto wrapped = wrap(text, width, size, boldness);
    if (wrapped.size() <= lines) return wrapped;
    wrapped = break_lines(text, width, size, boldness);
    std::string rest;
    for (std::size_t line = lines - 1; line < wrapped.size(); ++line)
        rest += (rest.empty() ? "" : " ") + wrapped[line];
    wrapped.resize(lines);
    wrapped.back() = shortened(rest, width, size, boldness);
    return wrapped;
}

std::string shortened(const std::string& text, double width, double size, Boldness boldness) {
    if (text_width(text, size, boldness) <= width) return text;
    auto kept = characters(text);
    std::string line;
    do {
        kept.pop_back();
        line.clear();
        for (const auto& character : kept)
            line += character;
        line = without_space_at_end(line) + "…";
    } while (!kept.empty() && text_width(line, size, boldness) > width);
    return line;
}

std::string as_many_as_fit(const std::vector<std::string>& items, double width, double size) {
    std::string line;
    for (std::size_t shown = 0; shown < items.size(); ++shown) {
        const auto more = items.size() - shown - 1;
        const auto longer = line.empty() ? items[shown] : line + ", " + items[shown];
        const auto ending = more > 0 ? " and " + std::to_string(more) + " more" : "";
        if (text_width(longer + ending, size) <= width) {
            line = longer;
            continue;
        }
        if (line.empty()) return shortened(longer, width - text_width(ending, size), size) + ending;
        return line + " and " + std::to_string(more + 1) + " more";
    }
    return line;
}

}  // namespace entente::drawing
