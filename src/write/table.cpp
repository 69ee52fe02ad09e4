#include "write/table.hpp"

#include "model/unicode.hpp"
#include "write/escape.hpp"
#include "write/words.hpp"

#include <algorithm>
#include <numeric>

namespace entente::write {

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t longest_unbroken = 20;
constexpr std::size_t comfortable_width = 20;
constexpr std::size_t least_width = 6;

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string joined;
    for (const auto& part : parts) {
        if (!joined.empty()) joined += separator;
        joined += part;
    }
    return joined;
}

bool serves(const Column& column, Reader reader) {
    return column.reader == Reader::both || column.reader == reader;
}

std::vector<std::size_t> columns_for(const Table& table, Reader reader) {
    std::vector<std::size_t> chosen;
    for (std::size_t index = 0; index < table.columns.size(); ++index)
        if (serves(table.columns[index], reader)) chosen.push_back(index);
    return chosen;
}

/// What a person is shown: columns that hold nothing are left out.
std::vector<std::size_t> columns_to_read(const Table& table) {
    auto chosen = columns_for(table, Reader::person);
    std::erase_if(chosen, [&](std::size_t index) {
        return std::all_of(table.rows.begin(), table.rows.end(),
                           [index](const auto& row) { return text_of(row[index]).empty(); });
    });
    return chosen;
}

/// Bytes of `text` up to and with the first place where a line may be broken; a space there is counted.
std::size_t next_break(std::string_view text) {
    std::size_t end = text.size();
    for (const std::string_view mark : {" ", "–", "-", "/"}) {
        const auto found = text.find(mark);
        if (found != std::string_view::npos) end = std::min(end, found + mark.size());
    }
    return end;
}

