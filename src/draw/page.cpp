#include "draw/page.hpp"

#include "draw/citations.hpp"
#include "draw/phrases.hpp"
#include "model/phrasing.hpp"

#include <fmt/format.h>

namespace entente::drawing {

namespace {

constexpr double smallest_body_width = 160;
constexpr double smallest_body_height = 100;
/// Lines kept for what is not in the picture; the sources take one more.
constexpr double note_lines = 2;

double points(double mm) {
    return mm * points_per_mm;
}

std::string sources_line(const Model& model, double width, double size) {
    std::vector<std::string> titles;
    for (const auto source : most_cited(model)) {
        const auto& cited = model.sources[source];
        titles.push_back(cited.publisher.empty() ? cited.title : cited.title + " (" + cited.publisher + ")");
    }
    if (titles.empty()) return {};
    const std::string lead = "Sources: ";
    return lead + as_many_as_fit(titles, width - text_width(lead, size), size);
}

/// What is drawn is not taken for the model as it stands.
std::string with_scenarios(const Model& model, const std::string& subtitle) {
    return model.scenarios.empty() ? subtitle : subtitle + "; " + scenario_words(model);
}

}  // namespace

Page::Page(const RelationGraph& graph, const DrawOptions& options, const std::string& title,
           const std::string& subtitle, const Legend& legend)
    : graph_(graph),
      theme_(drawing::theme(options.greyscale ? Palette::greyscale : Palette::colour)),
      sizes_(TypeSizes::for_page(points(options.size.width_mm), points(options.size.height_mm))),
      scene_(points(options.size.width_mm), points(options.size.height_mm), theme_.paper),
      title_(title),
      subtitle_(with_scenarios(graph.model(), subtitle)) {
    draw_head();
    const double width = body_.width();
    foot_top_ = scene_.page().bottom - sizes_.margin - (note_lines + 1) * sizes_.note * line_height;
    legend_top_ = foot_top_ - sizes_.note * 0.4 - legend_height(legend, width, sizes_.note);
    body_.bottom = legend_top_ - sizes_.note * 0.6;
    if (body_.width() < smallest_body_width || body_.height() < smallest_body_height)
        throw DrawError(fmt::format("{:.0f} by {:.0f} mm is too small for this picture; use a larger size, such as a4",
                                    options.size.width_mm, options.size.height_mm));
}

void Page::draw_head() {
    const auto page = scene_.page();
    const double left = page.left + sizes_.margin;
    const double right = page.right - sizes_.margin;
    const auto& marking = graph_.model().marking;
    double room = right - left;
    if (!marking.empty()) {
        const auto style = ink(sizes_.note, Boldness::bold, Align::right);
        const auto lines = wrap_within(marking, room / 3, 2, style.size, style.boldness);
        room -= scene_.text({right, page.top + sizes_.margin}, lines, style).width() + sizes_.margin;
    }
    auto size = sizes_.title;
    while (size > 0.75 * sizes_.title && size > smallest_text && text_width(title_, size, Boldness::bold) > room)
        size -= 1;
    const auto title = scene_.text({left, page.top + sizes_.margin * 0.8},
                                   wrap_within(title_, room, 2, size, Boldness::bold), ink(size, Boldness::bold));
    const auto line = scene_.text({left, title.bottom + 1}, wrap_within(subtitle_, right - left, 2, sizes_.subtitle),
                                  quiet(sizes_.subtitle));
    body_ = {left, line.bottom + sizes_.note * 0.8, right, page.bottom};
}

void Page::draw_foot(const std::vector<std::string>& notes) {
    const double line = sizes_.note * line_height;
    std::string all;
    for (const auto& note : notes)
        all += (all.empty() ? "" : " ") + note;
    const auto lines = wrap_within(all, body_.width(), static_cast<std::size_t>(note_lines), sizes_.note);
    const double top = foot_top_ + line * (note_lines - static_cast<double>(lines.size()));
    if (!all.empty()) scene_.text({body_.left, top}, lines, quiet(sizes_.note));

    const double last = foot_top_ + line * note_lines;
    double room = body_.width();
    const auto& marking = graph_.model().marking;
    if (!marking.empty()) {
        const auto style = ink(sizes_.note, Boldness::bold, Align::right);
        const auto shown = shortened(marking, room / 3, style.size, style.boldness);
        room -= scene_.text({body_.right, last}, {shown}, style).width() + sizes_.margin;
    }
    const auto sources = sources_line(graph_.model(), room, sizes_.note);
    if (!sources.empty()) scene_.text({body_.left, last}, {sources}, quiet(sizes_.note));
}

Picture Page::finish(const Legend& legend, const std::vector<std::string>& notes, const std::string& description) {
    draw_legend(scene_, legend, {body_.left, legend_top_, body_.right, foot_top_}, quiet(sizes_.note));
    draw_foot(notes);
    std::string all = subtitle_ + ". " + description;
    for (const auto& note : notes)
        all += " " + note;
    return {scene_.dot(), title_, all};
}

}  // namespace entente::drawing
