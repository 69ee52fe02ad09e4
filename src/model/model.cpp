#include "model/unicode.hpp"
#include <entente/model.hpp>

#include <algorithm>
#include <cmath>

namespace entente {

namespace {

constexpr std::array<std::string_view, 5> kind_names{"country", "group", "organisation", "mechanism", "project"};

constexpr double days_per_year = 365.25;

}  // namespace

std::string_view name_of(Kind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<Kind> kind_named(std::string_view name) {
    const auto* const found = std::find(kind_names.begin(), kind_names.end(), name);
    if (found == kind_names.end()) return std::nullopt;
    return static_cast<Kind>(found - kind_names.begin());
}

bool Record::is_replaced_on(Date day) const {
    return std::any_of(replaced.begin(), replaced.end(), [&](const Period& period_) { return period_.covers(day); });
}

std::size_t Forum::part_on(Date day) const {
    const auto counts = [&](const Effectiveness& record) { return record.in_force_on(day); };
    const auto found = std::find_if(later.begin(), later.end(), counts);
    return found == later.end() ? 0 : static_cast<std::size_t>(found - later.begin()) + 1;
}

std::optional<double> Tie::fade_on(Date day) const {
    if (is_replaced_on(day)) return std::nullopt;
    if (period.covers(day)) return 1;
    const bool over = period.to && *period.to < day && (!period.from || *period.from <= day);
    if (!half_life || !over) return std::nullopt;
    const double years = day.days_since(*period.to) / days_per_year;
    const double fade = std::pow(0.5, years / *half_life);
    if (!at_least(std::abs(weight * fade), forgotten_below)) return std::nullopt;
    return fade;
}

bool Vertex::exists_on(Date day) const {
    return exists.empty() ||
           std::any_of(exists.begin(), exists.end(), [&](const Period& spell) { return spell.covers(day); });
}

double Scale::role_factor(Role role) const {
    return roles.find(role_names[static_cast<std::size_t>(role)])->second;
}

std::string_view Scale::nearest_word(const std::map<std::string, double, std::less<>>& words, double value) {
    const auto nearer = [value](const auto& left, const auto& right) {
        const double left_gap = std::abs(left.second - value);
        const double right_gap = std::abs(right.second - value);
        return left_gap != right_gap ? left_gap < right_gap : left.second < right.second;
    };
    return std::min_element(words.begin(), words.end(), nearer)->first;
}

const std::vector<Profile>& builtin_profiles() {
    static const std::vector<Profile> profiles{{"balanced", {0.40, 0.40, 0.20, 0, 0, 0}},
                                               {"precedent", {0.30, 0.30, 0.15, 0, 0, 0.25}},
                                               {"facilitator", {0.45, 0, 0.15, 0.25, 0.15, 0}},
                                               {"convenor", {0.30, 0.05, 0.45, 0.10, 0.10, 0}},
                                               {"power", {0.30, 0.55, 0.10, 0, 0.05, 0}}};
    return profiles;
}

std::optional<VertexIndex> Model::find_vertex(std::string_view name) const {
    const auto by_id =
        std::lower_bound(vertices.begin(), vertices.end(), name,
                         [](const Vertex& vertex, std::string_view wanted) { return vertex.id < wanted; });
    if (by_id != vertices.end() && by_id->id == name) return static_cast<VertexIndex>(by_id - vertices.begin());

    const auto wanted = comparison_form(name);
    for (VertexIndex index = 0; index < vertices.size(); ++index) {
        const auto& vertex = vertices[index];
        if (comparison_form(vertex.name) == wanted) return index;
        for (const auto& alias : vertex.aliases)
            if (comparison_form(alias) == wanted) return index;
    }
    return std::nullopt;
}

std::optional<Profile> Model::find_profile(std::string_view name) const {
    for (const auto* list : {&profiles, &builtin_profiles()})
        for (const auto& profile : *list)
            if (profile.name == name) return profile;
    return std::nullopt;
}

std::optional<LayerIndex> Model::find_layer(std::string_view id) const {
    for (LayerIndex index = 0; index < layers.size(); ++index)
        if (layers[index].id == id) return index;
    return std::nullopt;
}

}  // namespace entente
