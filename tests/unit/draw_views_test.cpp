#include "draw_region.hpp"
#include "draw_svg.hpp"
#include <entente/draw.hpp>

#include <functional>

#include <doctest/doctest.h>

using namespace entente;

namespace {

SvgPicture picture_of(const Picture& picture) {
    return SvgPicture(render(picture, ImageFormat::svg, *Date::from_civil(2016, 7, 18)));
}

struct View {
    std::string name;
    std::function<Picture(const RelationGraph&, const DrawOptions&)> draw;
};

std::vector<VertexIndex> vertices_of(const RelationGraph& graph, std::initializer_list<const char*> ids) {
    std::vector<VertexIndex> found;
    for (const auto* id : ids)
        found.push_back(*graph.model().find_vertex(id));
    std::sort(found.begin(), found.end());
    return found;
}

const std::vector<View>& views() {
    static const std::vector<View> all{
        {"network", draw_network},
        {"clusters",
         [](const auto& graph, const auto& options) {
             return draw_clusters(graph, find_clusters(graph, {1, 5, 1}), options);
         }},
        {"tensions", [](const auto& graph,
                        const auto& options) { return draw_tensions(graph, find_tensions(graph, {}), options); }},
        {"brokers",
         [](const auto& graph, const auto& options) {
             return draw_brokers(graph, find_brokers(graph, vertices_of(graph, {"IND", "PAK"}), {}), options);
         }},
        {"brokers of four",
         [](const auto& graph, const auto& options) {
             return draw_brokers(graph, find_brokers(graph, vertices_of(graph, {"AFG", "IND", "PAK", "IRN"}), {}),
                                 options);
         }},
        {"matrix",
         [](const auto& graph, const auto& options) {
             return draw_matrix(graph, find_all_brokers(graph, {}, Threats::left_out), options);
         }},
        {"forums", draw_forums},
        {"map",
         [](const auto& graph, const auto& options) {
             const auto placed = on_a_map(graph.model());
             return draw_map(RelationGraph(placed), options);
         }},
        {"ego", [](const auto& graph, const auto& options) { return draw_ego(graph, graph.sides().back(), options); }},
        {"changes",
         [](const auto& graph, const auto& options) {
             const auto before = calmer(graph.model());
             return draw_changes(RelationGraph(before), graph, options);
         }},
        {"brokers with their ranks", [](const auto& graph, const auto& options) {
             BrokerOptions brokers;
             brokers.sampling.draws = 50;
             return draw_brokers(graph, find_brokers(graph, vertices_of(graph, {"AFG", "PAK"}), brokers), options);
         }}};
    return all;
}

Model signed_triangle() {
    return ModelBuilder()
        .layer("security")
        .layer("diplomacy")
        .countries({"AFG", "PAK", "IND"})
        .tie("AFG", "PAK", -0.8)
        .tie("AFG", "IND", 0.8)
        .tie("IND", "PAK", 0.4)
        .tie("IND", "PAK", -0.4, "diplomacy")
        .build();
}

}  // namespace

TEST_CASE("no text overlaps another, lies over a foreign box, leaves the page or is under 8 points") {
    const auto model = crowded_region();
    const RelationGraph graph(model);
    for (const auto& view : views())
        for (const auto size : {slide_size, a4_size, PictureSize{210, 148}, PictureSize{594, 420}}) {
            CAPTURE(view.name);
            CAPTURE(size.width_mm);
            DrawOptions options;
            options.size = size;
            const auto picture = picture_of(view.draw(graph, options));
            CHECK(picture.texts.size() > 10);
            const drawing::Box page{0, 0, picture.width, picture.height};
            for (std::size_t i = 0; i < picture.texts.size(); ++i) {
                const auto& text = picture.texts[i];
                CAPTURE(text.text);
                CHECK(page.holds(text.box));
                CHECK(text.size >= 8);
                for (std::size_t j = i + 1; j < picture.texts.size(); ++j)
                    CHECK_MESSAGE(!text.box.overlaps(picture.texts[j].box), picture.texts[j].text);
            }
        }
}

