#include "write/model_folder.hpp"

#include "write/plain_model.hpp"
#include "write/yaml.hpp"
#include <entente/write.hpp>

#include <iterator>

#include <fmt/format.h>

namespace entente {

namespace {

using namespace write;

/// A little under what FORMAT allows.
constexpr std::size_t most_of_yaml = 3'900'000;
constexpr std::size_t most_of_a_table = 63'000'000;

std::string numbered(std::string_view stem, std::size_t number, std::string_view ending) {
    return number == 1 ? fmt::format("{}{}", stem, ending) : fmt::format("{}-{}{}", stem, number, ending);
}

/// The entries in as many texts as FORMAT's limit asks for.
std::vector<std::string> yaml_texts(const std::vector<YamlSection>& sections) {
    std::vector<std::string> texts(1);
    for (const auto& section : sections) {
        const auto heading = fmt::format("\n{}:\n", section.key);
        bool headed = false;
        for (const auto& entry : section.entries) {
            if (texts.back().size() + heading.size() + entry.size() > most_of_yaml) {
                texts.emplace_back();
                headed = false;
            }
            if (!headed) texts.back() += heading;
            headed = true;
            texts.back() += entry + '\n';
        }
    }
    return texts;
}

/// What the lens shows is what the folder shows without one.
Model through_lens(const RelationGraph& graph) {
    auto model = graph.model();
    model.as_of = graph.as_of();
    for (LayerIndex layer = 0; layer < model.layers.size(); ++layer)
        model.layers[layer].salience = graph.salience(layer);
    model.forums_salience = graph.forums_salience();
    return model;
}

}  // namespace

std::vector<NamedFile> to_tables(const RelationGraph& graph) {
    const auto model = plain_model(through_lens(graph));
    auto sections = split_vertices(model);
    for (auto& section : split_claims(model))
        sections.push_back(std::move(section));

    std::vector<NamedFile> files(1);
    std::string tables;
    auto yaml = ground_sections(model);
    const auto remarks = std::prev(yaml.end());
    std::vector<YamlSection> left_over;
    for (auto& [sheet, rest] : sections) {
        left_over.push_back(std::move(rest));
        if (sheet.empty()) continue;
        std::vector<std::string> names;
        for (auto& bytes : sheet.files(most_of_a_table)) {
            names.push_back(numbered(sheet.name(), names.size() + 1, ".csv"));
            files.push_back({names.back(), std::move(bytes)});
        }
        tables += fmt::format("  {}: {}\n", sheet.name(), names.size() == 1 ? names.front() : yaml_list(names));
    }
    yaml.insert(remarks, std::make_move_iterator(left_over.begin()), std::make_move_iterator(left_over.end()));

    auto texts = yaml_texts(yaml);
    std::vector<std::string> included;
    for (std::size_t part = 1; part < texts.size(); ++part) {
        included.push_back(numbered("model", part + 1, ".yaml"));
        files.push_back({included.back(), "entente: 1\n" + texts[part]});
    }
    auto& main = files.front();
    main = {"model.yaml", "# The rows lie in the tables beside it; what no row can hold stands here.\nentente: 1\n"};
    for (const auto& line : header_lines(model))
        main.bytes += line + '\n';
    if (!included.empty()) main.bytes += fmt::format("include: {}\n", yaml_list(included));
    if (!tables.empty()) main.bytes += "\ntables:\n" + tables;
    main.bytes += texts.front();
    return files;
}

}  // namespace entente
