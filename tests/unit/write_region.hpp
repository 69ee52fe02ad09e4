/// A region that has one of everything a writer may meet, names with markup among it.
#pragma once

#include "model_builder.hpp"

namespace entente {

inline Evidence cited(const std::string& at, const std::string& note = {}, bool disputes = false) {
    return {0, at, note, disputes};
}

inline Model region() {
    const auto named = [](const char* name) { return [name](Vertex& vertex) { vertex.name = name; }; };
    return ModelBuilder()
        .layer("security")
        .layer("economy", 0.8)
        .vertex("AFG", Kind::country, named("Afghanistan"))
        .vertex("CHN", Kind::country, named("China"))
        .vertex("IND", Kind::country, named("<b>India</b> | =x"))
        .vertex("IRN", Kind::country, named("Iran"))
        .vertex("PAK", Kind::country, named("Pakistan"))
        .vertex("USA", Kind::country, named("United States"))
        .vertex("TLB", Kind::group, named("Taliban"))
        .forum("SCO", 0.4, {"CHN", "PAK", "IND"})
        .vertex("TRI", Kind::mechanism,
                [](Vertex& vertex) {
                    vertex.name = "Afghanistan–China–Pakistan trilateral";
                    vertex.evidence = {cited("Mechanisms a)")};
                })
        .seat("AFG", "TRI", Role::member)
        .seat("CHN", "TRI", Role::member)
        .seat("PAK", "TRI", Role::member)
        .seat("AFG", "SCO", Role::observer)
        .tie("AFG", "PAK", -0.6, "security", [](Tie& tie) { tie.evidence = {cited("p. 3", "shelling at the line")}; })
        .tie("AFG", "PAK", 0.4, "economy", [](Tie& tie) { tie.evidence = {cited("p. 9", "transit", true)}; })
        .tie("AFG", "CHN", 0.4, "economy")
        .tie("CHN", "PAK", 0.8, "security", [](Tie& tie) { tie.period.from = Date::from_civil(2005, 1, 1); })
        .tie("AFG", "IND", 0.6, "security")
        .tie("IND", "PAK", -0.8, "security")
        .tie("CHN", "IND", -0.2, "security")
        .tie("AFG", "IRN", 0.2, "economy")
        .tie("IRN", "PAK", 0.2, "economy")
        .tie("AFG", "USA", 0.6, "security")
        .tie("PAK", "USA", 0.4, "security")
        .tie("AFG", "TLB", -1, "security")
        .tie("AFG", "PAK", -1, "security",
             [](Tie& tie) {
                 tie.period = {Date::from_civil(1999, 1, 1), Date::from_civil(1999, 12, 31)};
             })
        .influence("CHN", "PAK", 0.8)
        .influence("PAK", "CHN", 0.6)
        .with([](Model& model) {
            model.title = "A region";
            model.marking = "TLP:CLEAR";
            model.sources = {{"taf2016", "A study", "A foundation", parse_date("2016-07-18"), "2016-07-18", "", ""}};
            Refusal refusal;
            refusal.by = *model.find_vertex("PAK");
            refusal.on = {*model.find_vertex("AFG"), *model.find_vertex("PAK")};
            refusal.anyone = false;
            refusal.who = {*model.find_vertex("USA")};
            model.refusals.push_back(refusal);
            Concern concern;
            concern.id = "radicalisation";
            concern.label = "Violent radicalisation";
            concern.evidence = {cited("Threats")};
            for (const auto* id : {"AFG", "CHN", "PAK"}) {
                Holding holding;
                holding.actor = *model.find_vertex(id);
                holding.strength = 0.8;
                concern.held_by.push_back(holding);
            }
            model.concerns.push_back(concern);
            Remark remark;
            remark.about = {*model.find_vertex("AFG"), *model.find_vertex("PAK")};
            remark.kind = "obstacle";
            remark.text = "each blames the *other*\x1b[31m";
            remark.rank = 1;
            remark.evidence = {cited("p. 4")};
            model.remarks.push_back(remark);
        })
        .build();
}

}  // namespace entente