TEST_CASE("names stand inside their own box and clear of the others") {
    const auto model = crowded_region();
    const RelationGraph graph(model);
    for (const auto& view : {views()[0], views()[1], views()[7]}) {
        CAPTURE(view.name);
        const auto picture = picture_of(view.draw(graph, {}));
        CHECK(picture.shapes.size() > 18);
        for (const auto& text : picture.texts) {
            CAPTURE(text.text);
            for (const auto& shape : picture.shapes) {
                if (!shape.overlaps(text.box)) continue;
                CHECK(shape.grown(0.5).holds(text.box));
            }
        }
        for (std::size_t i = 0; i < picture.shapes.size(); ++i)
            for (std::size_t j = i + 1; j < picture.shapes.size(); ++j)
                CHECK_FALSE(picture.shapes[i].overlaps(picture.shapes[j]));
    }
}

TEST_CASE("every picture bears a title, the date, its sources and the marking twice") {
    const auto model = crowded_region();
    const RelationGraph graph(model);
    for (const auto& view : views()) {
        CAPTURE(view.name);
        const auto made = view.draw(graph, {});
        const auto picture = picture_of(made);
        CHECK(picture.titles.front() == made.title);
        CHECK_FALSE(made.title.empty());
        CHECK_FALSE(made.description.empty());
        CHECK(picture.mentions("2016"));
        CHECK(picture.mentions("Study on Security Cooperation (The Asia Foundation)"));
        const auto markings = std::count_if(picture.texts.begin(), picture.texts.end(),
                                            [](const auto& text) { return text.text == "TLP:AMBER"; });
        CHECK(markings == 2);
    }
}

TEST_CASE("the sign of a tie shows without colour, and the legend says how") {
    const auto model = signed_triangle();
    const RelationGraph graph(model);
    DrawOptions options;
    options.greyscale = true;
    const auto picture = picture_of(draw_network(graph, options));
    CHECK(picture.count_ties("stroke-dasharray", "") == 2);
    CHECK(picture.count_ties("stroke-dasharray", "6,6") == 2);
    CHECK(picture.mentions("dashed"));
    CHECK(picture.mentions("solid"));
}

TEST_CASE("an ambivalent pair is drawn as both lines, and a least weight keeps strong tension") {
    const auto model = signed_triangle();
    const RelationGraph graph(model);
    DrawOptions options;
    options.min = 0.3;
    CHECK(picture_of(draw_network(graph, options)).ties.size() == 4);
    options.min = 0.5;
    const auto picture = picture_of(draw_network(graph, options));
    CHECK(picture.ties.size() == 2);
    CHECK(picture.has_title("AFG–PAK: cooperation 0.00, tension 0.80"));
}

TEST_CASE("a picture is narrowed to a tag or to steps from the one in focus") {
    const auto model = crowded_region();
    const RelationGraph graph(model);
    DrawOptions options;
    options.only = {"half", "west"};
    const auto west = picture_of(draw_network(graph, options));
    CHECK(west.holds("Afghanistan"));
    CHECK_FALSE(west.holds("United Arab Emirates"));

    const auto triangle = ModelBuilder().countries({"A", "B", "C"}).tie("A", "B", 0.8).tie("B", "C", 0.8).build();
    const RelationGraph line(triangle);
    DrawOptions near;
    near.focus = {0};
    near.within = 1;
    const auto picture = picture_of(draw_network(line, near));
    CHECK(picture.holds("B"));
    CHECK_FALSE(picture.holds("C"));
}

TEST_CASE("of too many vertices the most telling are drawn and the foot says so") {
    ModelBuilder builder;
    for (int i = 100; i < 180; ++i)
        builder.countries({("C" + std::to_string(i)).c_str()});
    for (int i = 100; i < 179; ++i)
        builder.tie("C" + std::to_string(i), "C" + std::to_string(i + 1), 0.8);
    const auto model = builder.build();
    const RelationGraph graph(model);
    const auto reduced = picture_of(draw_network(graph, {}));
    CHECK(reduced.mentions("of 80 vertices are drawn"));
    CHECK(reduced.mentions("--only"));
    DrawOptions options;
    options.all_vertices = true;
    const auto whole = picture_of(draw_network(graph, options));
    CHECK(whole.shapes.size() >= 80);
    options.size = {120, 100};
    CHECK_THROWS_AS(draw_network(graph, options), DrawError);
}

