/// Pango takes the direction of a line from its first strong letter, and so turns about a sentence that begins with a
/// Persian name. A picture runs from left to right, whatever its lines begin with.
#pragma once

#include "draw/graphviz.hpp"

#include <string>
#include <string_view>

namespace entente::drawing {

/// Labels that hold right-to-left letters get an invisible mark before each line. Not for SVG, where a text runs from
/// left to right by itself.
void keep_direction(Agraph_t* graph);

/// A label in Graphviz' escapes, each of its lines so marked; as it is where nothing in it runs from right to left.
std::string left_to_right(std::string_view label);

}  // namespace entente::drawing
