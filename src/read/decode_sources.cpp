#include "read/decode.hpp"
#include "read/fields.hpp"
#include "read/values.hpp"

#include <fmt/format.h>

namespace entente {

namespace {

void report_duplicate(Context& context, const Node& key, std::string_view what, const Span& first) {
    context.diagnostics.error(key.span, fmt::format("duplicate {} {}", what, in_quotes(key.text)),
                              fmt::format("it stands at {} already", place_of(first)));
}

Source decode_source(Context& context, const std::string& id, const Node& node) {
    const Fields fields(context, node, "a source", {"title", "publisher", "date", "url", "marking"});
    Source source;
    source.id = id;
    source.title = text_or_empty(context, fields, "title");
    if (source.title.empty()) source.title = id;
    source.publisher = text_or_empty(context, fields, "publisher");
    source.marking = text_or_empty(context, fields, "marking");
    if (const auto* const date = fields.find("date"); date != nullptr) {
        source.date = read_date(context, *date, "date");
        if (source.date) source.date_text = date->text;
    }
    source.url = text_or_empty(context, fields, "url");
    if (!source.url.empty() && !source.url.starts_with("http://") && !source.url.starts_with("https://"))
        context.diagnostics.error(fields.find("url")->span, fmt::format("{} is no web address", in_quotes(source.url)),
                                  "a url begins with http:// or https://");
    return source;
}

double decode_salience(Context& context, const Fields& fields, double otherwise) {
    const auto* const node = fields.find("salience");
    return node == nullptr ? otherwise : read_number(context, *node, "a salience", share_range).value_or(otherwise);
}

void decode_layer(Context& context, const std::string& id, const Node& node) {
    auto& model = context.model;
    if (id == forums_layer) {
        const Fields fields(context, node, "the built-in layer 'forums'", {"salience"});
        model.forums_salience = decode_salience(context, fields, model.forums_salience);
        return;
    }
    const Fields fields(context, node, "a layer", {"label", "salience"});
    Layer layer{id, text_or_empty(context, fields, "label"), decode_salience(context, fields, 1)};
    if (layer.label.empty()) layer.label = id;
    model.layers.push_back(std::move(layer));
}

}  // namespace

void decode_sources(Context& context, const Sections& sections) {
    auto& model = context.model;
    for (const auto* const section : sections.of("sources"))
        for (const auto& [key, value] : map_entries(context, *section, "sources")) {
            const auto id = read_id(context, key, "a source");
            auto source = decode_source(context, id.value_or(""), value);
            if (!id) continue;
            const auto [found, is_new] = context.source_positions.try_emplace(*id, model.sources.size());
            if (!is_new) {
                report_duplicate(context, key, "source", context.places.sources[found->second]);
                continue;
            }
            model.sources.push_back(std::move(source));
            context.places.sources.push_back(key.span);
        }
}

void decode_layers(Context& context, const Sections& sections) {
    std::unordered_map<std::string, Span> places;
    for (const auto* const section : sections.of("layers"))
        for (const auto& [key, value] : map_entries(context, *section, "layers")) {
            const auto id = read_id(context, key, "a layer");
            if (!id) continue;
            const auto [found, is_new] = places.try_emplace(*id, key.span);
            if (is_new)
                decode_layer(context, *id, value);
            else
                report_duplicate(context, key, "layer", found->second);
        }
}

}  // namespace entente
