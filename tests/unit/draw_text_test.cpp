#include "draw/text_size.hpp"
#include "draw_svg.hpp"
#include "model_builder.hpp"
#include <entente/draw.hpp>

#include <array>

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::drawing;

namespace {

constexpr std::array<const char*, 9> awkward_names{"Trinidad & Tobago", "R&amp;D Pact",          "<Contact Group>",
                                                   "Q \"Quad\" 'x'",    "\\N and \\G",           "ends in \\",
                                                   "<b>&lt;</b>",       "سازمان همکاری\u200cها", "上海合作组织"};

Model awkwardly_named() {
    ModelBuilder builder;
    builder.countries({"HUB"});
    for (std::size_t i = 0; i < awkward_names.size(); ++i) {
        const auto id = "V" + std::to_string(i);
        builder.vertex(id, i % 2 ? Kind::organisation : Kind::country,
                       [name = awkward_names[i]](Vertex& made) { made.name = name; });
        builder.tie("HUB", id, 0.8);
        if (i % 2) builder.seat("HUB", id, Role::member);
    }
    return builder.with([](Model& model) { model.marking = "TLP:<RED> & \\N"; }).build();
}

SvgPicture picture_of(const Picture& picture) {
    return SvgPicture(render(picture, ImageFormat::svg, *Date::from_civil(2016, 7, 18)));
}

}  // namespace

TEST_CASE("names read in the picture exactly as they are typed") {
    const auto model = awkwardly_named();
    const RelationGraph graph(model);
    const auto network = picture_of(draw_network(graph, {}));
    const auto forums = picture_of(draw_forums(graph, {}));
    for (std::size_t i = 0; i < awkward_names.size(); ++i) {
        const std::string name = awkward_names[i];
        CHECK_MESSAGE(network.holds(name), name);
        CHECK_MESSAGE(network.has_title(name + " ("), name);
        CHECK_MESSAGE(network.has_title("HUB–" + name + ": cooperation 0."), name);
        if (i % 2) CHECK_MESSAGE(forums.mentions(name), name);
    }
    CHECK(network.holds("TLP:<RED> & \\N"));
}

TEST_CASE("no name makes an element of its own") {
    const auto model = awkwardly_named();
    const RelationGraph graph(model);
    const auto picture = picture_of(draw_network(graph, {}));
    for (const auto& [name, count] : picture.elements) {
        CAPTURE(name);
        CHECK((name == "svg" || name == "g" || name == "title" || name == "desc" || name == "text" ||
               name == "polygon" || name == "polyline" || name == "path" || name == "ellipse"));
    }
}

TEST_CASE("a text breaks between words, evenly, and inside one only where it must") {
    const std::string name = "Shanghai Cooperation Organization";
    CHECK(wrap(name, 1000, 10) == std::vector<std::string>{name});
    CHECK(wrap(name, text_width("Shanghai Cooperation", 10) + 5, 10) ==
          std::vector<std::string>{"Shanghai Cooperation", "Organization"});
    for (const auto& line : wrap("Donaudampfschifffahrtsgesellschaft", 60, 10))
        CHECK(text_width(line, 10) <= 60);
    CHECK(wrap_within(name, text_width("Cooperation", 10) + 5, 2, 10).size() == 2);
    CHECK(wrap_within(name, text_width("Cooperation", 10) + 5, 2, 10).back().ends_with("…"));
}

TEST_CASE("a list that does not fit says how many more there are") {
    CHECK(as_many_as_fit({"China", "Norway"}, 1000, 10) == "China, Norway");
    CHECK(as_many_as_fit({"China", "Norway", "Russia"}, text_width("China and 2 more", 10), 10) == "China and 2 more");
}
