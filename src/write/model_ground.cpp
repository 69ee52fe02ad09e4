#include "write/model_folder.hpp"
#include "write/words.hpp"
#include "write/yaml.hpp"
#include <entente/write.hpp>

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace entente::write {

namespace {

using Words = std::map<std::string, double, std::less<>>;

std::string entry(std::string_view id, const YamlMap& map) {
    return fmt::format("  {}: {}", yaml_text(id), map.str());
}

YamlSection sources(const Model& model) {
    YamlSection section{"sources"};
    for (const auto& source : model.sources) {
        YamlMap map;
        if (source.title != source.id) map.text("title", source.title);
        map.text("publisher", source.publisher).text("date", source.date_text);
        map.text("url", source.url).text("marking", source.marking);
        section.entries.push_back(entry(source.id, map));
    }
    return section;
}

YamlSection layers(const Model& model) {
    constexpr double usual = 1;
    YamlSection section{"layers"};
    for (const auto& layer : model.layers) {
        YamlMap map;
        if (layer.label != layer.id) map.text("label", layer.label);
        if (layer.salience != usual) map.number("salience", layer.salience);
        section.entries.push_back(entry(layer.id, map));
    }
    if (model.forums_salience != Model().forums_salience)
        section.entries.push_back(entry(forums_layer, YamlMap().number("salience", model.forums_salience)));
    return section;
}

/// The words that the model gives another number than they have.
YamlSection scale(const Model& model) {
    constexpr std::array<std::pair<std::string_view, Words Scale::*>, 5> groups{
        {{"stance", &Scale::stance},
         {"strength", &Scale::strength},
         {"effectiveness", &Scale::effectiveness},
         {"confidence", &Scale::confidence},
         {"roles", &Scale::roles}}};
    const Scale usual;
    YamlSection section{"scale"};
    for (const auto& [name, words] : groups) {
        YamlMap map;
        for (const auto& [word, number] : model.scale.*words)
            if ((usual.*words).at(word) != number) map.number(word, number);
        if (!map.empty()) section.entries.push_back(entry(name, map));
    }
    return section;
}

YamlSection profiles(const Model& model) {
    YamlSection section{"profiles"};
    for (const auto& profile : model.profiles) {
        YamlMap map;
        for (std::size_t component = 0; component < component_count; ++component)
            if (profile.weights[component] != 0) map.number(component_names[component], profile.weights[component]);
        section.entries.push_back(entry(profile.name, map));
    }
    return section;
}

YamlSection remarks(const Model& model) {
    YamlSection section{"remarks"};
    for (const auto& remark : model.remarks) {
        YamlMap map;
        map.texts("about", ids_of(model, remark.about)).add("kind", remark.kind).add("text", yaml_text(remark.text));
        if (remark.rank) map.add("rank", std::to_string(*remark.rank));
        section.entries.push_back("  - " + map.record(model, remark).str());
    }
    return section;
}

/// A model that was read has a word of that number: it was written as one.
std::string_view word_of_confidence(const Model& model, double confidence) {
    const auto& words = model.scale.confidence;
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const auto& word) { return word.second == confidence; });
    if (found == words.end()) throw WriteError("no word of confidence has the number of `unrecorded`");
    return found->first;
}

}  // namespace

std::vector<std::string> header_lines(const Model& model) {
    std::vector<std::string> lines;
    if (!model.title.empty()) lines.push_back("title: " + yaml_text(model.title));
    lines.push_back("as_of: " + model.as_of.text());
    if (!model.marking.empty()) lines.push_back("marking: " + yaml_text(model.marking));
    if (model.derived_influence > 0)
        lines.push_back(fmt::format("derive: {{influence: {}}}", plain_decimal(model.derived_influence)));
    if (model.unrecorded) lines.push_back(fmt::format("unrecorded: {}", word_of_confidence(model, *model.unrecorded)));
    return lines;
}

std::vector<YamlSection> ground_sections(const Model& model) {
    return {sources(model), layers(model), scale(model), profiles(model), remarks(model)};
}

}  // namespace entente::write
