#include "draw/text_direction.hpp"

namespace entente::drawing {

namespace {

constexpr std::string_view left_to_right_mark = "\u200e";

/// Hebrew, Arabic and their kin: U+0590 to U+08FF, and the presentation forms from U+FB1D.
bool runs_right_to_left(std::string_view label) {
    for (std::size_t at = 0; at + 1 < label.size(); ++at) {
        const auto first = static_cast<unsigned char>(label[at]);
        const auto second = static_cast<unsigned char>(label[at + 1]);
        if (first >= 0xd6 && first <= 0xdf) return true;
        if (first == 0xe0 && second >= 0xa0 && second <= 0xa3) return true;
        if (first == 0xef && second >= 0xac && second <= 0xbb) return true;
    }
    return false;
}

}  // namespace

std::string left_to_right(std::string_view label) {
    if (!runs_right_to_left(label)) return std::string(label);
    std::string marked(left_to_right_mark);
    for (std::size_t at = 0; at < label.size(); ++at) {
        marked += label[at];
        if (label[at] != '\\' || at + 1 == label.size()) continue;
        const char escape = label[++at];
        marked += escape;
        const bool line_ends = escape == 'n' || escape == 'l' || escape == 'r';
        if (line_ends && at + 1 < label.size()) marked += left_to_right_mark;
    }
    return marked;
}

void keep_direction(Agraph_t* graph) {
    for (auto* node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
        const char* label = agget(node, const_cast<char*>("label"));
        if (label) set_attribute(node, "label", left_to_right(label));
    }
}

}  // namespace entente::drawing