TEST_CASE("who is refused is struck out below and never the finding") {
    const auto model = crowded_region();
    const RelationGraph graph(model);
    const auto brokerage = find_brokers(graph, vertices_of(graph, {"IND", "PAK"}), {});
    const auto made = draw_brokers(graph, brokerage, {});
    const auto picture = picture_of(made);
    CHECK(made.title.find("China") == std::string::npos);
    CHECK(picture.holds("Refused:"));
    CHECK(picture.has_title("China is refused by India"));
}

TEST_CASE("the legend names only what is in the picture") {
    const auto model = ModelBuilder().countries({"A", "B"}).tie("A", "B", 0.8).build();
    const RelationGraph graph(model);
    const auto picture = picture_of(draw_network(graph, {}));
    CHECK(picture.mentions("cooperation (solid"));
    CHECK_FALSE(picture.mentions("tension (dashed"));
    CHECK_FALSE(picture.holds("organisation"));
}

TEST_CASE("a model without relations is drawn and says so") {
    const auto model = ModelBuilder().countries({"A", "B"}).build();
    const RelationGraph graph(model);
    for (const auto& view : views()) {
        if (view.name.starts_with("brokers") || view.name == "changes") continue;
        CAPTURE(view.name);
        const auto made = view.draw(graph, {});
        CHECK(made.title.find("No ") == 0);
        CHECK_NOTHROW(picture_of(made));
    }
    const auto brokers = draw_brokers(graph, find_brokers(graph, vertices_of(graph, {"A", "B"}), {}), {});
    CHECK(brokers.title == "No one can broker A–B");
}

TEST_CASE("a map leaves out who has no place, and counts them") {
    auto model = on_a_map(crowded_region());
    const auto china = *model.find_vertex("CHN");
    model.vertices[china].at.reset();
    const RelationGraph graph(model);
    const auto picture = picture_of(draw_map(graph, {}));
    CHECK(picture.holds("Iran"));
    CHECK_FALSE(picture.holds("China"));
    CHECK_FALSE(picture.holds("SAARC"));
    CHECK(picture.mentions("10 forums and 1 other vertex without a place are left out."));
}

TEST_CASE("a map stays in one piece across the date line") {
    const auto at = [](double longitude) { return [=](Vertex& made) { made.at = Place{0, longitude}; }; };
    const auto model = ModelBuilder()
                           .vertex("FJI", Kind::country, at(178))
                           .vertex("WSM", Kind::country, at(-172))
                           .vertex("NRU", Kind::country, at(167))
                           .tie("FJI", "WSM", 0.8)
                           .tie("FJI", "NRU", 0.8)
                           .build();
    const RelationGraph graph(model);
    const auto picture = picture_of(draw_map(graph, {}));
    const auto left_of = [&](const std::string& name) {
        const auto found = std::find_if(picture.texts.begin(), picture.texts.end(),
                                        [&](const auto& text) { return text.text == name; });
        REQUIRE(found != picture.texts.end());
        return found->box.left;
    };
    CHECK(left_of("NRU") < left_of("FJI"));
    CHECK(left_of("FJI") < left_of("WSM"));
}

TEST_CASE("an ego stands between those it is close to and those it is at odds with, and forums are named") {
    const auto model = ModelBuilder()
                           .countries({"A", "B", "C", "D", "E"})
                           .tie("A", "B", 0.8)
                           .tie("A", "C", -0.8)
                           .tie("A", "D", 0.6)
                           .tie("B", "E", 0.8)
                           .forum("Pact", 0.6, {"A", "B"})
                           .build();
    const RelationGraph graph(model);
    const auto made = draw_ego(graph, 0, {});
    CHECK(made.title == "A: close to B and D, at odds with C");
    const auto picture = picture_of(made);
    CHECK(picture.holds("both in Pact"));
    CHECK(picture.holds("tension 0.80"));
    CHECK(picture.has_title("A–C: cooperation 0.00, tension 0.80"));
    CHECK_FALSE(picture.holds("E"));

    DrawOptions options;
    options.top = 1;
    const auto first = picture_of(draw_ego(graph, 0, options));
    CHECK(first.holds("B"));
    CHECK_FALSE(first.holds("D"));
    CHECK(first.mentions("2 weaker relations are left out"));
}
