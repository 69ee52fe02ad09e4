/// One file's text with its lines, so that any byte has a place a reader can find.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// From 1; columns count characters.
struct Position {
    std::size_t line;
    std::size_t column;
};

class SourceText {
  public:
    /// `order` ranks the files of a run; a leading byte order mark is left out of the text.
    SourceText(std::string name, std::string content, std::size_t order);
    SourceText(const SourceText&) = delete;
    SourceText& operator=(const SourceText&) = delete;

    const std::string& name() const { return name_; }
    std::string_view text() const { return text_; }
    std::size_t order() const { return order_; }

    Position position(std::size_t offset) const;
    /// Offset of the first byte of the line that holds `offset`.
    std::size_t line_start(std::size_t offset) const;
    /// The line that holds `offset`, without its end.
    std::string_view line(std::size_t offset) const;

  private:
    std::size_t line_index(std::size_t offset) const;
    std::size_t characters_before(std::size_t offset) const;

    std::string name_;
    std::string content_;
    std::string_view text_;
    std::size_t order_;
    std::vector<std::size_t> line_starts_;
    std::vector<std::size_t>
        characters_before_block_;  ///< so that a line of megabytes is not counted again for each place
};

/// A piece of a file. It points into the SourceText, which must outlive it.
struct Span {
    const SourceText* source = nullptr;
    std::size_t offset = 0;
    std::size_t length = 1;
};

/// `file:line:column` of where a span begins.
std::string place_of(const Span& span);

}  // namespace entente
