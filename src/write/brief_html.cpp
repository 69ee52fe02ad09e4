// A briefing as one page that loads nothing and runs only what its policy knows by its hash. Well-formed as XML too.
#include "write/brief_document.hpp"
#include "write/brief_script.hpp"
#include "write/brief_style.hpp"
#include "write/brief_svg.hpp"
#include "write/escape.hpp"
#include "write/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente {

namespace {

using namespace write;
using namespace write::brief;

/// Tables of more columns scroll sooner than they squeeze them.
constexpr std::size_t narrow_columns = 4;

bool is_web_address(std::string_view target) {
    return target.starts_with("https://") || target.starts_with("http://");
}

std::string html(const Span& span) {
    auto words = escape_html(span.text);
    if (span.from_model) words = fmt::format("<bdi>{}</bdi>", words);
    switch (span.style) {
        case Span::Style::strong:
            words = fmt::format("<strong>{}</strong>", words);
            break;
        case Span::Style::quiet:
            words = fmt::format("<span class=\"quiet\">{}</span>", words);
            break;
        case Span::Style::struck:
            words = fmt::format("<s>{}</s>", words);
            break;
        case Span::Style::plain:
            break;
    }
    if (span.target.starts_with('#')) return fmt::format("<a href=\"{}\">{}</a>", escape_html(span.target), words);
    if (is_web_address(span.target))
        return fmt::format("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", escape_html(span.target), words);
    return words;
}

std::string html(const Text& text) {
    std::string words;
    for (const auto& span : text)
        words += html(span);
    return words;
}

std::string_view class_of(Column::Content content) {
    switch (content) {
        case Column::Content::number:
            return " class=\"number\"";
        case Column::Content::bar:
        case Column::Content::ranks:
            return " class=\"score\"";
        case Column::Content::heading:
        case Column::Content::words:
            break;
    }
    return {};
}

std::string mark_of(const Column& column) {
    return column.mark.empty() ? "" : fmt::format(" data-mark=\"{}\"", column.mark);
}

std::string html(const Cell& cell, const Column& column) {
    const std::string_view element = column.content == Column::Content::heading ? "th" : "td";
    const auto scope = element == "th" ? " scope=\"row\"" : "";
    const auto id = cell.anchor.empty() ? "" : fmt::format(" id=\"{}\"", escape_html(cell.anchor));
    const auto words = cell.ranks ? rank_whisker(*cell.ranks) + " " + html(cell.text) : html(cell.text);
    const auto content = cell.bar ? score_bar(*cell.bar) : words;
    return fmt::format("<{0}{1}{2}{3}{4} dir=\"auto\">{5}</{0}>", element, scope, id, class_of(column.content),
                       mark_of(column), content);
}

/// Walks a document and sets it, block by block.
class Page {
  public:
    explicit Page(const Briefing& briefing) : briefing_(briefing) {}

    std::string set(const Document& document);

  private:
    void set_head(const Document& document);
    void set_contents(const Document& document);
    void set_section(const Section& section, int level);
    void set_blocks(const std::vector<Block>& blocks, int level);
    void set(const Paragraph& paragraph);
    void set(const Items& items);
    void set(const Table& table);
    void set(const Figure& figure);
    void set(const BarLegend& legend);
    void set(const Fold& fold, int level);

    const Briefing& briefing_;
    std::string out_;
    std::size_t pictures_ = 0;
};

void Page::set_head(const Document& document) {
    const auto style = stylesheet(document.marking, document.title);
    out_ += fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta "
        "charset=\"utf-8\"/>\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {}; script-src {}; "
        "img-src "
        "data:; base-uri 'none'; form-action 'none'\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
        "<meta name=\"color-scheme\" content=\"light dark\"/>\n<meta name=\"referrer\" content=\"no-referrer\"/>\n"
        "<title>{}</title>\n<style>{}</style>\n</head>\n",
        policy_hash(style), policy_hash(script_text), escape_html(document.title), style);
}

void Page::set_contents(const Document& document) {
    out_ += "<nav aria-label=\"Contents\">\n<details class=\"contents\"><summary>Contents</summary>\n<ol>\n";
    for (const auto& section : document.sections) {
        out_ += fmt::format("<li><a href=\"#{}\">{}</a>", escape_html(section.id), html(section.title));
        std::string inner;
        for (const auto& block : section.blocks)
            if (const auto* part = std::get_if<Section>(&block); part && !part->id.empty())
                inner += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", escape_html(part->id), html(part->title));
        if (!inner.empty()) out_ += fmt::format("\n<ol>\n{}</ol>\n", inner);
        out_ += "</li>\n";
    }
    out_ += "</ol>\n</details>\n</nav>\n";
}

void Page::set_section(const Section& section, int level) {
    const auto id = section.id.empty() ? "" : fmt::format(" id=\"{}\"", escape_html(section.id));
    out_ += fmt::format("<section{0}{1}>\n<h{2}>{3}</h{2}>\n", id, section.own_page ? " class=\"own-page\"" : "", level,
                        html(section.title));
    set_blocks(section.blocks, level);
    out_ += "</section>\n";
}

