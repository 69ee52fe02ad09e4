#include "write/sheet.hpp"

#include "write/escape.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

namespace entente::write {

namespace {

/// All that some reader may take for a blank, beyond those of ASCII.
constexpr std::array<std::string_view, 19> wide_blanks{
    "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
    "\u2008", "\u2009", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000", "\ufeff"};

bool has_blanks_around(std::string_view text) {
    constexpr std::string_view blanks = " \t\n\r";
    if (blanks.find(text.front()) != std::string_view::npos || blanks.find(text.back()) != std::string_view::npos)
        return true;
    return std::any_of(wide_blanks.begin(), wide_blanks.end(),
                       [text](std::string_view blank) { return text.starts_with(blank) || text.ends_with(blank); });
}

/// Blanks around a cell would be trimmed, and a carriage return may be taken for the end of a line.
bool goes_into_a_cell(std::string_view text) {
    return !has_blanks_around(text) && text.find('\r') == std::string_view::npos;
}

}  // namespace

void Row::text(std::string_view column, std::string_view text) {
    if (text.empty()) return;
    if (!goes_into_a_cell(text)) return refuse();
    put(column, escape_csv(text));
}

void Row::list(std::string_view column, std::span<const std::string> texts) {
    std::string cell;
    for (const auto& text : texts) {
        if (text.empty() || !goes_into_a_cell(text) || text.find(';') != std::string::npos) return refuse();
        cell += (cell.empty() ? "" : ";") + text;
    }
    if (!cell.empty()) put(column, escape_csv(cell));
}

void Row::number(std::string_view column, double number) {
    put(column, plain_decimal(number));
}

void Row::period(const Period& period) {
    if (period.from) put("from", period.from->text());
    if (period.to) put("to", period.to->text());
}

void Row::evidence(const Model& model, std::span<const Evidence> evidence) {
    if (evidence.empty()) return;
    if (evidence.size() > 1) return refuse();
    const auto& only = evidence.front();
    text("source", model.sources[only.source].id);
    text("at", only.at);
    text("evidence_note", only.note);
    if (only.disputes) flag("disputes", true);
}

void Row::record(const Model& model, const Record& record) {
    period(record.period);
    evidence(model, record.evidence);
    text("note", record.note);
}

std::vector<std::string> Sheet::columns_in_use() const {
    std::set<std::string> used;
    for (const auto& row : rows_)
        for (const auto& [column, cell] : row.cells())
            used.insert(column);
    std::vector<std::string> columns;
    for (const auto column : columns_)
        if (used.erase(std::string(column)) > 0 || columns.empty()) columns.emplace_back(column);
    columns.insert(columns.end(), used.begin(), used.end());
    return columns;
}

std::vector<std::string> Sheet::files(std::size_t most) const {
    const auto columns = columns_in_use();
    std::map<std::string_view, std::size_t> places;
    std::string header;
    for (std::size_t index = 0; index < columns.size(); ++index) {
        places[columns[index]] = index;
        header += (index > 0 ? "," : "") + escape_csv(columns[index]);
    }
    header += '\n';

    std::vector<std::string> files{header};
    for (const auto& row : rows_) {
        std::vector<std::string_view> cells(columns.size());
        for (const auto& [column, cell] : row.cells())
            cells[places.at(column)] = cell;
        std::string line;
        for (std::size_t index = 0; index < cells.size(); ++index)
            line.append(index > 0 ? "," : "").append(cells[index]);
        line += '\n';
        if (files.back().size() + line.size() > most) files.push_back(header);
        files.back() += line;
    }
    return files;
}

std::string plain_decimal(double value) {
    std::array<char, 1100> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed).ptr;
    return value == 0 ? "0" : std::string(digits.data(), end);
}

}  // namespace entente::write
