/// How wide a text stands, and how it breaks into lines.
#pragma once

#include <string>
#include <vector>

namespace entente::drawing {

enum class Boldness { regular, bold };

/// In points, of the text in the theme's type at `size`, as Graphviz measures it for every format.
double text_width(const std::string& text, double size, Boldness boldness = Boldness::regular);

/// Widest of the lines.
double text_width(const std::vector<std::string>& lines, double size, Boldness boldness = Boldness::regular);

/// As few lines as `width` allows, evenly filled; broken after spaces, hyphens and slashes, and inside a word only
/// where the word alone is too wide.
std::vector<std::string> wrap(const std::string& text, double width, double size,
                              Boldness boldness = Boldness::regular);

/// At most `lines` lines; what does not fit ends in an ellipsis.
std::vector<std::string> wrap_within(const std::string& text, double width, std::size_t lines, double size,
                                     Boldness boldness = Boldness::regular);

/// One line, its end cut where it is wider.
std::string shortened(const std::string& text, double width, double size, Boldness boldness = Boldness::regular);

/// "A, B and 3 more": the first of `items` that fit on one line.
std::string as_many_as_fit(const std::vector<std::string>& items, double width, double size);

}  // namespace entente::drawing
