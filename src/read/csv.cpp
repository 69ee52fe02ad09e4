#include "read/csv.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::string_view delimiters = ",;\t";
/// U+00A0, U+2007 and U+202F.
constexpr std::array<std::string_view, 3> blanks_beyond_ascii{"\u00a0", "\u2007", "\u202f"};

bool is_ascii_blank(char character) {
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

bool is_line_end(char character) {
    return character == '\n' || character == '\r';
}

std::string_view name_of_delimiter(char delimiter) {
    return delimiter == ',' ? "a comma" : delimiter == ';' ? "a semicolon" : "a tab";
}

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// Bytes of the blank that `text` begins with; 0 where it begins with none.
std::size_t blank_at_start(std::string_view text) {
    if (text.empty()) return 0;
    if (is_ascii_blank(text.front())) return 1;
    if ((text.front() & 0x80) == 0) return 0;
    for (const auto blank : blanks_beyond_ascii)
        if (text.starts_with(blank)) return blank.size();
    return 0;
}

std::size_t blank_at_end(std::string_view text) {
    if (text.empty()) return 0;
    if (is_ascii_blank(text.back())) return 1;
    if ((text.back() & 0x80) == 0) return 0;
    for (const auto blank : blanks_beyond_ascii)
        if (text.ends_with(blank)) return blank.size();
    return 0;
}

}  // namespace

std::string_view without_blanks_around(std::string_view text) {
    while (const auto bytes = blank_at_start(text))
        text.remove_prefix(bytes);
    while (const auto bytes = blank_at_end(text))
        text.remove_suffix(bytes);
    return text;
}

CsvReader::CsvReader(const SourceText& source, Diagnostics& diagnostics)
    : source_(source), text_(source.text()), diagnostics_(diagnostics) {
    read_separator_line();
    if (!is_whole_) return;
    if (delimiter_ == '\0') choose_delimiter();
    auto row = read_row(header_);
    while (row == Row::good &&
           std::all_of(header_.begin(), header_.end(), [](auto& cell) { return cell.text.empty(); }))
        row = read_row(header_);
    if (row == Row::good) return;
    if (row == Row::none && is_whole_)
        diagnostics_.error({&source_, 0, 1}, "the table is empty", "its first line names the columns");
    is_whole_ = false;
    header_.clear();
    at_ = text_.size();
}

