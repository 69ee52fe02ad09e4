/// From Graphviz' SVG to ours: what varies taken out, texts exactly as typed, a title and description for who listens.
#pragma once

#include "draw/graphviz.hpp"

#include <string>

namespace entente::drawing {

/// Graphviz takes `&amp;` in a text for an entity again when it writes SVG, and reads a tooltip's escapes twice. Every
/// ampersand and backslash of a text is therefore a byte that no model holds, until finished_svg puts it right.
void mark_escapes(Agraph_t* graph);

struct SvgFacts {
    std::string title;
    std::string description;
    double width;  ///< points
    double height;
};
std::string finished_svg(const std::string& svg, const SvgFacts& facts);

}  // namespace entente::drawing
