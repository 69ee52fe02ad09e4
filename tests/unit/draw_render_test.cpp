#include "draw_region.hpp"
#include "draw_svg.hpp"
#include <entente/draw.hpp>

#include <locale>

#include <doctest/doctest.h>

using namespace entente;

namespace {

const Date made_on = *Date::from_civil(2016, 7, 18);

std::string drawn(const Model& model, ImageFormat format, const DrawOptions& options = {}) {
    const RelationGraph graph(model);
    return render(draw_network(graph, options), format, made_on);
}

struct CommaAsPoint : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
};

}  // namespace

TEST_CASE("the same picture is the same bytes in every format") {
    const auto model = crowded_region();
    for (const auto format : {ImageFormat::svg, ImageFormat::png, ImageFormat::pdf, ImageFormat::dot})
        CHECK(drawn(model, format) == drawn(model, format));
}

TEST_CASE("formats begin as they should") {
    const auto model = crowded_region();
    CHECK(drawn(model, ImageFormat::png).substr(1, 3) == "PNG");
    CHECK(drawn(model, ImageFormat::pdf).substr(0, 5) == "%PDF-");
    CHECK(drawn(model, ImageFormat::dot).substr(0, 5) == "graph");
    CHECK(drawn(model, ImageFormat::svg).substr(0, 5) == "<?xml");
}

TEST_CASE("a PDF bears the date it is told, and is not longer for it") {
    const auto model = crowded_region();
    const auto pdf = drawn(model, ImageFormat::pdf);
    CHECK(pdf.find("/CreationDate (D:20160718") != std::string::npos);
    const RelationGraph graph(model);
    const auto later = render(draw_network(graph, {}), ImageFormat::pdf, *Date::from_civil(2020, 1, 2));
    CHECK(later.find("/CreationDate (D:20200102") != std::string::npos);
    CHECK(later.size() == pdf.size());
}

TEST_CASE("an SVG says nothing of what made it and refers to nothing outside") {
    const auto svg = drawn(crowded_region(), ImageFormat::svg);
    for (const auto* word : {"<!--", "raphviz", "xlink", "href", "script", "<image", "<style", "DOCTYPE"})
        CHECK(svg.find(word) == std::string::npos);
}

TEST_CASE("a picture is as large as asked") {
    DrawOptions options;
    options.size = a4_size;
    const SvgPicture picture(drawn(crowded_region(), ImageFormat::svg, options));
    CHECK(picture.root.attributes.at("width") == "297mm");
    CHECK(picture.root.attributes.at("height") == "210mm");
}

TEST_CASE("numbers have points under a locale that writes commas") {
    const auto model = crowded_region();
    const auto plain = drawn(model, ImageFormat::svg);
    const auto before = std::locale::global(std::locale(std::locale::classic(), new CommaAsPoint));
    const auto other = drawn(model, ImageFormat::svg);
    std::locale::global(before);
    CHECK(other == plain);
}

TEST_CASE("a PNG too large for the format is refused with what would work, an SVG of that size is drawn") {
    DrawOptions options;
    options.size = {10160, 10160};
    CHECK_THROWS_WITH_AS(drawn(crowded_region(), ImageFormat::png, options), doctest::Contains("svg"), DrawError);
    CHECK(SvgPicture(drawn(crowded_region(), ImageFormat::svg, options)).width > 28000);
}

TEST_CASE("a page on which nothing can stand is refused with a size that works") {
    DrawOptions options;
    options.size = {40, 30};
    CHECK_THROWS_WITH_AS(drawn(crowded_region(), ImageFormat::svg, options), doctest::Contains("a4"), DrawError);
}
