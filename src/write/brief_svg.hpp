/// Pictures as parts of a page.
#pragma once

#include "write/brief_document.hpp"

#include <string>
#include <string_view>

namespace entente::write::brief {

/// A finished SVG as an element of a page: no prolog, comment or size of its own; ids begin with `prefix`, which keeps
/// them apart from those of other pictures; style attributes, which the page's policy forbids, as presentation
/// attributes; `label` is what a screen reader says. Text without an svg element gives an empty string.
std::string inline_svg(std::string_view svg, std::string_view prefix, std::string_view label);

/// A bar of contributions, stacked; as long as their sum.
std::string score_bar(const Components& contributions);
/// A dot at the rank and a whisker over its interval.
std::string rank_whisker(const RankSpan& ranks);
/// A swatch in the colour of a component.
std::string swatch(std::size_t component);

}  // namespace entente::write::brief
