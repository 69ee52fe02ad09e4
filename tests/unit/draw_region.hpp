/// A crowded region of thirty vertices with names as they come: long, short, in other scripts.
#pragma once

#include "model_builder.hpp"

#include <array>
#include <cmath>

namespace entente {

inline Model crowded_region() {
    struct Named {
        const char* id;
        const char* name;
    };
    static constexpr std::array<Named, 18> countries{{{"AFG", "Afghanistan"},
                                                      {"ARE", "United Arab Emirates"},
                                                      {"ARM", "Armenia"},
                                                      {"AZE", "Azerbaijan"},
                                                      {"CHN", "China"},
                                                      {"DEU", "Germany"},
                                                      {"GBR", "United Kingdom"},
                                                      {"IND", "India"},
                                                      {"IRN", "Iran"},
                                                      {"KAZ", "Kazakhstan"},
                                                      {"KGZ", "Kyrgyzstan"},
                                                      {"PAK", "Pakistan"},
                                                      {"RUS", "Russia"},
                                                      {"SAU", "Saudi Arabia"},
                                                      {"TJK", "Tajikistan"},
                                                      {"TKM", "Turkmenistan"},
                                                      {"TUR", "Turkey"},
                                                      {"USA", "United States of America"}}};
    static constexpr std::array<Named, 8> forums{
        {{"CICA", "Conference on Interaction and Confidence-Building Measures"},
         {"CSTO", "CSTO"},
         {"ECO", "Economic Cooperation Organization"},
         {"OSCE", "OSCE"},
         {"RATS", "上海合作组织"},
         {"SAARC", "SAARC"},
         {"SCO", "Shanghai Cooperation Organization"},
         {"UN", "سازمان ملل\u200cمتحد"}}};
    static constexpr std::array<Named, 2> groups{{{"ISK", "Islamic State in Khorasan"}, {"TLB", "Taliban"}}};
    ModelBuilder builder;
    builder.layer("security").layer("economy", 0.8);
    for (std::size_t i = 0; i < countries.size(); ++i)
        builder.vertex(countries[i].id, Kind::country, [name = countries[i].name, i](Vertex& made) {
            made.name = name;
            made.tags["half"] = i % 2 ? "east" : "west";
        });
    for (std::size_t i = 0; i < forums.size(); ++i)
        builder.vertex(forums[i].id,
                       i == 7  ? Kind::project
                       : i > 5 ? Kind::mechanism
                               : Kind::organisation,
                       [name = forums[i].name, i](Vertex& made) {
                           made.name = name;
                           made.forum->effectiveness = 0.1 * static_cast<double>(i + 1);
                       });
    for (const auto& group : groups)
        builder.vertex(group.id, Kind::group, [&](Vertex& made) {
            made.name = group.name;
            made.party = made.id == "TLB";
        });
    builder.vertex("QCG", Kind::mechanism, [](Vertex& made) { made.name = "Quadrilateral Coordination Group"; });
    builder.vertex("TAPI", Kind::project, [](Vertex& made) { made.name = "TAPI gas pipeline"; });
    for (std::size_t i = 0; i < countries.size(); ++i) {
        for (std::size_t step = 1; step < countries.size(); ++step) {
            const auto j = (i + step) % countries.size();
            if (i >= j || (i * 7 + j * 11) % 5 > 1) continue;
            const double strength = 0.2 * static_cast<double>(1 + (i * 3 + j) % 5);
            builder.tie(countries[i].id, countries[j].id, (i + j) % 3 == 0 ? -strength : strength);
            if ((i + j) % 4 == 0) builder.tie(countries[i].id, countries[j].id, 0.6, "economy");
        }
        for (std::size_t j = 0; j < forums.size(); ++j)
            if ((i * 5 + j * 3) % 4 == 0)
                builder.seat(countries[i].id, forums[j].id, (i + j) % 3 ? Role::member : Role::observer);
        builder.tie(countries[i].id, "ISK", -0.2 - 0.04 * static_cast<double>(i));
        if (i % 3 == 0) builder.seat(countries[i].id, "QCG", Role::chair);
        if (i % 4 == 0) builder.tie(countries[i].id, "TLB", -0.6);
        if (i % 5 == 0) builder.seat(countries[i].id, "TAPI", Role::partner);
    }
    builder.tie("IND", "PAK", -1).tie("CHN", "PAK", 0.8).tie("CHN", "IND", 0.2).tie("RUS", "IND", 0.6);
    builder.tie("RUS", "PAK", 0.4).influence("CHN", "PAK", 0.8).influence("RUS", "IND", 0.6);
    builder.with([](Model& model) {
        model.title = "A crowded region";
        model.marking = "TLP:AMBER";
        model.sources.push_back({"taf", "Study on Security Cooperation", "The Asia Foundation", {}, {}, {}, {}});
        Refusal refusal;
        refusal.by = *model.find_vertex("IND");
        refusal.on = {*model.find_vertex("IND"), *model.find_vertex("PAK")};
        std::sort(refusal.on.begin(), refusal.on.end());
        refusal.anyone = false;
        refusal.who = {*model.find_vertex("CHN")};
        model.refusals.push_back(refusal);
    });
    return builder.build();
}

/// Every fourth tie as it may have been before.
inline Model calmer(Model model) {
    for (std::size_t tie = 0; tie < model.ties.size(); tie += 4)
        model.ties[tie].weight = 0.5 * model.ties[tie].weight;
    return model;
}

/// With places for its countries and groups, some of them close together, others across the date line.
inline Model on_a_map(Model model) {
    for (std::size_t vertex = 0; vertex < model.vertices.size(); ++vertex) {
        if (is_forum(model.vertices[vertex].kind)) continue;
        const auto step = static_cast<double>(vertex);
        const double longitude = 150 + 2.4 * step - (vertex % 3 == 0 ? 30 : 0);
        model.vertices[vertex].at = Place{20 + 3 * static_cast<double>(vertex % 11), std::remainder(longitude, 360)};
    }
    return model;
}

}  // namespace entente
