#include "read/decode.hpp"
#include "read/fields.hpp"
#include "read/values.hpp"

#include <cmath>
#include <unordered_map>

#include <fmt/format.h>

namespace entente {

namespace {

/// Tells a word or name that an earlier file gave already.
class FirstPlaces {
  public:
    bool is_first(Context& context, const std::string& name, const Node& key) {
        const auto [found, is_new] = places_.try_emplace(name, key.span);
        if (!is_new)
            context.diagnostics.error(key.span, fmt::format("duplicate key {}", in_quotes(key.text)),
                                      fmt::format("it stands at {} already", place_of(found->second)));
        return is_new;
    }

  private:
    std::unordered_map<std::string, Span> places_;
};

struct Group {
    std::string_view key;
    std::string_view what;
    Words Scale::*words;
    Range range;
};
constexpr Group groups[] = {{"stance", "a stance", &Scale::stance, weight_range},
                            {"strength", "a strength", &Scale::strength, share_range},
                            {"effectiveness", "an effectiveness", &Scale::effectiveness, share_range},
                            {"confidence", "a confidence", &Scale::confidence, confidence_range},
                            {"roles", "a role", &Scale::roles, share_range}};

void decode_group(Context& context, const Group& group, const Node& node, FirstPlaces& places) {
    auto& words = context.model.scale.*group.words;
    if (!node.is_map()) {
        context.diagnostics.error(node.span, fmt::format("{} under scale is no map", group.key),
                                  "write {word: number, …}");
        return;
    }
    for (const auto& [key, value] : entries(node)) {
        const auto found = words.find(key.text);
        if (found == words.end()) {
            read_word(context, key, group.what, words);
            continue;
        }
        if (!places.is_first(context, fmt::format("{}.{}", group.key, key.text), key)) continue;
        if (const auto number = read_number(context, value, group.what, group.range)) found->second = *number;
    }
}

void decode_profile(Context& context, const Node& key, const Node& value) {
    const auto errors = context.diagnostics.errors();
    const auto name = read_id(context, key, "a profile");
    const Fields fields(context, value, "a profile",
                        {"access", "leverage", "convening", "parity", "detachment", "standing"});
    if (!name || !fields.is_map()) return;
    Profile profile{*name, {}};
    double sum = 0;
    for (std::size_t component = 0; component < component_count; ++component) {
        const auto* const weight = fields.find(component_names[component]);
        if (weight == nullptr) continue;
        const auto number = read_number(context, *weight, component_names[component], share_range);
        if (number) sum += profile.weights[component] = *number;
    }
    if (context.diagnostics.errors() == errors && std::abs(sum - 1) > tolerance)
        context.diagnostics.error(
            value.span, fmt::format("the weights of profile {} sum to {:.6g}", in_quotes(*name), sum), "they sum to 1");
    context.model.profiles.push_back(std::move(profile));
}

}  // namespace

void decode_scale(Context& context, const Sections& sections) {
    FirstPlaces places;
    for (const auto* const section : sections.of("scale")) {
        const Fields fields(context, *section, "scale", {"stance", "strength", "effectiveness", "confidence", "roles"});
        for (const auto& group : groups)
            if (const auto* const node = fields.find(group.key)) decode_group(context, group, *node, places);
    }
}

void decode_profiles(Context& context, const Sections& sections) {
    FirstPlaces places;
    for (const auto* const section : sections.of("profiles"))
        for (const auto& [key, value] : map_entries(context, *section, "profiles"))
            if (places.is_first(context, std::string(key.text), key)) decode_profile(context, key, value);
}

}  // namespace entente
