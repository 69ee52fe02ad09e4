#include "draw/graphviz.hpp"
#include "draw/pdf_date.hpp"
#include "draw/svg_text.hpp"
#include "draw/text_direction.hpp"
#include <entente/draw.hpp>

#include <cmath>
#include <cstdio>

#include <fmt/format.h>

namespace entente {

namespace {

using namespace drawing;

/// Twice what a screen of 96 dots per inch shows.
constexpr double dots_per_inch = 192;
/// Cairo draws no wider or higher image.
constexpr double most_pixels_a_side = 32767;
constexpr double most_bytes = 1'000'000'000;
constexpr double bytes_per_pixel = 4;

struct PageSize {
    double width;
    double height;
};

PageSize page_size(Agraph_t* graph) {
    PageSize size{};
    const char* box = agget(graph, const_cast<char*>("bb"));
    if (!box || std::sscanf(box, "0,0,%lf,%lf", &size.width, &size.height) != 2)
        throw std::runtime_error("a picture without a page");
    return size;
}

void refuse_if_too_large_for_png(PageSize page) {
    const double width = page.width / 72 * dots_per_inch;
    const double height = page.height / 72 * dots_per_inch;
    if (width <= most_pixels_a_side && height <= most_pixels_a_side && width * height * bytes_per_pixel <= most_bytes)
        return;
    const double largest = std::floor(std::sqrt(most_bytes / bytes_per_pixel) / dots_per_inch * 25.4);
    throw DrawError(
        fmt::format("too large for PNG: {:.0f} by {:.0f} pixels; use svg or pdf, or a size up to {:.0f} by {:.0f} mm",
                    width, height, largest, largest));
}

std::string render_as(Agraph_t* graph, const char* device) {
    std::string bytes;
    with_layout(graph, "nop2", [&](GVC_t* context) {
        char* data = nullptr;
        unsigned int size = 0;
        if (gvRenderData(context, graph, device, &data, &size) != 0 || !data)
            throw DrawError(fmt::format("Graphviz cannot draw as {}: {}", device, Calm::complaint()));
        bytes.assign(data, size);
        gvFreeRenderData(data);
    });
    return bytes;
}

std::string render_svg(const Picture& picture, Agraph_t* graph, PageSize page) {
    mark_escapes(graph);
    return finished_svg(render_as(graph, "svg:svg:core"),
                        {picture.title, picture.description, page.width, page.height});
}

}  // namespace

std::string render(const Picture& picture, ImageFormat format, Date made_on) {
    if (format == ImageFormat::dot) return picture.dot;
    const Calm calm;
    const auto graph = read_graph(picture.dot);
    const auto page = page_size(graph.get());
    switch (format) {
        case ImageFormat::svg:
            return render_svg(picture, graph.get(), page);
        case ImageFormat::png:
            refuse_if_too_large_for_png(page);
            keep_direction(graph.get());
            set_attribute(graph.get(), "dpi", fmt::format("{:.0f}", dots_per_inch));
            return render_as(graph.get(), "png:cairo");
        case ImageFormat::pdf:
            keep_direction(graph.get());
            set_attribute(graph.get(), "margin", "0");
            return dated(render_as(graph.get(), "pdf:cairo"), made_on);
        case ImageFormat::dot:
            break;
    }
    return picture.dot;
}

}  // namespace entente
