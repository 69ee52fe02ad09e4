/// Comma-separated values (RFC 4180), as planners' spreadsheets save them, row by row, each cell with its place.
#pragma once

#include "read/diagnostics.hpp"
#include "read/source_text.hpp"

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct Cell {
    std::string_view text;   ///< without its quotes and the blanks around it; empty: missing
    std::size_t offset = 0;  ///< of the cell as it stands in the file, quotes included
    std::size_t length = 1;
};

/// Reads the header when made. Cells point into the source and into the reader, which must outlive them.
class CsvReader {
  public:
    CsvReader(const SourceText& source, Diagnostics& diagnostics);
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;

    /// Comma, semicolon or tab.
    char delimiter() const { return delimiter_; }
    /// Empty where there is no sound one, which is then an error.
    const std::vector<Cell>& header() const { return header_; }
    /// Goes to the next row with a cell that is not empty; false where there is none. A row that has not as many cells
    /// as the header, and a fault of quotes, are errors, and left out.
    bool next();
    const std::vector<Cell>& cells() const { return cells_; }
    Span row() const { return {&source_, row_offset_, row_length_}; }
    Span place(const Cell& cell) const { return {&source_, cell.offset, cell.length}; }
    /// False where a row was left out.
    bool is_whole() const { return is_whole_; }
    /// How many bytes are read.
    std::size_t offset() const { return at_; }

  private:
    enum class Row { good, faulty, none };

    void read_separator_line();
    void choose_delimiter();
    Row read_row(std::vector<Cell>& cells);
    Cell read_cell(Row& row);
    Cell read_plain_cell(Row& row);
    Cell read_quoted_cell(Row& row);
    void pass_line_end();
    void pass_blanks();
    bool is_at_end_of_cell() const;
    void report_text_after(std::size_t quote, Row& row);
    bool has_as_many_cells_as_header();
    Cell cell_between(std::size_t start, std::size_t end) const;

    const SourceText& source_;
    std::string_view text_;
    Diagnostics& diagnostics_;
    std::deque<std::string> unquoted_;  ///< texts of cells in which quotes were doubled
    std::vector<Cell> header_;
    std::vector<Cell> cells_;
    std::size_t at_ = 0;
    std::size_t row_offset_ = 0;
    std::size_t row_length_ = 0;
    char delimiter_ = '\0';
    bool is_whole_ = true;
};

/// Without the blanks around it: those of ASCII and those that break no line.
std::string_view without_blanks_around(std::string_view text);

}  // namespace entente
