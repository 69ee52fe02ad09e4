#include "draw/svg_text.hpp"

#include "draw/geometry.hpp"
#include "draw/scene.hpp"

#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace entente::drawing {

namespace {

const std::string ampersand_mark(1, '\x01');
const std::string backslash_mark(1, '\x02');

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto found = text.find(from); found != std::string::npos; found = text.find(from, found + to.size()))
        text.replace(found, from.size(), to);
    return text;
}

void mark(void* object, const char* name) {
    const char* value = agget(object, const_cast<char*>(name));
    if (!value) return;
    set_attribute(object, name, replaced(replaced(value, "&amp;", ampersand_mark), "\\\\", backslash_mark));
}

std::string xml_text(const std::string& text) {
    std::string safe;
    for (const char letter : text) {
        switch (letter) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            default:
                safe += letter;
        }
    }
    return safe;
}

std::string without_comments(std::string svg) {
    for (auto start = svg.find("<!--"); start != std::string::npos; start = svg.find("<!--", start)) {
        const auto end = svg.find("-->\n", start);
        if (end == std::string::npos) break;
        svg.erase(start, end + 4 - start);
    }
    return svg;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t start = 0; start < text.size();) {
        const auto end = std::min(text.find('\n', start), text.size());
        lines.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

/// The words of `<g id="a_node1"><a xlink:title="…">`; nothing in another line.
std::optional<std::string> tooltip_of(const std::string& line) {
    constexpr std::string_view before = "<a xlink:title=\"";
    if (line.rfind("<g id=\"a_", 0) != 0) return std::nullopt;
    const auto start = line.find(before) + before.size();
    return line.substr(start, line.rfind("\">") - start);
}

/// A node's or tie's `<title>` is its internal name: the tooltip takes its place, and the group around goes.
std::string with_tooltips_as_titles(const std::string& svg) {
    std::string text;
    bool inside = false;
    for (const auto& line : lines_of(svg)) {
        if (const auto tooltip = tooltip_of(line)) {
            text += "<title>" + *tooltip + "</title>\n";
            inside = true;
            continue;
        }
        if (line.rfind("<title>", 0) == 0) continue;
        if (line == "</a>") continue;
        if (inside && line == "</g>") {
            inside = false;
            continue;
        }
        text += line + "\n";
    }
    return text;
}

std::string head(const SvgFacts& facts) {
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {} {}\" xmlns=\"http://www.w3.org/2000/svg\">\n"
        "<title>{}</title>\n<desc>{}</desc>\n",
        number(facts.width / points_per_mm), number(facts.height / points_per_mm), number(facts.width),
        number(facts.height), xml_text(facts.title), xml_text(facts.description));
}

}  // namespace

void mark_escapes(Agraph_t* graph) {
    for (auto* node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
        mark(node, "label");
        mark(node, "tooltip");
        for (auto* tie = agfstout(graph, node); tie; tie = agnxtout(graph, tie))
            mark(tie, "tooltip");
    }
}

std::string finished_svg(const std::string& svg, const SvgFacts& facts) {
    auto text = without_comments(svg);
    text.erase(0, text.find("<g id=\"graph0\""));
    text = with_tooltips_as_titles(text);
    text = replaced(text, " Bold\"", "\" font-weight=\"bold\"");
    text = replaced(text, "stroke=\"transparent\"", "stroke=\"none\"");
    text = replaced(text, "fill=\"transparent\"", "fill=\"none\"");
    text = replaced(text, "stroke-dasharray=\"5,2\"", "stroke-dasharray=\"6,6\"");
    return head(facts) + replaced(replaced(text, ampersand_mark, "&amp;"), backslash_mark, "\\");
}

}  // namespace entente::drawing
