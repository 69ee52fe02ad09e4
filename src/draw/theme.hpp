/// Every colour, width and size of the pictures, in one place.
#pragma once

#include <entente/model.hpp>

#include <array>
#include <string>

namespace entente::drawing {

inline constexpr const char* font_families = "Noto Sans,Open Sans,DejaVu Sans,sans-serif";
/// No text is smaller, in points.
inline constexpr double smallest_text = 8;
/// A line of text takes so much of its size.
inline constexpr double line_height = 1.3;

enum class Shape { none, box, rounded, ellipse, hexagon, note };
Shape shape_of(Kind kind);

enum class Dash { solid, dashed, dotted };

struct LineStyle {
    std::string colour;
    double width = 1;
    Dash dash = Dash::solid;
};

struct ClusterColours {
    std::string fill;
    std::string rim;
};

enum class Palette { colour, greyscale };

struct Theme {
    std::string paper;
    std::string ink;
    std::string quiet;
    std::string hairline;
    std::string cooperation;
    std::string tension;
    std::string accent;  ///< fill of the first candidate
    std::string land;    ///< under a map
    std::array<ClusterColours, 6> clusters;

    std::string party_fill() const { return ink; }
    std::string party_text() const { return paper; }

    /// Width by weight: cooperation or trust.
    LineStyle cooperation_line(double weight) const { return {cooperation, 0.4 + 4.5 * weight * weight, Dash::solid}; }
    LineStyle tension_line(double weight) const { return {tension, 0.6 + 2.4 * weight, Dash::dashed}; }
    LineStyle hairline_style() const { return {hairline, 0.75, Dash::solid}; }
};
const Theme& theme(Palette palette);

/// Sizes of type, in points, on a page of the given size: as on A4, larger on a poster.
struct TypeSizes {
    double title;
    double subtitle;
    double name;  ///< at most; pictures with many names go down to smallest_name
    double smallest_name;
    double note;
    double margin;  ///< of the page

    static TypeSizes for_page(double width, double height);
};

}  // namespace entente::drawing
