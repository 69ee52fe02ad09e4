#include "write/brief_svg.hpp"

#include "write/brief_style.hpp"

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::write::brief;

namespace {

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

constexpr std::string_view picture = R"(<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- Title: "<g>" -->
<svg width="90pt" height="50pt" viewBox="0 0 90 50" xmlns="http://www.w3.org/2000/svg">
<g id="graph0"><!-- A&#45;&#45;B --><text x="1">5 &gt; 4</text>
<stop offset="0" style="stop-color:#0b7285; stop-opacity:1.;"/>
<path fill='url(#shade)' stroke="a>b"/><use xlink:href="#graph0"/></g>
</svg>
)";

}  // namespace

TEST_CASE("an inlined picture has no prolog, doctype or comment, and no size of its own") {
    const auto element = inline_svg(picture, "p-", "Label");
    CHECK(element.starts_with("<svg viewBox=\"0 0 90 50\""));
    CHECK(element.ends_with("</svg>"));
    CHECK_FALSE(holds(element, "<?xml"));
    CHECK_FALSE(holds(element, "DOCTYPE"));
    CHECK_FALSE(holds(element, "<!--"));
    CHECK_FALSE(holds(element, "90pt"));
    CHECK(holds(element, "5 &gt; 4"));
}

TEST_CASE("ids of an inlined picture, and what refers to them, are its own") {
    const auto element = inline_svg(picture, "p-", "Label");
    CHECK(holds(element, "<g id=\"p-graph0\">"));
    CHECK(holds(element, "fill=\"url(#p-shade)\""));
    CHECK(holds(element, "xlink:href=\"#p-graph0\""));
    CHECK(holds(element, "stroke=\"a>b\""));
}

TEST_CASE("style attributes, which the page's policy forbids, become presentation attributes") {
    const auto element = inline_svg(picture, "p-", "Label");
    CHECK_FALSE(holds(element, "style="));
    CHECK(holds(element, "stop-color=\"#0b7285\" stop-opacity=\"1.\""));
}

TEST_CASE("a screen reader is given a picture's label, escaped") {
    CHECK(holds(inline_svg(picture, "p-", "A \"b\" <c>"), "role=\"img\" aria-label=\"A &quot;b&quot; &lt;c&gt;\""));
}

TEST_CASE("what is no picture, or is cut off, gives no endless loop") {
    CHECK(inline_svg("", "p-", "x").empty());
    CHECK(inline_svg("no svg here", "p-", "x").empty());
    CHECK(inline_svg("<svg><!-- open", "p-", "x") == "<svg role=\"img\" aria-label=\"x\">");
}

TEST_CASE("a score bar is as long as the contributions, and says them") {
    const auto bar = score_bar({0.25, 0, 0.1, 0, 0, 0});
    CHECK(holds(bar, "class=\"access\" x=\"0.0\" y=\"0\" width=\"30.0\""));
    CHECK(holds(bar, "class=\"convening\" x=\"30.0\" y=\"0\" width=\"12.0\""));
    CHECK_FALSE(holds(bar, "class=\"leverage\""));
    CHECK(holds(bar, "aria-label=\"access 0.25, convening 0.10\""));
}

TEST_CASE("a policy hash is the SHA-256 in base64") {
    CHECK(policy_hash("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    CHECK(policy_hash("abc") == "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='");
}

TEST_CASE("no marking or title ends the stylesheet or a string in it") {
    const auto style = stylesheet("\"; } </style><script>", "a\\b & c");
    CHECK(style.find_first_of("<&") == std::string::npos);
    CHECK(holds(style, "content: \"\\000022\\00003b \\00007d \\00003c\\00002fstyle\\00003e\\00003cscript\\00003e\""));
    CHECK(holds(style, "content: \"a\\00005cb \\000026 c\""));
}
