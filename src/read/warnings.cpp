#include "read/decode.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

namespace entente {

namespace {

void warn_of_ties_without_evidence(Context& context) {
    const Span* last = nullptr;
    for (std::size_t index = 0; index < context.model.ties.size(); ++index) {
        const auto& place = context.places.ties[index];
        const bool same_record = last != nullptr && last->source == place.source && last->offset == place.offset;
        last = &place;
        const auto& tie = context.model.ties[index];
        if (same_record || !tie.evidence.empty()) continue;
        context.diagnostics.warning(
            place, fmt::format("the tie {}–{} has no evidence", context.model.id(tie.a), context.model.id(tie.b)),
            "say where it comes from");
    }
}

/// Ties of one pair, layer and sign, from the earliest on.
using SameTies = std::map<std::tuple<VertexIndex, VertexIndex, LayerIndex, bool>, std::vector<std::size_t>>;

void warn_of_overlaps_among(Context& context, std::vector<std::size_t>& indices) {
    const auto& ties = context.model.ties;
    std::stable_sort(indices.begin(), indices.end(), [&](std::size_t left, std::size_t right) {
        return ties[left].period.from < ties[right].period.from;
    });
    std::map<std::size_t, std::size_t> later_to_earlier;
    std::size_t longest = indices.front();
    for (std::size_t rank = 1; rank < indices.size(); ++rank) {
        const auto index = indices[rank];
        if (ties[longest].period.overlaps(ties[index].period))
            later_to_earlier.emplace(std::max(longest, index), std::min(longest, index));
        const auto& end = ties[index].period.to;
        const auto& longest_end = ties[longest].period.to;
        if (longest_end && (!end || *end > *longest_end)) longest = index;
    }
    for (const auto& [later, earlier] : later_to_earlier)
        context.diagnostics.warning(
            context.places.ties[later],
            fmt::format("the tie {}–{} in {} overlaps the one at {}", context.model.id(ties[later].a),
                        context.model.id(ties[later].b), context.model.layers[ties[later].layer].id,
                        place_of(context.places.ties[earlier])),
            "of several of one sign the strongest counts; end the one or drop it");
}

void warn_of_overlaps(Context& context) {
    SameTies groups;
    for (std::size_t index = 0; index < context.model.ties.size(); ++index) {
        const auto& tie = context.model.ties[index];
        if (tie.weight != 0) groups[{tie.a, tie.b, tie.layer, tie.weight > 0}].push_back(index);
    }
    for (auto& [key, indices] : groups)
        if (indices.size() > 1) warn_of_overlaps_among(context, indices);
}

/// Vertices that a record or another vertex names.
class Touched {
  public:
    explicit Touched(const Model& model) : touched_(model.vertices.size(), false) {
        for (const auto& tie : model.ties)
            touch({tie.a, tie.b});
        for (const auto& border : model.borders)
            touch({border.a, border.b});
        for (const auto& influence : model.influences)
            touch({influence.of, influence.over});
        for (const auto& membership : model.memberships)
            touch({membership.actor, membership.forum});
        for (const auto& refusal : model.refusals) {
            touch({refusal.by});
            touch(refusal.on);
            touch(refusal.who);
        }
        for (const auto& concern : model.concerns)
            for (const auto& holding : concern.held_by)
                touch({holding.actor});
        for (const auto& remark : model.remarks)
            touch(remark.about);
        for (VertexIndex index = 0; index < model.vertices.size(); ++index)
            if (const auto& whole = model.vertices[index].under) touch({index, *whole});
    }
    bool holds(VertexIndex vertex) const { return touched_[vertex]; }

  private:
    void touch(const std::vector<VertexIndex>& vertices) {
        for (const auto vertex : vertices)
            touched_[vertex] = true;
    }

