/// The line at fault as it is shown under a message.
#pragma once

#include "read/source_text.hpp"

#include <string>
#include <string_view>

namespace entente {

/// Widths in display cells.
struct Excerpt {
    std::string line;
    std::size_t caret = 0;
    std::size_t length = 1;
};

/// The line where `span` begins, shortened about it where it is long.
Excerpt excerpt_of(const Span& span);

/// `text` on one line: tabs and line ends as blanks, forbidden characters and bytes that are no UTF-8 as U+FFFD.
std::string printable(std::string_view text);

}  // namespace entente
