#include "draw/legend.hpp"

namespace entente::drawing {

namespace {

struct Spacing {
    double sample;
    double gap;
    double between;
    double row;

    explicit Spacing(double size) : sample(2.4 * size), gap(0.5 * size), between(1.6 * size), row(1.7 * size) {}
};

/// Where each entry starts, from the upper left corner of the strip.
std::vector<Point> entry_places(const Legend& legend, double width, double size) {
    const Spacing spacing(size);
    std::vector<Point> places;
    Point place;
    for (const auto& entry : legend) {
        const double needed = spacing.sample + spacing.gap + text_width(entry.meaning, size);
        if (place.x > 0 && place.x + needed > width) place = {0, place.y + spacing.row};
        places.push_back(place);
        place.x += needed + spacing.between;
    }
    return places;
}

}  // namespace

LegendEntry line_entry(const LineStyle& line, const std::string& meaning) {
    return {[line](Scene& scene, const Box& box) {
                scene.line({box.left, box.centre().y}, {box.right, box.centre().y}, line);
            },
            meaning};
}

LegendEntry shape_entry(Shape shape, const std::string& fill, const LineStyle& line, const std::string& meaning) {
    return {[=](Scene& scene, const Box& box) { scene.node({box, shape, fill, line, {}, {}}); }, meaning};
}

LegendEntry hatch_entry(const LineStyle& line, const std::string& meaning) {
    return {[line](Scene& scene, const Box& box) {
                scene.hatch(box, line);
                scene.box(box, {}, line);
            },
            meaning};
}

LegendEntry dot_entry(const std::string& colour, const std::string& meaning) {
    return {[colour](Scene& scene, const Box& box) {
                const auto dot = Box::around(box.centre(), box.height() * 0.8, box.height() * 0.8);
                scene.node({dot, Shape::ellipse, colour, {colour, 1}, {}, {}});
            },
            meaning};
}

LegendEntry text_entry(const std::string& sample, const TextStyle& style, const std::string& meaning) {
    return {[=](Scene& scene, const Box& box) {
                auto centred = style;
                centred.align = Align::centre;
                scene.text({box.centre().x, box.centre().y - style.size * line_height / 2}, {sample}, centred);
            },
            meaning};
}

void add_kinds(Legend& legend, const std::set<Kind>& kinds, const Theme& theme) {
    for (const auto kind : kinds)
        legend.push_back(
            shape_entry(shape_of(kind), theme.paper, {theme.quiet, 1}, std::string(entente::name_of(kind))));
}

double legend_height(const Legend& legend, double width, double size) {
    if (legend.empty()) return 0;
    return entry_places(legend, width, size).back().y + Spacing(size).row;
}

void draw_legend(Scene& scene, const Legend& legend, const Box& strip, const TextStyle& style) {
    const Spacing spacing(style.size);
    const auto places = entry_places(legend, strip.width(), style.size);
    for (std::size_t entry = 0; entry < legend.size(); ++entry) {
        const auto corner = Point{strip.left, strip.top} + places[entry];
        const double middle = corner.y + spacing.row / 2;
        legend[entry].sample(scene, Box::around({corner.x + spacing.sample / 2, middle}, spacing.sample, style.size));
        scene.text({corner.x + spacing.sample + spacing.gap, middle - style.size * line_height / 2},
                   {legend[entry].meaning}, style);
    }
}

}  // namespace entente::drawing
