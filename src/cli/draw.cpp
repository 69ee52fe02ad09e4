#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include <entente/draw.hpp>

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <unistd.h>

namespace entente::cli {

namespace {

constexpr double least_side = 60;  ///< mm
constexpr double greatest_side = 20'000;
constexpr double millimetres_per_inch = 25.4;
constexpr std::size_t most_steps = 1000;

const std::vector<std::string_view> views{"map",     "network", "clusters", "tensions",
                                          "brokers", "matrix",  "ego",      "forums"};

/// `WxH` in millimetres, or in inches with `in` at the end.
PictureSize parse_size(const std::string& text) {
    if (text == "slide") return slide_size;
    if (text == "a4") return a4_size;
    const bool inches = text.ends_with("in");
    const auto numbers = inches ? text.substr(0, text.size() - 2) : text;
    const auto cross = numbers.find('x');
    if (cross == std::string::npos)
        throw UsageError(fmt::format("option '--size' takes slide, a4, WxH in mm, or WxHin in inches, not '{}'", text));
    const double unit = inches ? millimetres_per_inch : 1;
    const auto side = [&](const std::string& number) {
        return parse_number("a side in '--size'", number, least_side / unit, greatest_side / unit) * unit;
    };
    return {side(numbers.substr(0, cross)), side(numbers.substr(cross + 1))};
}

/// TAG=VALUE, as some vertex carries it.
DrawOptions draw_options(const RelationGraph& graph, const Arguments& arguments) {
    DrawOptions options;
    if (const auto size = arguments.text("size")) options.size = parse_size(*size);
    options.only = only_from(graph.model(), arguments);
    options.focus = parties_named(graph, arguments, 2);
    options.within = arguments.count("within", 0, most_steps);
    if (options.within && options.focus.empty())
        throw UsageError("option '--within' counts steps from the vertices named after the model; name one");
    options.min = arguments.number("min", 0, 1).value_or(0);
    options.greyscale = arguments.has("greyscale");
    options.all_vertices = arguments.has("all-vertices");
    return options;
}

Picture network(const Session& session, const RelationGraph& graph, const DrawOptions& options) {
    if (!session.before) return draw_network(graph, options);
    return draw_changes(RelationGraph(*session.before, session.lens), graph, options);
}

Picture clusters(const Session& session, const RelationGraph& graph, const ClusterOptions& asked,
                 const DrawOptions& options) {
    const auto clustering = find_clusters(graph, asked);
    if (!session.before) return draw_clusters(graph, clustering, options);
    const RelationGraph before(*session.before, session.lens);
    auto without_draws = asked;
    without_draws.sampling.draws = 0;
    return draw_cluster_changes(before, find_clusters(before, without_draws), graph, clustering, options);
}

Picture ego(const RelationGraph& graph, const DrawOptions& options) {
    if (options.focus.size() != 1) throw UsageError("`draw ego` needs one vertex after the model");
    return draw_ego(graph, options.focus.front(), options);
}

Picture draw(const Session& session, const RelationGraph& graph, std::string_view view, const Arguments& arguments) {
    auto options = draw_options(graph, arguments);
    auto brokers = broker_options(graph.model(), arguments);
    options.top = brokers.top;
    const auto threats = threats_from(arguments);
    if (view == "map") return draw_map(graph, options);
    if (view == "network") return network(session, graph, options);
    if (view == "clusters") return clusters(session, graph, {.sampling = brokers.sampling}, options);
    if (view != "brokers") brokers.sampling.draws = 0;  // they show no certainty
    if (view == "tensions") return draw_tensions(graph, find_tensions(graph, {brokers, {}, threats}), options);
    if (view == "matrix") return draw_matrix(graph, find_all_brokers(graph, brokers, threats), options);
    if (view == "forums") return draw_forums(graph, options);
    if (view == "ego") return ego(graph, options);
    if (options.focus.size() < 2) throw UsageError("`draw brokers` needs two parties or more after the model");
    return draw_brokers(graph, find_brokers(graph, options.focus, brokers), options);
}

ImageFormat image_format(const Arguments& arguments) {
    const std::vector<std::string_view> names{"svg", "png", "pdf", "dot"};
    const auto output = arguments.text("output").value_or("");
    auto name = arguments.text("format");
    if (!name) {
        const auto ending = std::filesystem::path(output).extension().string();
        name = ending.empty() ? "svg" : ending.substr(1);
        if (std::find(names.begin(), names.end(), *name) == names.end())
            throw UsageError(
                fmt::format("no picture is drawn into a file that ends in '{}'; name one that ends in .svg, "
                            ".png, .pdf or .dot, or say --format",
                            ending));
    }
    const auto found = std::find(names.begin(), names.end(), *name);
    if (found == names.end()) throw UsageError(unknown_word("format", *name, names));
    return static_cast<ImageFormat>(found - names.begin());
}

int run(const Arguments& arguments) {
    expect_operands(draw_command, arguments, 2, 22);
    const auto& view = arguments.operands().front();
    if (std::find(views.begin(), views.end(), view) == views.end()) throw UsageError(unknown_word("view", view, views));
    const auto format = image_format(arguments);
    const bool binary = format == ImageFormat::png || format == ImageFormat::pdf;
    if (binary && !arguments.has("output") && isatty(STDOUT_FILENO) != 0)
        throw UsageError("a picture of this format does not go to a terminal; name a file with -o");

    const auto session = open_session(draw_command.name, arguments, 1);
    const auto graph = session.graph();
    const auto picture = draw(session, graph, view, arguments);
    emit_bytes(arguments, render(picture, format, graph.as_of()));
    if (const auto missing = characters_without_font(picture); !missing.empty())
        say(arguments, fmt::format("no font of this machine shows {}: install one that does (such as the package "
                                   "fonts-noto-core, or fonts-noto-cjk) and draw again",
                                   missing));
    return done;
}

}  // namespace

const Command draw_command{
    .name = "draw",
    .operands = "VIEW MODEL [A B…]",
    .summary = "a picture: map, network, clusters, tensions, brokers A B, matrix, ego A or forums",
    .description =
        "Draws a view of the model. map: the network over a coastline; network: who stands how with whom; clusters: "
        "who "
        "belongs together; tensions: what pulls apart; brokers A B: who can broker the two; matrix: who can broker "
        "whom; ego A: how others stand to A; forums: who sits where. With --scenario, network and clusters mark what "
        "changes; the other views draw the model with the change.",
    .options =
        std::vector<Option>{
            {"within", "N", "only vertices within N steps of those named after the model"},
            {"min", "W", "a pair stays if its cooperation or tension reaches W (0 to 1)"},
            {"size", "S", "slide (default), a4, WxH in mm, or WxHin in inches", 0, false, {"slide", "a4"}},
            {"greyscale", "", "no colours: line styles and shades alone"},
            {"all-vertices", "", "all vertices, where a view would be reduced to 60"},
            {"format",
             "F",
             "svg (default), png, pdf or dot; else the ending of -o decides",
             0,
             false,
             {"svg", "png", "pdf", "dot"}}} +
        file_options("write to FILE, whole or not at all") + question_options(),
    .examples = {"entente draw matrix model/heart-of-asia -o matrix.png",
                 "entente draw brokers model/heart-of-asia AFG PAK --size a4 -o brokers.pdf"},
    .run = run,
    .views = views,
};

}  // namespace entente::cli
