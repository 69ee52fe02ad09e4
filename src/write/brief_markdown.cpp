// A briefing as Markdown in GitHub's dialect, which reads well as plain text too.
#include "model/unicode.hpp"
#include "write/brief_document.hpp"
#include "write/escape.hpp"
#include "write/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente {

namespace {

using namespace write;
using namespace write::brief;

/// Wider columns are not padded: a line would be all blanks.
constexpr std::size_t padded_width = 32;

/// What follows on a line keeps its blanks, and its first character begins no list or heading.
std::string escaped_within(std::string_view text) {
    return escape_markdown(fmt::format("x{}", text)).substr(1);
}

/// An address between angle brackets, in which nothing can end it.
std::string bracketed(std::string_view address) {
    std::string safe;
    for (const char byte : address) {
        const auto code = static_cast<unsigned char>(byte);
        const bool ends = byte == '<' || byte == '>' || byte == '\\' || code < 0x20;
        safe += ends ? fmt::format("%{:02X}", code) : std::string(1, byte);
    }
    return fmt::format("<{}>", safe);
}

std::string markdown(const Span& span, bool first) {
    const auto words = first ? escape_markdown(span.text) : escaped_within(span.text);
    if (span.target.starts_with("https://") || span.target.starts_with("http://"))
        return fmt::format("[{}]({})", words, bracketed(span.target));
    if (span.style == Span::Style::strong) return fmt::format("**{}**", words);
    if (span.style == Span::Style::struck) return fmt::format("~~{}~~", words);
    return words;
}

std::string markdown(const Text& text) {
    std::string words;
    for (const auto& span : text)
        words += markdown(span, words.empty());
    return words;
}

std::string contributions_in_words(const Components& contributions) {
    std::string words;
    for (std::size_t component = 0; component < component_count; ++component)
        if (above(contributions[component], 0))
            words += fmt::format("{}{} {}", words.empty() ? "" : " + ", component_names[component],
                                 two_digits(contributions[component]));
    return words;
}

std::string markdown(const Cell& cell) {
    return cell.bar ? contributions_in_words(*cell.bar) : markdown(cell.text);
}

std::string padded(const std::string& words, std::size_t width, bool right) {
    const auto used = display_width(words);
    const std::string blanks(used < width ? width - used : 0, ' ');
    return right ? blanks + words : words + blanks;
}

class Sheet {
  public:
    Sheet(const Briefing& briefing, const std::string& folder) : briefing_(briefing), folder_(folder) {}

    std::string set(const Document& document);

  private:
    void set(const Paragraph& paragraph) { out_ += markdown(paragraph.text) + "\n\n"; }
    void set(const Items& items);
    void set(const Table& table);
    void set(const Figure& figure);
    void set(const BarLegend& legend);
    void set_section(const Section& section, std::size_t level);
    void set_blocks(const std::vector<Block>& blocks, std::size_t level);

    const Briefing& briefing_;
    const std::string& folder_;
    std::string out_;
};

void Sheet::set(const Items& items) {
    for (const auto& item : items.items)
        out_ += fmt::format("- {}\n", markdown(item));
    out_ += '\n';
}

void Sheet::set(const Table& table) {
    const auto columns = table.columns.size();
    std::vector<std::vector<std::string>> lines(1);
    for (const auto& column : table.columns)
        lines.front().push_back(escape_markdown(column.title));
    for (const auto& row : table.rows) {
        auto& line = lines.emplace_back();
        for (const auto& cell : row)
            line.push_back(markdown(cell));
    }
    std::vector<std::size_t> widths(columns, 4);
    for (const auto& line : lines)
        for (std::size_t column = 0; column < columns; ++column)
            widths[column] = std::clamp(display_width(line[column]), widths[column], padded_width);

    out_ += fmt::format("*{}*\n\n", escape_markdown(table.caption));
    for (std::size_t row = 0; row < lines.size(); ++row) {
        std::string rule = "|";
        out_ += '|';
        for (std::size_t column = 0; column < columns; ++column) {
            const bool right = table.columns[column].content == Column::Content::number;
            out_ += fmt::format(" {} |", padded(lines[row][column], widths[column], right));
            rule += fmt::format(" {}{} |", std::string(widths[column] - 1, '-'), right ? ":" : "-");
        }
        out_ += '\n';
        if (row == 0) out_ += rule + '\n';
    }
    out_ += '\n';
}

void Sheet::set(const Figure& figure) {
    if (folder_.empty()) return;
    const auto& picture = briefing_.pictures.at(figure.name);
    out_ += fmt::format("![{}]({})\n\n", escape_markdown(picture.title),
                        bracketed(fmt::format("{}/{}.svg", folder_, figure.name)));
}

void Sheet::set(const BarLegend& legend) {
    std::string words;
    for (std::size_t component = 0; component < component_count; ++component)
        if (above(legend.weights[component], 0))
            words += fmt::format("{}{} × {}", words.empty() ? "" : " + ", two_digits(legend.weights[component]),
                                 component_names[component]);
    out_ += fmt::format("Score = {}\n\n", words);
}

void Sheet::set_section(const Section& section, std::size_t level) {
    out_ += fmt::format("{} {}\n\n", std::string(level, '#'), markdown(section.title));
    set_blocks(section.blocks, level);
}

void Sheet::set_blocks(const std::vector<Block>& blocks, std::size_t level) {
    for (const auto& block : blocks)
        std::visit(
            [&](const auto& content) {
                using Content = std::decay_t<decltype(content)>;
                if constexpr (std::is_same_v<Content, Section>) {
                    set_section(content, level + 1);
                } else if constexpr (std::is_same_v<Content, Fold>) {
                    set_blocks(content.blocks, level);
                } else {
                    set(content);
                }
            },
            static_cast<const Block::variant&>(block));
}

std::string Sheet::set(const Document& document) {
    if (!document.marking.empty()) out_ += fmt::format("**{}**\n\n", escape_markdown(document.marking));
    out_ += fmt::format("# {}\n\n{}\n\n{}\n\n", escape_markdown(document.title), markdown(document.subtitle),
                        markdown(document.bottom_line));
    for (const auto& section : document.sections)
        set_section(section, 2);
    out_ += fmt::format("---\n\n{}\n", escape_markdown(document.colophon));
    if (!document.marking.empty()) out_ += fmt::format("\n**{}**\n", escape_markdown(document.marking));
    return std::move(out_);
}

}  // namespace

std::string to_markdown(const RelationGraph& graph, const Briefing& briefing, const std::string& folder) {
    return Sheet(briefing, folder).set(compose(graph, briefing));
}

}  // namespace entente
