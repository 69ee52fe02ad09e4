#include "draw/theme.hpp"

#include <algorithm>

namespace entente::drawing {

Shape shape_of(Kind kind) {
    switch (kind) {
        case Kind::country:
            return Shape::rounded;
        case Kind::group:
            return Shape::ellipse;
        case Kind::organisation:
            return Shape::box;
        case Kind::mechanism:
            return Shape::hexagon;
        case Kind::project:
            return Shape::note;
    }
    return Shape::box;
}

const Theme& theme(Palette palette) {
    static const Theme colour{"#ffffff",
                              "#1f2933",
                              "#52606d",
                              "#cbd2d9",
                              "#0b7285",
                              "#c2410c",
                              "#d3f0f4",
                              "#edf0ee",
                              {{{"#e3f2ef", "#2b8a7e"},
                                {"#fdebdc", "#c77d3a"},
                                {"#e9e4f7", "#7a63c9"},
                                {"#e3eefb", "#4a86cf"},
                                {"#f1f1d8", "#8f8f3a"},
                                {"#f9e3ea", "#c0557c"}}}};
    static const Theme greyscale{"#ffffff",
                                 "#1c1c1c",
                                 "#595959",
                                 "#cccccc",
                                 "#8a8a8a",
                                 "#000000",
                                 "#e2e2e2",
                                 "#f0f0f0",
                                 {{{"#f4f4f4", "#6e6e6e"},
                                   {"#e6e6e6", "#6e6e6e"},
                                   {"#f4f4f4", "#6e6e6e"},
                                   {"#e6e6e6", "#6e6e6e"},
                                   {"#f4f4f4", "#6e6e6e"},
                                   {"#e6e6e6", "#6e6e6e"}}}};
    return palette == Palette::greyscale ? greyscale : colour;
}

TypeSizes TypeSizes::for_page(double width, double height) {
    const double scale = std::min(width / 842, height / 595);
    const double names = scale < 0.8 ? scale / 0.8 : std::max(scale, 1.0);
    return {std::max(20 * scale, 12.0),          std::max(12 * names, 9.0), std::max(14 * names, 10.0), smallest_text,
            std::max(10 * names, smallest_text), std::max(26 * scale, 10.0)};
}

}  // namespace entente::drawing