std::string_view without_last_blanks(std::string_view text) {
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

/// Width of the widest piece that is not broken unless it must be.
std::size_t unbroken_width(std::string_view text) {
    std::size_t widest = 0;
    while (!text.empty()) {
        const auto end = next_break(text);
        widest = std::max(widest, display_width(without_last_blanks(text.substr(0, end))));
        text.remove_prefix(end);
    }
    return std::min(widest, longest_unbroken);
}

/// One column of a text table, set.
struct Strip {
    const Column* column;
    std::size_t width = 0;
    std::size_t least = 0;        ///< not narrower without breaking words
    std::size_t comfortable = 0;  ///< where this fits, nothing spare need go
    std::vector<std::string> cells{};
    std::vector<Tone> tones{};
};

Strip strip_of(const Table& table, std::size_t index) {
    Strip strip{&table.columns[index]};
    strip.width = strip.least = display_width(strip.column->title);
    for (const auto& row : table.rows) {
        const auto cell = escape_terminal(text_of(row[index]));
        strip.width = std::max(strip.width, display_width(cell));
        strip.least = std::max(strip.least, unbroken_width(cell));
        strip.cells.push_back(cell);
        strip.tones.push_back(row[index].tone);
    }
    if (!strip.column->wraps) strip.least = strip.width;
    strip.comfortable = std::max(strip.least, std::min(strip.width, comfortable_width));
    return strip;
}

std::size_t total_width(const std::vector<Strip>& strips, std::size_t Strip::*width) {
    return std::accumulate(strips.begin(), strips.end(), gap * (strips.size() - 1),
                           [width](std::size_t sum, const Strip& strip) { return sum + strip.*width; });
}

void drop_spare(std::vector<Strip>& strips, std::size_t width) {
    while (total_width(strips, &Strip::comfortable) > width) {
        const auto spare =
            std::find_if(strips.rbegin(), strips.rend(), [](const Strip& strip) { return strip.column->spare; });
        if (spare == strips.rend()) return;
        strips.erase(std::next(spare).base());
    }
}

/// Rows of which nothing but the first cell is left.
void drop_bare_rows(std::vector<Strip>& strips) {
    if (strips.size() < 2) return;
    for (std::size_t row = strips.front().cells.size(); row-- > 0;) {
        const bool bare = std::all_of(std::next(strips.begin()), strips.end(),
                                      [row](const Strip& strip) { return strip.cells[row].empty(); });
        if (!bare) continue;
        const auto at = static_cast<std::ptrdiff_t>(row);
        for (auto& strip : strips) {
            strip.cells.erase(strip.cells.begin() + at);
            strip.tones.erase(strip.tones.begin() + at);
        }
    }
}

/// Takes cells from the widest strips that have more than they need, then from the widest at all but numbers.
void shrink(std::vector<Strip>& strips, std::size_t width) {
    const auto take_one = [&](auto may_give) {
        Strip* giving = nullptr;
        for (auto& strip : strips)
            if (may_give(strip) && (giving == nullptr || strip.width > giving->width)) giving = &strip;
        if (giving != nullptr) --giving->width;
        return giving != nullptr;
    };
    const auto has_more = [](const Strip& strip) { return strip.width > strip.least; };
    const auto must_give = [](const Strip& strip) {
        return strip.column->align == Align::left && strip.width > least_width;
    };
    for (auto total = total_width(strips, &Strip::width); total > width; --total)
        if (!take_one(has_more) && !take_one(must_give)) return;
}

std::string padded(const std::string& text, const Strip& strip, Tone tone, const TextStyle& style) {
    const std::string blanks(strip.width - std::min(strip.width, display_width(text)), ' ');
    const auto shown = coloured(text, tone, style);
    return strip.column->align == Align::right ? blanks + shown : shown + blanks;
}

void add_line(std::string& out, std::string line, std::size_t indent) {
    line.erase(line.find_last_not_of(' ') + 1);
    out.append(indent, ' ').append(line) += '\n';
}

void add_row(std::string& out, const std::vector<Strip>& strips, std::size_t row, const TextStyle& style,
             std::size_t indent) {
    std::vector<std::vector<std::string>> lines;
    std::size_t height = 1;
    for (const auto& strip : strips) {
        const auto& cell = strip.cells[row];
        lines.push_back(strip.column->wraps ? wrap(cell, strip.width)
                                            : std::vector<std::string>{shorten(cell, strip.width)});
        height = std::max(height, lines.back().size());
    }
    for (std::size_t level = 0; level < height; ++level) {
        std::string line;
        for (std::size_t index = 0; index < strips.size(); ++index) {
            if (index > 0) line.append(gap, ' ');
            const auto& cell = lines[index];
            line += padded(level < cell.size() ? cell[level] : std::string(), strips[index], strips[index].tones[row],
                           style);
        }
        add_line(out, std::move(line), indent);
    }
}

void add_header(std::string& out, const std::vector<Strip>& strips, const TextStyle& style, std::size_t indent) {
    std::string titles;
    std::string rule;
    for (std::size_t index = 0; index < strips.size(); ++index) {
        const auto& strip = strips[index];
        if (index > 0) titles.append(gap, ' ');
        if (index > 0) rule.append(gap, ' ');
        titles += padded(shorten(strip.column->title, strip.width), strip, Tone::strong, style);
        for (std::size_t cell = 0; cell < strip.width; ++cell)
            rule += "─";
    }
    add_line(out, std::move(titles), indent);
    add_line(out, std::move(rule), indent);
}

std::string machine_text(const Cell& cell) {
    if (const auto* number = std::get_if<double>(&cell.value)) return exact_number(*number);
    if (const auto* flag = std::get_if<bool>(&cell.value)) return *flag ? "true" : "false";
    if (const auto* list = std::get_if<std::vector<std::string>>(&cell.value)) return escape_csv(join(*list, ";"));
    if (const auto* text = std::get_if<std::string>(&cell.value)) return escape_csv(*text);
    const auto* count = std::get_if<std::uint64_t>(&cell.value);
    return count != nullptr ? std::to_string(*count) : std::string();
}

/// Bytes of the longest beginning of `text` that takes at most `width` cells.
std::size_t bytes_within(std::string_view text, std::size_t width) {
    std::size_t end = 0;
    std::size_t used = 0;
    while (end < text.size()) {
        std::size_t next = end + 1;
        while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xc0) == 0x80)
            ++next;
        used += display_width(text.substr(end, next - end));
        if (used > width) break;
        end = next;
    }
    return end;
}

}  // namespace

