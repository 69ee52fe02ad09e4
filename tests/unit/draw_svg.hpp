/// An SVG read back, strictly: what is written where. A fault in it is a std::runtime_error.
#pragma once

#include "draw/geometry.hpp"
#include "draw/text_size.hpp"

#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace entente {

struct SvgElement {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::string text;  ///< directly inside
    std::vector<SvgElement> children;
};

class SvgReader {
  public:
    explicit SvgReader(std::string bytes) : bytes_(std::move(bytes)) {}

    SvgElement read() {
        if (starts_with("<?xml")) at_ = bytes_.find("?>") + 2;
        skip_space();
        auto root = element();
        skip_space();
        if (at_ != bytes_.size()) fail("something after the root");
        return root;
    }

  private:
    [[noreturn]] void fail(const std::string& why) const {
        throw std::runtime_error(why + " at byte " + std::to_string(at_) + ": " + bytes_.substr(at_, 60));
    }
    bool starts_with(const std::string& word) const { return bytes_.compare(at_, word.size(), word) == 0; }
    void skip_space() {
        while (at_ < bytes_.size() && (bytes_[at_] == ' ' || bytes_[at_] == '\n'))
            ++at_;
    }
    void expect(const std::string& word) {
        if (!starts_with(word)) fail("expected " + word);
        at_ += word.size();
    }
    std::string name() {
        const auto start = at_;
        while (at_ < bytes_.size() &&
               (std::isalnum(static_cast<unsigned char>(bytes_[at_])) || bytes_[at_] == '-' || bytes_[at_] == ':'))
            ++at_;
        if (start == at_) fail("expected a name");
        return bytes_.substr(start, at_ - start);
    }

    std::string character() {
        if (bytes_[at_] == '<') fail("a bare <");
        if (static_cast<unsigned char>(bytes_[at_]) < 0x20 && bytes_[at_] != '\n') fail("a control character");
        if (bytes_[at_] != '&') return std::string(1, bytes_[at_++]);
        static const std::map<std::string, std::string> named{
            {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}};
        const auto end = bytes_.find(';', at_);
        if (end == std::string::npos) fail("a bare &");
        const auto entity = bytes_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        if (named.contains(entity)) return named.at(entity);
        if (entity.empty() || entity[0] != '#') fail("an unknown entity before");
        const auto code = std::atoi(entity.c_str() + 1);
        if (code == 160) return "\u00a0";
        if (code < 0x20 || code > 0x7e) fail("an unexpected character before");
        return std::string(1, static_cast<char>(code));
    }

    SvgElement element() {
        SvgElement made;
        expect("<");
        made.name = name();
        for (skip_space(); !starts_with(">") && !starts_with("/>"); skip_space()) {
            const auto key = name();
            expect("=\"");
            std::string value;
            while (bytes_.at(at_) != '"')
                value += character();
            ++at_;
            if (!made.attributes.emplace(key, value).second) fail("an attribute twice: " + key);
        }
        if (starts_with("/>")) {
            at_ += 2;
            return made;
        }
        expect(">");
        while (!starts_with("</")) {
            if (at_ >= bytes_.size()) fail("an open element");
            if (starts_with("<"))
                made.children.push_back(element());
            else
                made.text += character();
        }
        expect("</" + made.name + ">");
        return made;
    }

    std::string bytes_;
    std::size_t at_ = 0;
};

struct SvgText {
    std::string text;
    drawing::Box box;
    double size;
};

/// A node: what is drawn for it, and which of the picture's texts are its own.
struct SvgNode {
    std::vector<drawing::Box> shapes;
    std::vector<std::size_t> texts;
};

/// A picture as a reader finds it: boxes in points from the top left.
struct SvgPicture {
    SvgElement root;
    double width = 0;
    double height = 0;
    std::vector<SvgText> texts;
    std::vector<std::string> titles;      ///< of the picture first, then of nodes and ties
    std::vector<drawing::Box> shapes;     ///< outlines of nodes
    std::vector<SvgNode> nodes;           ///< texts that stand alone among them
    std::vector<SvgElement> ties;         ///< their paths
    std::map<std::string, int> elements;  ///< how many of each name

    explicit SvgPicture(const std::string& bytes) : root(SvgReader(bytes).read()) {
        const auto& view = root.attributes.at("viewBox");
        std::sscanf(view.c_str(), "0 0 %lf %lf", &width, &height);
        walk(root, {});
    }

    bool holds(const std::string& text) const {
        return std::any_of(texts.begin(), texts.end(), [&](const auto& one) { return one.text == text; });
    }
    bool mentions(const std::string& text) const {
        return std::any_of(texts.begin(), texts.end(),
                           [&](const auto& one) { return one.text.find(text) != std::string::npos; });
    }
    bool has_title(const std::string& start) const {
        return std::any_of(titles.begin(), titles.end(),
                           [&](const auto& title) { return title.compare(0, start.size(), start) == 0; });
    }
    std::size_t count_ties(const std::string& key, const std::string& value) const {
        return static_cast<std::size_t>(std::count_if(ties.begin(), ties.end(), [&](const auto& tie) {
            const auto found = tie.attributes.find(key);
            return value.empty() ? found == tie.attributes.end()
                                 : found != tie.attributes.end() && found->second == value;
        }));
    }

  private:
    void walk(const SvgElement& element, const std::string& group) {
        ++elements[element.name];
        if (element.name == "title") titles.push_back(element.text);
        if (element.name == "text") add_text(element);
        if (group == "edge" && element.name == "path") ties.push_back(element);
        if (group == "node" && (element.name == "polygon" || element.name == "path" || element.name == "ellipse"))
            add_shape(element);
        const auto found = element.attributes.find("class");
        if (found != element.attributes.end() && found->second == "node") nodes.emplace_back();
        for (const auto& child : element.children)
            walk(child, found == element.attributes.end() ? group : found->second);
    }

    static double value(const SvgElement& element, const std::string& key) {
        return std::strtod(element.attributes.at(key).c_str(), nullptr);
    }

    void add_text(const SvgElement& element) {
        const double size = value(element, "font-size");
        const bool bold = element.attributes.contains("font-weight");
        const double wide =
            drawing::text_width(element.text, size, bold ? drawing::Boldness::bold : drawing::Boldness::regular);
        const auto& anchor = element.attributes.at("text-anchor");
        const double x = value(element, "x");
        const double left = anchor == "start" ? x : anchor == "end" ? x - wide : x - wide / 2;
        const double line = height + value(element, "y");
        if (!nodes.empty()) nodes.back().texts.push_back(texts.size());
        texts.push_back({element.text, {left, line - 0.75 * size, left + wide, line + 0.2 * size}, size});
    }

    void add_shape(const SvgElement& element) {
        if (element.name == "ellipse") {
            add_box(drawing::Box::around({value(element, "cx"), height + value(element, "cy")},
                                         2 * value(element, "rx"), 2 * value(element, "ry")));
            return;
        }
        auto points = element.attributes.at(element.name == "path" ? "d" : "points");
        for (auto& letter : points)
            if (letter == 'M' || letter == 'C' || letter == ',') letter = ' ';
        drawing::Box box{1e9, 1e9, -1e9, -1e9};
        const char* rest = points.c_str();
        for (char* end = nullptr;; rest = end) {
            const double x = std::strtod(rest, &end);
            if (end == rest) break;
            const double y = height + std::strtod(end, &end);
            box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x), std::max(box.bottom, y)};
        }
        add_box(box);
    }

    void add_box(const drawing::Box& box) {
        shapes.push_back(box);
        nodes.back().shapes.push_back(box);
    }
};

}  // namespace entente