    std::vector<bool> touched_;
};

/// From `first` on.
void warn_of_lonely_vertices(Context& context, VertexIndex first) {
    const auto& model = context.model;
    const Touched touched(model);
    std::vector<std::optional<VertexIndex>> first_members(model.vertices.size());
    std::vector<bool> has_others(model.vertices.size());
    for (const auto& membership : model.memberships) {
        auto& member = first_members[membership.forum];
        if (!member) member = membership.actor;
        if (*member != membership.actor) has_others[membership.forum] = true;
    }
    for (auto index = first; index < model.vertices.size(); ++index) {
        const auto& vertex = model.vertices[index];
        const auto& place = context.places.vertices[index];
        if (vertex.forum && !has_others[index])
            context.diagnostics.warning(place, fmt::format("the forum {} has fewer than two members", vertex.id),
                                        "it brings nobody together");
        else if (!touched.holds(index))
            context.diagnostics.warning(place, fmt::format("nothing touches {}", vertex.id),
                                        "no tie, seat, influence, refusal, border, concern or remark names it");
    }
}

template <typename Record, typename Visit>
void visit_each(const std::vector<Record>& records, const std::vector<Span>& places, const Visit& visit) {
    for (std::size_t index = 0; index < records.size(); ++index)
        visit(records[index].evidence, places[index]);
}

/// Calls `visit(evidence, place)` for whatever may carry evidence.
template <typename Visit>
void visit_evidence(const Context& context, const Visit& visit) {
    const auto& [model, places] = std::tie(context.model, context.places);
    visit_each(model.vertices, places.vertices, visit);
    visit_each(model.ties, places.ties, visit);
    visit_each(model.memberships, places.memberships, visit);
    visit_each(model.influences, places.influences, visit);
    visit_each(model.refusals, places.refusals, visit);
    visit_each(model.borders, places.borders, visit);
    visit_each(model.concerns, places.concerns, visit);
    visit_each(model.remarks, places.remarks, visit);
    auto place = places.holdings.begin();
    for (const auto& concern : model.concerns)
        for (const auto& holding : concern.held_by)
            visit(holding.evidence, *place++);
}

void warn_of_disputed_claims(Context& context) {
    std::set<std::pair<std::size_t, std::size_t>> told;
    visit_evidence(context, [&](const std::vector<Evidence>& list, const Span& place) {
        const bool disputed = !list.empty() && std::all_of(list.begin(), list.end(),
                                                           [](const Evidence& evidence) { return evidence.disputes; });
        if (disputed && told.emplace(place.source->order(), place.offset).second)
            context.diagnostics.warning(place, "all the evidence of this claim disputes it", "support it or drop it");
    });
}

void warn_of_a_late_lens(Context& context) {
    std::optional<Date> newest;
    for (const auto& source : context.model.sources)
        if (source.date && (!newest || *newest < source.date->last)) newest = source.date->last;
    if (newest && *newest < context.model.as_of)
        context.diagnostics.warning(*context.places.as_of,
                                    fmt::format("the lens date is after the newest source ({})", newest->text()),
                                    "add newer sources or read the model at that date");
}

/// 12 ties and 3 forums without confidence, 1 forum without effectiveness, taken as moderate, 4 memberships without
/// role, taken as member
std::string listed(const DefaultsTaken& defaults) {
    std::string text;
    std::string_view last_value;
    const auto& counts = defaults.counts();
    for (auto entry = counts.begin(); entry != counts.end(); ++entry) {
        const auto& [value, record] = entry->first;
        const auto next = std::next(entry);
        const bool ends_group = next == counts.end() || next->first.first != value;
        if (!text.empty()) text += value != last_value ? ", " : ends_group ? " and " : ", ";
        text += fmt::format("{} {}{}", entry->second, record, entry->second == 1 ? "" : "s");
        if (ends_group) text += " without " + value;
        const bool is_last_word = value != "role" && (next == counts.end() || next->first.first == "role");
        if (is_last_word) text += ", taken as moderate";
        if (ends_group && value == "role") text += ", taken as member";
        last_value = value;
    }
    return text;
}

void warn_of_defaults(Context& context) {
    if (context.defaults.counts().empty()) return;
    context.diagnostics.warning(context.defaults.first(), listed(context.defaults), "say what you hold them to be");
}

}  // namespace

void warn_of_model(Context& context) {
    warn_of_ties_without_evidence(context);
    warn_of_overlaps(context);
    warn_of_lonely_vertices(context, 0);
    warn_of_disputed_claims(context);
    warn_of_a_late_lens(context);
    warn_of_defaults(context);
}

void warn_of_scenarios(Context& context, VertexIndex first_added) {
    warn_of_lonely_vertices(context, first_added);
    warn_of_defaults(context);
}

void warn_of_uncited_sources(Context& context) {
    const auto& sources = context.model.sources;
    for (std::size_t index = 0; index < sources.size(); ++index)
        if (!context.cited.contains(index))
            context.diagnostics.warning(context.places.sources[index],
                                        fmt::format("nothing cites the source {}", sources[index].id),
                                        "cite it as evidence or drop it");
}

}  // namespace entente
