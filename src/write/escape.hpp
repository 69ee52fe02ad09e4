/// Text of a model made harmless for the place where it goes.
#pragma once

#include <string>
#include <string_view>

namespace entente::write {

/// One line of plain text: line ends and tabs as spaces, control characters and what is not UTF-8 as U+FFFD.
std::string escape_terminal(std::string_view text);

/// For element content and for attribute values in either quote.
std::string escape_html(std::string_view text);

/// For content and attribute values of XML 1.0: line ends and tabs as references, what XML cannot hold as U+FFFD.
std::string escape_xml(std::string_view text);

/// Between the quotes of a label of Graphviz's: it reads as typed, with no escape, entity or HTML of its own.
std::string escape_dot_label(std::string_view text);

/// Inline text that is neither markup, link nor HTML in CommonMark, its GitHub dialect or pandoc's; a cell of a table
/// too. One line.
std::string escape_markdown(std::string_view text);

/// A text cell after RFC 4180, quoted where needed, with an apostrophe before what a spreadsheet would run as a
/// formula. One more stands before such text that begins with apostrophes itself, so that taking one away restores it.
std::string escape_csv(std::string_view text);

}  // namespace entente::write
