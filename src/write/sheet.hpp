/// A table of records as FORMAT's tables have it, and the test whether a record goes into a row of one.
#pragma once

#include <entente/model.hpp>

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::write {

/// A record as cells under columns. What no cell can hold makes it unfit: it is then written as YAML.
class Row {
  public:
    /// An empty text, like every missing value, takes no cell.
    void text(std::string_view column, std::string_view text);
    /// Parted by semicolons.
    void list(std::string_view column, std::span<const std::string> texts);
    void number(std::string_view column, double number);
    void flag(std::string_view column, bool flag) { put(column, flag ? "true" : "false"); }
    void period(const Period& period);
    /// One evidence at most has its place in a row.
    void evidence(const Model& model, std::span<const Evidence> evidence);
    /// Period, evidence and note.
    void record(const Model& model, const Record& record);
    void refuse() { fits_ = false; }

    bool fits() const { return fits_; }
    /// Column and cell, as it stands in the file.
    const std::vector<std::pair<std::string, std::string>>& cells() const { return cells_; }

  private:
    void put(std::string_view column, std::string text) { cells_.emplace_back(column, std::move(text)); }

    std::vector<std::pair<std::string, std::string>> cells_;
    bool fits_ = true;
};

class Sheet {
  public:
    /// Columns stand in this order; others, those of tags, follow sorted.
    explicit Sheet(std::string name, std::vector<std::string_view> columns)
        : name_(std::move(name)), columns_(std::move(columns)) {}

    void add(Row row) { rows_.push_back(std::move(row)); }
    bool empty() const { return rows_.empty(); }
    /// Of the section, and of the file without its ending.
    const std::string& name() const { return name_; }
    /// RFC 4180, split where a file would grow beyond `most` bytes, each part with the header. Columns in which no row
    /// has a cell are left out, the first apart.
    std::vector<std::string> files(std::size_t most) const;

  private:
    std::vector<std::string> columns_in_use() const;

    std::string name_;
    std::vector<std::string_view> columns_;
    std::vector<Row> rows_;
};

/// A plain decimal without an exponent that reads back as the same double.
std::string plain_decimal(double value);

}  // namespace entente::write