/// `sep=;`, which some spreadsheets write and obey.
void CsvReader::read_separator_line() {
    auto line = text_.substr(0, std::min(text_.find_first_of("\r\n"), text_.size()));
    const auto end = line.size();
    if (line.size() >= 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
    constexpr std::string_view word = "sep=";
    const bool named =
        line.size() >= word.size() &&
        std::equal(word.begin(), word.end(), line.begin(), [](char left, char right) { return left == lower(right); });
    if (!named) return;
    const auto separator = line.substr(word.size());
    const bool is_read = separator.size() == 1 && delimiters.find(separator) != delimiters.npos;
    at_ = is_read ? end : text_.size();
    if (!is_read) {
        diagnostics_.error({&source_, 0, end}, fmt::format("the delimiter {} is not read", in_quotes(separator)),
                           "part the cells by commas, semicolons or tabs");
        is_whole_ = false;
        return;
    }
    delimiter_ = separator.front();
    pass_line_end();
}

/// That which the header has most of outside quotes.
void CsvReader::choose_delimiter() {
    std::array<std::size_t, delimiters.size()> counts{};
    bool in_quotation = false;
    for (auto at = at_; at < text_.size() && (in_quotation || !is_line_end(text_[at])); ++at) {
        if (text_[at] == '"') in_quotation = !in_quotation;
        const auto found = delimiters.find(text_[at]);
        if (!in_quotation && found != delimiters.npos) ++counts[found];
    }
    const auto* const most = std::max_element(counts.begin(), counts.end());
    delimiter_ = delimiters[static_cast<std::size_t>(most - counts.begin())];
}

bool CsvReader::next() {
    for (;;) {
        const auto row = read_row(cells_);
        if (row == Row::none) return false;
        if (row == Row::faulty) {
            is_whole_ = false;
            continue;
        }
        if (std::all_of(cells_.begin(), cells_.end(), [](const Cell& cell) { return cell.text.empty(); })) continue;
        if (has_as_many_cells_as_header()) return true;
        is_whole_ = false;
    }
}

bool CsvReader::has_as_many_cells_as_header() {
    if (cells_.size() == header_.size()) return true;
    const bool too_many = cells_.size() > header_.size();
    diagnostics_.error(
        too_many ? place(cells_[header_.size()]) : row(),
        fmt::format("{} cell{}, and the header has {}", cells_.size(), cells_.size() == 1 ? "" : "s", header_.size()),
        too_many ? fmt::format("a cell that holds {} stands in quotes", name_of_delimiter(delimiter_))
                 : "add the missing ones, empty where nothing is known");
    return false;
}

CsvReader::Row CsvReader::read_row(std::vector<Cell>& cells) {
    cells.clear();
    if (at_ >= text_.size()) return Row::none;
    auto row = Row::good;
    row_offset_ = at_;
    for (;;) {
        cells.push_back(read_cell(row));
        if (row == Row::none) return row;
        if (at_ >= text_.size() || text_[at_] != delimiter_) break;
        ++at_;
    }
    row_length_ = at_ - row_offset_;
    pass_line_end();
    return row;
}

void CsvReader::pass_line_end() {
    if (text_.substr(at_, 2) == "\r\n")
        at_ += 2;
    else if (at_ < text_.size())
        ++at_;
}

/// Within the cell.
void CsvReader::pass_blanks() {
    while (!is_at_end_of_cell()) {
        const auto blank = blank_at_start(text_.substr(at_));
        if (blank == 0) return;
        at_ += blank;
    }
}

bool CsvReader::is_at_end_of_cell() const {
    return at_ >= text_.size() || text_[at_] == delimiter_ || is_line_end(text_[at_]);
}

Cell CsvReader::read_cell(Row& row) {
    const auto start = at_;
    pass_blanks();
    if (at_ < text_.size() && text_[at_] == '"') return read_quoted_cell(row);
    at_ = start;
    return read_plain_cell(row);
}

Cell CsvReader::read_plain_cell(Row& row) {
    const auto start = at_;
    auto quote = text_.npos;
    for (; !is_at_end_of_cell(); ++at_)
        if (text_[at_] == '"') quote = std::min(quote, at_);
    if (quote != text_.npos) {
        diagnostics_.error({&source_, quote, 1}, "a quote inside a cell that does not begin with one",
                           "put the cell in quotes, and write a quote inside it twice");
        row = Row::faulty;
    }
    return cell_between(start, at_);
}

Cell CsvReader::cell_between(std::size_t start, std::size_t end) const {
    const auto whole = text_.substr(start, end - start);
    const auto text = without_blanks_around(whole);
    if (text.empty()) return {text, start, 1};
    return {text, static_cast<std::size_t>(text.data() - text_.data()), text.size()};
}

Cell CsvReader::read_quoted_cell(Row& row) {
    const auto quote = at_;
    bool has_doubled = false;
    auto end = text_.find('"', quote + 1);
    while (end != text_.npos && end + 1 < text_.size() && text_[end + 1] == '"') {
        has_doubled = true;
        end = text_.find('"', end + 2);
    }
    if (end == text_.npos) {
        diagnostics_.error({&source_, quote, 1}, "this quote is not closed",
                           "close it; a quote inside a cell is written twice");
        at_ = text_.size();
        is_whole_ = false;
        row = Row::none;
        return {};
    }
    auto text = text_.substr(quote + 1, end - quote - 1);
    if (has_doubled) {
        auto& plain = unquoted_.emplace_back();
        for (std::size_t index = 0; index < text.size(); ++index) {
            plain += text[index];
            if (text[index] == '"') ++index;
        }
        text = plain;
    }
    at_ = end + 1;
    pass_blanks();
    if (!is_at_end_of_cell()) report_text_after(quote, row);
    return {without_blanks_around(text), quote, end + 1 - quote};
}

void CsvReader::report_text_after(std::size_t quote, Row& row) {
    const Span opening{&source_, quote, 1};
    const bool begins_before = source_.line_start(quote) != source_.line_start(at_);
    diagnostics_.error({&source_, at_, 1},
                       begins_before ? fmt::format("text after the quotes that open at {}", place_of(opening))
                                     : "text after the closing quote",
                       "a quote inside a cell is written twice");
    row = Row::faulty;
    while (!is_at_end_of_cell())
        ++at_;
}

}  // namespace entente
