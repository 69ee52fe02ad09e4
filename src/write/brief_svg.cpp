#include "write/brief_svg.hpp"

#include "write/escape.hpp"
#include "write/words.hpp"

#include <vector>

#include <fmt/format.h>

namespace entente::write::brief {

namespace {

constexpr double bar_width = 120;
constexpr double bar_height = 12;

struct Attribute {
    std::string name;
    std::string value;  ///< as written, escapes and all
};

bool is_blank(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Past the end of a tag that begins at `begin`, quotes heeded.
std::size_t end_of_tag(std::string_view svg, std::size_t begin) {
    char quote = 0;
    for (std::size_t offset = begin; offset < svg.size(); ++offset) {
        const char byte = svg[offset];
        if (quote != 0) {
            if (byte == quote) quote = 0;
        } else if (byte == '"' || byte == '\'') {
            quote = byte;
        } else if (byte == '>') {
            return offset + 1;
        }
    }
    return svg.size();
}

/// `text` is what stands between a tag's name and its end.
std::vector<Attribute> read_attributes(std::string_view text) {
    std::vector<Attribute> attributes;
    while (true) {
        text = trimmed(text);
        const auto equals = text.find('=');
        if (equals == std::string_view::npos) return attributes;
        const auto name = trimmed(text.substr(0, equals));
        text = trimmed(text.substr(equals + 1));
        if (text.empty()) return attributes;
        const auto close = text.find(text.front(), 1);
        if (close == std::string_view::npos) return attributes;
        attributes.push_back({std::string(name), std::string(text.substr(1, close - 1))});
        text.remove_prefix(close + 1);
    }
}

void replace_all(std::string& text, std::string_view from, const std::string& to) {
    for (auto found = text.find(from); found != std::string::npos; found = text.find(from, found + to.size()))
        text.replace(found, from.size(), to);
}

/// "fill:red;stroke:none" as attributes of their own.
std::vector<Attribute> presentation_attributes(std::string_view style) {
    std::vector<Attribute> attributes;
    while (!style.empty()) {
        const auto declaration = style.substr(0, style.find(';'));
        style.remove_prefix(std::min(declaration.size() + 1, style.size()));
        const auto colon = declaration.find(':');
        if (colon == std::string_view::npos) continue;
        attributes.push_back(
            {std::string(trimmed(declaration.substr(0, colon))), std::string(trimmed(declaration.substr(colon + 1)))});
    }
    return attributes;
}

Attribute with_prefix(Attribute attribute, std::string_view prefix) {
    const bool is_reference = attribute.name == "href" || attribute.name == "xlink:href";
    if (attribute.name == "id") attribute.value.insert(0, prefix);
    if (is_reference && attribute.value.starts_with('#')) attribute.value.insert(1, prefix);
    replace_all(attribute.value, "url(#", fmt::format("url(#{}", prefix));
    return attribute;
}

/// "<name …>" or "<name …/>" rewritten; `is_root` for the picture itself.
std::string rewrite_tag(std::string_view tag, std::string_view prefix, std::string_view label, bool is_root) {
    const bool closed = tag.ends_with("/>");
    auto inside = tag.substr(1, tag.size() - (closed ? 3 : 2));
    const auto name = inside.substr(0, inside.find_first_of(" \n\t\r"));
    inside.remove_prefix(name.size());

    std::string rewritten = fmt::format("<{}", name);
    const auto add = [&](const Attribute& attribute) {
        const auto prefixed = with_prefix(attribute, prefix);
        const char quote = prefixed.value.find('"') == std::string::npos ? '"' : '\'';
        rewritten += fmt::format(" {}={}{}{}", prefixed.name, quote, prefixed.value, quote);
    };
    for (const auto& attribute : read_attributes(inside)) {
        if (is_root && (attribute.name == "width" || attribute.name == "height")) continue;
        if (attribute.name != "style") {
            add(attribute);
            continue;
        }
        for (const auto& presentation : presentation_attributes(attribute.value))
            add(presentation);
    }
    if (is_root) rewritten += fmt::format(" role=\"img\" aria-label=\"{}\"", escape_html(label));
    return rewritten + (closed ? "/>" : ">");
}

}  // namespace

std::string inline_svg(std::string_view svg, std::string_view prefix, std::string_view label) {
    const auto root = svg.find("<svg");
    if (root == std::string_view::npos) return {};
    std::string element;
    for (std::size_t offset = root; offset < svg.size();) {
        const auto open = std::min(svg.find('<', offset), svg.size());
        element += svg.substr(offset, open - offset);
        if (open == svg.size()) break;
        if (svg.substr(open).starts_with("<!--")) {
            const auto close = svg.find("-->", open);
            offset = close == std::string_view::npos ? svg.size() : close + 3;
            continue;
        }
        const auto end = end_of_tag(svg, open);
        const auto tag = svg.substr(open, end - open);
        element += tag.starts_with("</") ? std::string(tag) : rewrite_tag(tag, prefix, label, open == root);
        offset = end;
    }
    return std::string(trimmed(element));
}

std::string score_bar(const Components& contributions) {
    std::string parts;
    std::string label;
    double from = 0;
    for (std::size_t component = 0; component < component_count; ++component) {
        const double width = bar_width * contributions[component];
        if (!above(width, 0)) continue;
        parts += fmt::format("<rect class=\"{}\" x=\"{:.1f}\" y=\"0\" width=\"{:.1f}\" height=\"{}\"/>",
                             component_names[component], from, width, bar_height);
        if (!label.empty()) label += ", ";
        label += fmt::format("{} {}", component_names[component], two_digits(contributions[component]));
        from += width;
    }
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"bar\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" "
        "role=\"img\" aria-label=\"{2}\"><rect class=\"track\" x=\"0\" y=\"0\" width=\"{0}\" height=\"{1}\"/>{3}</svg>",
        bar_width, bar_height, label, parts);
}

std::string rank_whisker(const RankSpan& ranks) {
    constexpr double width = 96;
    constexpr double height = 12;
    constexpr double margin = 5;
    const double steps = ranks.of > 1 ? static_cast<double>(ranks.of - 1) : 1;
    const auto place = [&](std::size_t rank) {
        return margin + (width - 2 * margin) * static_cast<double>(std::min(rank, ranks.of) - 1) / steps;
    };
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"whisker\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" "
        "height=\"{1}\" aria-hidden=\"true\"><line class=\"axis\" x1=\"{2}\" x2=\"{3}\" y1=\"6\" y2=\"6\"/>"
        "<line class=\"span\" x1=\"{4:.1f}\" x2=\"{5:.1f}\" y1=\"6\" y2=\"6\"/>"
        "<circle class=\"dot\" cx=\"{6:.1f}\" cy=\"6\" r=\"4\"/></svg>",
        width, height, margin, width - margin, place(ranks.low), place(ranks.high), place(ranks.rank));
}

std::string swatch(std::size_t component) {
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"swatch\" viewBox=\"0 0 12 12\" width=\"12\" height=\"12\" "
        "aria-hidden=\"true\"><rect class=\"{}\" x=\"0\" y=\"0\" width=\"12\" height=\"12\"/></svg>",
        component_names[component]);
}

}  // namespace entente::write::brief
