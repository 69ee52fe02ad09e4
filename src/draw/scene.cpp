#include "draw/scene.hpp"

#include "draw/graphviz.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace entente::drawing {

namespace {

constexpr double points_per_inch = 72;
constexpr const char* no_colour = "transparent";

const char* name_of(Dash dash) {
    static constexpr std::array names{"solid", "dashed", "dotted"};
    return names[static_cast<std::size_t>(dash)];
}

const char* name_of(Shape shape) {
    static constexpr std::array names{"none", "box", "box", "ellipse", "hexagon", "note"};
    return names[static_cast<std::size_t>(shape)];
}

/// xdot writes a string with its length in bytes.
std::string counted(const std::string& text) {
    return fmt::format("{} -{} ", text.size(), text);
}

std::string style_of(const Node& node) {
    std::string style = name_of(node.line.dash);
    if (node.shape == Shape::rounded) style += ",rounded";
    if (!node.fill.empty()) style += ",filled";
    return style;
}

std::string label_of(const Label& label) {
    const char* end = label.style.align == Align::left ? "\\l" : label.style.align == Align::right ? "\\r" : "\\n";
    std::string text;
    for (const auto& line : label.lines)
        text += escaped(line) + (label.lines.size() > 1 || label.style.align != Align::centre ? end : "");
    return text;
}

void set_defaults(Agraph_t* graph) {
    for (const auto& [name, value] : {std::pair{"shape", "none"},
                                      {"label", "\\N"},
                                      {"fixedsize", "true"},
                                      {"margin", "0"},
                                      {"fontname", font_families},
                                      {"fontsize", "10"},
                                      {"fontcolor", "#000000"},
                                      {"color", no_colour},
                                      {"fillcolor", no_colour},
                                      {"penwidth", "1"},
                                      {"style", "solid"},
                                      {"tooltip", ""}})
        set_default(graph, AGNODE, name, value);
    for (const auto& [name, value] :
         {std::pair{"color", "#000000"}, {"penwidth", "1"}, {"style", "solid"}, {"tooltip", ""}})
        set_default(graph, AGEDGE, name, value);
}

}  // namespace

std::string escaped(const std::string& text) {
    std::string safe;
    for (const char letter : text) {
        if (letter == '&')
            safe += "&amp;";
        else if (letter == '\\')
            safe += "\\\\";
        else
            safe += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
    }
    return safe;
}

std::string font_name(Boldness boldness) {
    return boldness == Boldness::bold ? fmt::format("{} Bold", font_families) : font_families;
}

