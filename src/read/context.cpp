#include "read/context.hpp"

#include "model/nearest.hpp"
#include "read/values.hpp"

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::size_t most_records = 2'000'000;

}  // namespace

void Context::count_record(const Span& at) {
    if (++records <= most_records) return;
    diagnostics.error(at, "more than 2 million records", "a model holds at most as many");
    throw TooManyErrors{};
}

void Context::tell_progress(std::size_t bytes_of_this_table) const {
    if (!progress || table_bytes == 0) return;
    progress(static_cast<double>(table_bytes_read + bytes_of_this_table) / static_cast<double>(table_bytes));
}

std::optional<VertexIndex> Context::vertex(const Node& name) {
    const auto text = read_text(*this, name, "a vertex");
    if (!text) return std::nullopt;
    if (const auto found = names.find(*text)) return found;
    if (!all_files_read) return std::nullopt;

    const auto near = names.nearest_to(*text);
    std::string hint = "declare it under countries, groups, organisations, mechanisms or projects";
    if (!near.empty()) {
        const auto& meant = model.vertices[*names.find(near)];
        const auto& other = near == meant.id ? meant.name : meant.id;
        hint = near == other ? fmt::format("did you mean {}?", in_quotes(near))
                             : fmt::format("did you mean {} ({})?", in_quotes(near), other);
    }
    diagnostics.error(name.span, "unknown vertex " + in_quotes(*text), hint);
    return std::nullopt;
}

std::optional<LayerIndex> Context::layer(const Node& id) {
    const auto text = read_text(*this, id, "a layer");
    if (!text) return std::nullopt;
    if (const auto found = model.find_layer(*text)) return found;
    if (*text == forums_layer) {
        diagnostics.error(id.span, "the layer 'forums' is built in", "it comes from shared membership; name another");
        return std::nullopt;
    }
    if (!all_files_read) return std::nullopt;
    std::vector<std::string_view> known;
    for (const auto& layer : model.layers)
        known.push_back(layer.id);
    diagnostics.error(id.span, "unknown layer " + in_quotes(*text),
                      suggestion(*text, known, "declare it under layers"));
    return std::nullopt;
}

std::optional<std::size_t> Context::source(const Node& id) {
    const auto text = read_text(*this, id, "a source");
    if (!text) return std::nullopt;
    if (const auto found = source_positions.find(*text); found != source_positions.end()) return found->second;
    if (!all_files_read) return std::nullopt;
    std::vector<std::string_view> known;
    for (const auto& source : model.sources)
        known.push_back(source.id);
    diagnostics.error(id.span, "unknown source " + in_quotes(*text),
                      suggestion(*text, known, "declare it under sources"));
    return std::nullopt;
}

}  // namespace entente
