#include "read/decode.hpp"
#include "read/fields.hpp"
#include "read/values.hpp"

namespace entente {

namespace {

void decode_derive(Context& context, const Node& node) {
    const Fields fields(context, node, "derive", {"influence"});
    const auto* const influence = fields.find("influence");
    if (influence == nullptr) return;
    if (influence->is_scalar() && !influence->quoted && influence->text == "true") {
        context.model.derived_influence = 1;
        return;
    }
    constexpr Range range{0, 1, Range::Low::excluded};
    context.model.derived_influence =
        read_number(context, *influence, "derived influence (or true)", range).value_or(0);
}

}  // namespace

void decode_header(Context& context, const Sections& sections) {
    auto& model = context.model;
    if (const auto* const title = sections.one("title"))
        model.title = read_text(context, *title, "the title").value_or("");
    if (const auto* const marking = sections.one("marking"))
        model.marking = read_text(context, *marking, "the marking").value_or("");
    if (const auto* const as_of = sections.one("as_of")) {
        context.places.as_of = as_of->span;
        if (const auto date = read_date(context, *as_of, "as_of")) model.as_of = date->last;
    }
    if (const auto* const derive = sections.one("derive")) decode_derive(context, *derive);
    if (const auto* const unrecorded = sections.one("unrecorded"))
        if (const auto confidence = read_word(context, *unrecorded, "unrecorded", model.scale.confidence))
            model.unrecorded = *confidence;
}

}  // namespace entente