Cell worded(double value, std::string shown, Tone tone) {
    Cell cell(value, tone);
    cell.shown = std::move(shown);
    return cell;
}

std::string text_of(const Cell& cell) {
    if (!cell.shown.empty()) return cell.shown;
    if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
    if (const auto* number = std::get_if<double>(&cell.value)) return two_digits(*number);
    if (const auto* count = std::get_if<std::uint64_t>(&cell.value)) return std::to_string(*count);
    if (const auto* flag = std::get_if<bool>(&cell.value)) return *flag ? "yes" : "";
    if (const auto* list = std::get_if<std::vector<std::string>>(&cell.value)) return join(*list, ", ");
    return {};
}

std::string to_text(const Table& table, const TextStyle& style, std::size_t indent) {
    std::vector<Strip> strips;
    for (const auto index : columns_to_read(table))
        strips.push_back(strip_of(table, index));
    if (strips.empty()) return {};
    const auto width = style.width - std::min(style.width, indent);
    const auto columns = strips.size();
    drop_spare(strips, width);
    if (strips.size() < columns) drop_bare_rows(strips);
    shrink(strips, width);

    std::string out;
    add_header(out, strips, style, indent);
    for (std::size_t row = 0; row < strips.front().cells.size(); ++row)
        add_row(out, strips, row, style, indent);
    return out;
}

std::string to_markdown(const Table& table) {
    const auto columns = columns_to_read(table);
    if (columns.empty()) return {};
    std::string out = "|";
    for (const auto index : columns)
        out += " " + escape_markdown(table.columns[index].title) + " |";
    out += "\n|";
    for (const auto index : columns)
        out += table.columns[index].align == Align::right ? " ---: |" : " --- |";
    for (const auto& row : table.rows) {
        out += "\n|";
        for (const auto index : columns)
            out += " " + escape_markdown(text_of(row[index])) + " |";
    }
    return out += '\n';
}

std::string to_csv(const Table& table) {
    const auto columns = columns_for(table, Reader::machine);
    std::vector<std::string> header;
    for (const auto index : columns)
        header.push_back(escape_csv(table.columns[index].key));
    std::string out = join(header, ",") + '\n';
    for (const auto& row : table.rows) {
        std::string line;
        for (std::size_t place = 0; place < columns.size(); ++place)
            line.append(place > 0 ? "," : "").append(machine_text(row[columns[place]]));
        out += line + '\n';
    }
    return out;
}

std::string coloured(std::string_view text, Tone tone, const TextStyle& style) {
    if (style.colour == Colour::off || tone == Tone::plain || text.empty()) return std::string(text);
    const std::string_view mark = tone == Tone::cooperation ? "\x1b[36m"
                                  : tone == Tone::tension   ? "\x1b[31m"
                                  : tone == Tone::strong    ? "\x1b[1m"
                                                            : "\x1b[2m";
    return std::string(mark).append(text).append("\x1b[0m");
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    while (display_width(text) > width) {
        std::size_t end = 0;
        for (auto next = next_break(text); display_width(without_last_blanks(text.substr(0, next))) <= width;
             next += next_break(text.substr(next)))
            end = next;
        if (end == 0) end = std::max<std::size_t>(bytes_within(text, width), 1);
        lines.emplace_back(without_last_blanks(text.substr(0, end)));
        text.remove_prefix(end);
    }
    lines.emplace_back(text);
    return lines;
}

std::string shorten(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return std::string(text);
    if (width == 0) return {};
    return std::string(text.substr(0, bytes_within(text, width - 1))) + "…";
}

}  // namespace entente::write
