/// What the signs of a picture mean: only those that are in it.
#pragma once

#include "draw/scene.hpp"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace entente::drawing {

struct LegendEntry {
    std::function<void(Scene&, const Box&)> sample;
    std::string meaning;
};
using Legend = std::vector<LegendEntry>;

LegendEntry line_entry(const LineStyle& line, const std::string& meaning);
LegendEntry shape_entry(Shape shape, const std::string& fill, const LineStyle& line, const std::string& meaning);
LegendEntry hatch_entry(const LineStyle& line, const std::string& meaning);
LegendEntry dot_entry(const std::string& colour, const std::string& meaning);
/// A short text as the sample.
LegendEntry text_entry(const std::string& sample, const TextStyle& style, const std::string& meaning);
/// One entry a kind.
void add_kinds(Legend& legend, const std::set<Kind>& kinds, const Theme& theme);

/// Height of the legend in a strip of the given width.
double legend_height(const Legend& legend, double width, double size);
void draw_legend(Scene& scene, const Legend& legend, const Box& strip, const TextStyle& style);

}  // namespace entente::drawing