void Page::set_blocks(const std::vector<Block>& blocks, int level) {
    for (const auto& block : blocks)
        std::visit(
            [&](const auto& content) {
                using Content = std::decay_t<decltype(content)>;
                if constexpr (std::is_same_v<Content, Section>) {
                    set_section(content, level + 1);
                } else if constexpr (std::is_same_v<Content, Fold>) {
                    set(content, level);
                } else {
                    set(content);
                }
            },
            static_cast<const Block::variant&>(block));
}

void Page::set(const Paragraph& paragraph) {
    const std::string_view kind = paragraph.role == Paragraph::Role::lead   ? " class=\"lead\""
                                  : paragraph.role == Paragraph::Role::note ? " class=\"note\""
                                                                            : "";
    out_ += fmt::format("<p{}>{}</p>\n", kind, html(paragraph.text));
}

void Page::set(const Items& items) {
    out_ += "<ul>\n";
    for (const auto& item : items.items)
        out_ += fmt::format("<li>{}</li>\n", html(item));
    out_ += "</ul>\n";
}

void Page::set(const Table& table) {
    const auto caption = escape_html(table.caption);
    const auto size = table.columns.size() > narrow_columns ? " wide" : "";
    const auto pair = table.pair.empty() ? "" : fmt::format(" data-pair=\"{}\"", escape_html(table.pair));
    out_ += fmt::format("<div class=\"scroll{}\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n<table{}>\n", size,
                        caption, pair);
    out_ += fmt::format("<caption dir=\"auto\">{}</caption>\n<thead><tr>", caption);
    for (const auto& column : table.columns)
        out_ += fmt::format("<th scope=\"col\"{}{}>{}</th>", class_of(column.content), mark_of(column),
                            escape_html(column.title));
    out_ += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
        const auto key = row.empty() || row.front().key.empty()
                             ? std::string()
                             : fmt::format(" data-key=\"{}\"", escape_html(row.front().key));
        out_ += fmt::format("<tr{}>", key);
        for (std::size_t column = 0; column < row.size(); ++column)
            out_ += html(row[column], table.columns[column]);
        out_ += "</tr>\n";
    }
    out_ += "</tbody>\n</table>\n</div>\n";
}

void Page::set(const Figure& figure) {
    const auto& picture = briefing_.pictures.at(figure.name);
    const auto label = picture.description.empty() ? picture.title : picture.title + ". " + picture.description;
    out_ += fmt::format("<figure>\n{}\n</figure>\n",
                        inline_svg(picture.svg, fmt::format("picture-{}-", ++pictures_), label));
}

void Page::set(const BarLegend& legend) {
    out_ += "<p class=\"legend\">";
    for (std::size_t component = 0; component < component_count; ++component)
        if (above(legend.weights[component], 0))
            out_ += fmt::format("<span>{} {} × {}</span> ", swatch(component), component_names[component],
                                two_digits(legend.weights[component]));
    out_ += "</p>\n";
}

void Page::set(const Fold& fold, int level) {
    out_ += fmt::format("<details{}>\n<summary>{}</summary>\n",
                        fold.on_paper == OnPaper::hidden ? " class=\"screen-only\"" : "", html(fold.summary));
    set_blocks(fold.blocks, level);
    out_ += "</details>\n";
}

std::string Page::set(const Document& document) {
    set_head(document);
    const auto marking = document.marking.empty()
                             ? std::string()
                             : fmt::format("<p class=\"marking\"><bdi>{}</bdi></p>\n", escape_html(document.marking));
    out_ += "<body>\n<header>\n" + marking;
    out_ += fmt::format("<h1 dir=\"auto\">{}</h1>\n<p class=\"subtitle\">{}</p>\n</header>\n",
                        escape_html(document.title), html(document.subtitle));
    set_contents(document);
    out_ +=
        "<section id=\"controls\" class=\"screen-only\" aria-label=\"Search and weights\" "
        "hidden=\"hidden\"></section>\n";
    out_ += fmt::format("<main>\n<p class=\"bottom-line\">{}</p>\n", html(document.bottom_line));
    for (const auto& section : document.sections)
        set_section(section, 2);
    out_ += fmt::format("</main>\n<footer>\n<p>{}</p>\n{}</footer>\n", escape_html(document.colophon), marking);
    if (!document.standings.pairs.empty())
        out_ += fmt::format("<script type=\"application/json\" id=\"standings\">{}</script>\n<script>{}</script>\n",
                            standings_json(document.standings), script_text);
    out_ += "</body>\n</html>\n";
    return std::move(out_);
}

}  // namespace

std::string to_html(const RelationGraph& graph, const Briefing& briefing) {
    return Page(briefing).set(compose(graph, briefing));
}

}  // namespace entente