std::string number(double value) {
    auto text = fmt::format("{:.3f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

Scene::Scene(double width, double height, std::string paper) : width_(width), height_(height) {
    box(page(), paper, {no_colour, 0});
}

std::string Scene::pen(const std::string& fill, const LineStyle& line) const {
    const bool drawn = line.width > 0;
    return "c " + counted(drawn ? line.colour : no_colour) + "C " + counted(fill.empty() ? no_colour : fill) + "S " +
           counted(name_of(line.dash)) + "S " + counted("setlinewidth(" + number(drawn ? line.width : 1) + ")");
}

std::string Scene::points(const std::vector<Point>& path) const {
    std::string text = fmt::format("{} ", path.size());
    for (const auto& point : path)
        text += fmt::format("{} {} ", number(point.x), number(up(point.y)));
    return text;
}

void Scene::polygon(const std::vector<Point>& corners, const std::string& fill, const LineStyle& line) {
    background_ += pen(fill, line) + (fill.empty() ? "p " : "P ") + points(corners);
}

void Scene::box(const Box& box, const std::string& fill, const LineStyle& line) {
    polygon({{box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}}, fill, line);
}

void Scene::hexagon(const Box& box, const std::string& fill, const LineStyle& line) {
    const double slant = box.height() / 2;
    const double middle = box.centre().y;
    polygon({{box.left, middle},
             {box.left + slant, box.top},
             {box.right - slant, box.top},
             {box.right, middle},
             {box.right - slant, box.bottom},
             {box.left + slant, box.bottom}},
            fill, line);
}

void Scene::line(Point from, Point to, const LineStyle& line) {
    background_ += pen({}, line) + "L " + points({from, to});
}

void Scene::hatch(const Box& box, const LineStyle& line) {
    constexpr double step = 6;
    for (double along = step; along < box.width() + box.height(); along += step) {
        const double over_x = std::max(along - box.width(), 0.0);
        const double over_y = std::max(along - box.height(), 0.0);
        this->line({box.left + along - over_x, box.top + over_x}, {box.left + over_y, box.top + along - over_y}, line);
    }
}

NodeIndex Scene::node(Node node) {
    nodes_.push_back(std::move(node));
    return nodes_.size() - 1;
}

void Scene::straight_link(NodeIndex from, NodeIndex to, Point start, Point end, const LineStyle& line,
                          const std::string& tooltip) {
    link({from, to, {start, start + (end - start) * (1.0 / 3), start + (end - start) * (2.0 / 3), end}, line, tooltip});
}

Box Scene::text(Point anchor, const std::vector<std::string>& lines, const TextStyle& style,
                const std::string& tooltip) {
    const double width = text_width(lines, style.size, style.boldness);
    const double left = style.align == Align::left     ? anchor.x
                        : style.align == Align::centre ? anchor.x - width / 2
                                                       : anchor.x - width;
    const double bottom = anchor.y + style.size * line_height * static_cast<double>(lines.size());
    const Box box{left, anchor.y, left + width, bottom};
    // Graphviz centres a label that is wider than its node: with room to spare the text starts where it should.
    const double spare = 0.05 * width + 2;
    Box roomy = box;
    // The page would grow with a node beyond it.
    if (style.align != Align::left) roomy.left = std::max(roomy.left - spare, std::min(box.left, page().left));
    if (style.align != Align::right) roomy.right = std::min(roomy.right + spare, std::max(box.right, page().right));
    node({roomy, Shape::none, {}, {no_colour, 0}, {lines, style}, tooltip});
    return box;
}

std::string Scene::dot() const {
    const Calm calm;
    const auto graph = new_graph();
    for (const auto& [name, value] : {std::pair{"layout", "nop2"},
                                      {"outputorder", "edgesfirst"},
                                      {"bgcolor", no_colour},
                                      {"pad", "0"},
                                      {"charset", "UTF-8"},
                                      {"linelength", "0"}})
        set_attribute(graph.get(), name, value);
    set_attribute(graph.get(), "bb", fmt::format("0,0,{},{}", number(width_), number(height_)));
    set_attribute(graph.get(), "_background", background_);
    set_defaults(graph.get());

    std::vector<Agnode_t*> made;
    for (const auto& node : nodes_) {
        auto name = fmt::format("n{}", made.size() + 1);
        auto* drawn = agnode(graph.get(), name.data(), 1);
        made.push_back(drawn);
        const auto centre = node.box.centre();
        set_attribute(drawn, "pos", fmt::format("{},{}", number(centre.x), number(up(centre.y))));
        set_attribute(drawn, "width", fmt::format("{:.5f}", node.box.width() / points_per_inch));
        set_attribute(drawn, "height", fmt::format("{:.5f}", node.box.height() / points_per_inch));
        set_attribute(drawn, "shape", name_of(node.shape));
        set_attribute(drawn, "style", style_of(node));
        if (!node.fill.empty()) set_attribute(drawn, "fillcolor", node.fill);
        if (node.line.width > 0) {
            set_attribute(drawn, "color", node.line.colour);
            set_attribute(drawn, "penwidth", number(node.line.width));
        }
        set_attribute(drawn, "label", label_of(node.label));
        if (!node.label.lines.empty()) {
            set_attribute(drawn, "fontsize", number(node.label.style.size));
            set_attribute(drawn, "fontcolor", node.label.style.colour);
            set_attribute(drawn, "fontname", font_name(node.label.style.boldness));
        }
        if (!node.tooltip.empty()) set_attribute(drawn, "tooltip", escaped(node.tooltip));
    }
    for (const auto& link : links_) {
        auto* drawn = agedge(graph.get(), made[link.from], made[link.to], nullptr, 1);
        std::string path;
        for (const auto& point : link.path)
            path += fmt::format("{}{},{}", path.empty() ? "" : " ", number(point.x), number(up(point.y)));
        set_attribute(drawn, "pos", path);
        set_attribute(drawn, "color", link.line.colour);
        set_attribute(drawn, "penwidth", number(link.line.width));
        set_attribute(drawn, "style", name_of(link.line.dash));
        if (!link.tooltip.empty()) set_attribute(drawn, "tooltip", escaped(link.tooltip));
    }
    return written(graph.get());
}

}  // namespace entente::drawing
