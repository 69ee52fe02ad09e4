#include "read/table_form.hpp"

#include <algorithm>

namespace entente {

namespace {

using enum CellKind;
using Columns = std::vector<Column>;

Columns operator+(Columns left, const Columns& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

Columns period() {
    return {{"from"}, {"to"}};
}

Columns evidence() {
    return {{"source", text, CellPlace::evidence},
            {"at", text, CellPlace::evidence},
            {"evidence_note", text, CellPlace::evidence, "note"},
            {"disputes", flag, CellPlace::evidence}};
}

Columns record() {
    return period() + evidence() + Columns{{"note"}};
}

Columns vertex() {
    return Columns{{"id"},
                   {"name"},
                   {"aliases", list},
                   {"lat", number, CellPlace::pair, "at"},
                   {"lng", number, CellPlace::pair, "at"},
                   {"capital"},
                   {"capability", measure},
                   {"reach"},
                   {"under"}} +
           record();
}

Columns forum() {
    return vertex() +
           Columns{{"layers", list}, {"size"}, {"about", list}, {"effectiveness", number}, {"confidence", number}};
}

Columns pair(std::string_view key) {
    return {{"a", text, CellPlace::pair, key}, {"b", text, CellPlace::pair, key}};
}

TableForm vertices(std::string_view section, std::string_view what, Columns columns) {
    return {section, what, std::move(columns), {{"id"}}, true};
}

std::vector<TableForm> make_forms() {
    return {vertices("countries", "a country", vertex()),
            vertices("groups", "a group", vertex() + Columns{{"party", flag}}),
            vertices("organisations", "an organisation", forum() + Columns{{"actor", flag}}),
            vertices("mechanisms", "a mechanism", forum()),
            vertices("projects", "a project", forum()),
            {"capability",
             "a capability",
             Columns{{"id"}, {"value", measure}, {"reach"}} + period() + evidence(),
             {{"id"}, {"value"}}},
            {"ties",
             "a tie",
             pair("between") +
                 Columns{{"layer"}, {"stance"}, {"weight", number}, {"confidence", number}, {"half_life", number}} +
                 record(),
             {{"a"}, {"b"}, {"layer"}, {"stance", "weight"}}},
            {"borders", "a border", pair("between") + record(), {{"a"}, {"b"}}},
            {"memberships", "a membership", Columns{{"forum"}, {"actor"}, {"role"}} + record(), {{"forum"}, {"actor"}}},
            {"influence",
             "an influence",
             Columns{{"of"}, {"over"}, {"strength", number}, {"confidence", number}} + record(),
             {{"of"}, {"over"}}},
            {"refusals",
             "a refusal",
             Columns{{"by"}} + pair("on") + Columns{{"who", text_or_list}, {"confidence", number}} + record(),
             {{"by"}, {"a"}, {"b"}}},
            {"concerns",
             "a concern",
             Columns{{"id"}, {"label"}, {"actor"}, {"strength", number}, {"confidence", number}} + record(),
             {{"id"}}}};
}

}  // namespace

const Column* TableForm::find(std::string_view name) const {
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const Column& one) { return one.name == name; });
    return found == columns.end() ? nullptr : &*found;
}

std::span<const TableForm> table_forms() {
    static const auto forms = make_forms();
    return forms;
}

const TableForm* find_table_form(std::string_view section) {
    for (const auto& form : table_forms())
        if (form.section == section) return &form;
    return nullptr;
}

}  // namespace entente
