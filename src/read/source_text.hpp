/// One file's text with its lines, so that any byte has a place a reader can find.
#pragma once

#include <cstddef>
#include <deque>
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
    /// With its byte order mark.
    std::string_view content() const { return content_; }
    std::size_t order() const { return order_; }

    /// Text that stands otherwise in the file, with escapes for one; it lives as long as this.
    std::string_view keep(std::string text) const { return kept_.emplace_back(std::move(text)); }

    Position position(std::size_t offset) const;
    /// Offset of the first byte of the line that holds `offset`.
    std::size_t line_start(std::size_t offset) const;
    /// The line that holds `offset`, without its end.
    std::string_view line(std::size_t offset) const;

  private:
    /// Made when the first place is asked for, which is seldom in a sound file.
    struct Index {
        explicit Index(std::string_view text);
        std::vector<std::size_t> line_starts;
        /// So that a line of megabytes is not counted again for each place.
        std::vector<std::size_t> characters_before_block;
    };
    const Index& index() const;
    std::size_t line_index(std::size_t offset) const;
    std::size_t characters_before(std::size_t offset) const;

    std::string name_;
    std::string content_;
    std::string_view text_;
    std::size_t order_;
    mutable std::optional<Index> index_;
    mutable std::deque<std::string> kept_;
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
