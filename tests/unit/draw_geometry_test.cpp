/// Reads finished pictures of every view and fails where a person would have to touch them up.
#include "draw_region.hpp"
#include "draw_svg.hpp"
#include "read_folder.hpp"
#include "recorded_data.hpp"
#include <entente/draw.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>

#include <doctest/doctest.h>

using namespace entente;

namespace {

using drawing::Box;

/// A bar that strikes out a name lies over it.
bool strikes(const Box& shape) {
    return shape.height() < 1.6;
}

bool owns(const SvgNode& node, std::size_t text) {
    return std::find(node.texts.begin(), node.texts.end(), text) != node.texts.end();
}

void check_texts(const SvgPicture& picture) {
    const Box page{0, 0, picture.width, picture.height};
    for (std::size_t i = 0; i < picture.texts.size(); ++i) {
        const auto& text = picture.texts[i];
        CAPTURE(text.text);
        CHECK_MESSAGE(page.holds(text.box), "is cut off by the page");
        CHECK_MESSAGE(text.size >= 8, "is too small");
        for (std::size_t j = i + 1; j < picture.texts.size(); ++j)
            CHECK_MESSAGE(!text.box.overlaps(picture.texts[j].box), "overlaps " << picture.texts[j].text);
    }
}

/// A text stands in its own node, wholly on a node that has no text of its own, or clear.
void check_nodes(const SvgPicture& picture) {
    for (const auto& node : picture.nodes)
        for (const auto& shape : node.shapes)
            for (std::size_t index = 0; index < picture.texts.size(); ++index) {
                const auto& text = picture.texts[index];
                if (!shape.overlaps(text.box) || strikes(shape)) continue;
                CAPTURE(text.text);
                const bool foreign = !node.texts.empty() && !owns(node, index);
                CHECK_MESSAGE(!foreign, "lies over the node of " << picture.texts[node.texts.front()].text);
                CHECK_MESSAGE(shape.grown(0.5).holds(text.box), "is cut by the rim of a node");
            }
}

void check_picture(const Picture& picture) {
    const SvgPicture read(render(picture, ImageFormat::svg, *Date::from_civil(2016, 7, 18)));
    CHECK(read.texts.size() > 5);
    check_texts(read);
    check_nodes(read);
}

Tension sharpest_of(const std::vector<Tension>& tensions) {
    REQUIRE_FALSE(tensions.empty());
    return *std::max_element(tensions.begin(), tensions.end(),
                             [](const auto& left, const auto& right) { return left.tension < right.tension; });
}

VertexIndex most_related(const RelationGraph& graph) {
    const auto& sides = graph.sides();
    return *std::max_element(sides.begin(), sides.end(), [&](auto left, auto right) {
        return graph.neighbours(left).size() < graph.neighbours(right).size();
    });
}

/// Every view of the model, on a slide and on A4.
void check_every_view(const Model& model) {
    const RelationGraph graph(model);
    const auto earlier_model = calmer(model);
    const RelationGraph earlier(earlier_model);
    const auto clustering = find_clusters(graph, {1, 5, 1});
    const auto earlier_clustering = find_clusters(earlier, {1, 5, 1});
    const auto tensions = find_tensions(graph, {});
    const auto sharpest = sharpest_of(tensions);
    BrokerOptions sampled;
    sampled.sampling.draws = 20;
    const auto brokerage = find_brokers(graph, std::vector{sharpest.a, sharpest.b}, sampled);
    const auto pairs = find_all_brokers(graph, {}, Threats::left_out);
    const auto ego = most_related(graph);
    const auto forum = graph.forums().front();

    using Draw = std::function<Picture(const DrawOptions&)>;
    const std::vector<std::pair<std::string, Draw>> views{
        {"map", [&](const auto& options) { return draw_map(graph, options); }},
        {"network", [&](const auto& options) { return draw_network(graph, options); }},
        {"changes", [&](const auto& options) { return draw_changes(earlier, graph, options); }},
        {"clusters", [&](const auto& options) { return draw_clusters(graph, clustering, options); }},
        {"cluster changes",
         [&](const auto& options) {
             return draw_cluster_changes(earlier, earlier_clustering, graph, clustering, options);
         }},
        {"tensions", [&](const auto& options) { return draw_tensions(graph, tensions, options); }},
        {"brokers", [&](const auto& options) { return draw_brokers(graph, brokerage, options); }},
        {"matrix", [&](const auto& options) { return draw_matrix(graph, pairs, options); }},
        {"ego", [&](const auto& options) { return draw_ego(graph, ego, options); }},
        {"ego of a forum", [&](const auto& options) { return draw_ego(graph, forum, options); }},
        {"forums", [&](const auto& options) { return draw_forums(graph, options); }}};
    for (const auto& [name, draw] : views)
        for (const auto size : {slide_size, a4_size}) {
            CAPTURE(name);
            CAPTURE(size.width_mm);
            DrawOptions options;
            options.size = size;
            try {
                check_picture(draw(options));
            } catch (const DrawError& error) {
                FAIL_CHECK(error.what());
            }
        }
}

Model in_many_scripts() {
    static constexpr std::array names{"جمهوری اسلامی افغانستان",
                                      "Российская Федерация",
                                      "中华人民共和国",
                                      "ترکمنستان",
                                      "Киргизская Республика",
                                      "上海合作组织",
                                      "سازمان همکاری‌های اقتصادی",
                                      "Организация Договора о коллективной безопасности",
                                      "亚洲相互协作与信任措施会议"};
    static constexpr std::array numerals{"", " ۲", " 三", " IV"};
    auto model = on_a_map(crowded_region());
    model.title = "منطقه";
    for (std::size_t vertex = 0; vertex < model.vertices.size(); ++vertex)
        model.vertices[vertex].name = std::string(names[vertex % names.size()]) + numerals[vertex / names.size()];
    return model;
}

Model with_long_names() {
    constexpr std::size_t length = 60;
    auto model = on_a_map(crowded_region());
    for (auto& vertex : model.vertices) {
        vertex.name = vertex.id + " Federation of the United Provinces, Islands and Dependencies";
        vertex.name.resize(length, 's');
    }
    return model;
}

std::string world_model() {
    return R"(entente: 1
title: The world in 2014
as_of: 2014-12-31
layers: {alliance: {}, rivalry: {}, dispute: {}}
derive: {influence: true}
sources: {atop: {title: ATOP}, tss: {title: Rivalries}, mid: {title: Disputes}, cow-igo: {title: Organisations}}
tables:
  countries: countries.csv
  capability: capability.csv
  ties: [alliances.csv, rivalries.csv, disputes.csv]
  borders: borders.csv
  organisations: organisations.csv
  memberships: memberships.csv
)";
}

}  // namespace

TEST_CASE("every picture of the Heart of Asia can be shown as it is") {
    const auto read = read_model(ENTENTE_HEART_OF_ASIA);
    REQUIRE(read.ok());
    check_every_view(read.model);
}

TEST_CASE("every picture of a model in Persian, Russian and Chinese names can be shown as it is") {
    check_every_view(in_many_scripts());
}

TEST_CASE("every picture of a model with names of sixty characters can be shown as it is") {
    check_every_view(with_long_names());
}

TEST_CASE("every picture of the world in 2014 can be shown as it is") {
    if (!recorded_table("world/countries.csv")) return;
    Folder folder;
    folder.write("model.yaml", world_model());
    const auto read = folder.read("model.yaml", {{}, {recorded_folder() + "/world"}});
    INFO(format_diagnostics(read.diagnostics));
    REQUIRE(read.ok());
    check_every_view(read.model);
}
