#include "write/plain_model.hpp"

#include "model/canonical.hpp"
#include "model/phrasing.hpp"
#include <entente/write.hpp>

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace entente::write {

namespace {

/// The parts of a period that lie outside of another.
std::vector<Period> outside(const Period& period, const Period& taken) {
    if (!period.overlaps(taken)) return {period};
    std::vector<Period> parts;
    const bool begins_before = taken.from && (!period.from || *period.from < *taken.from);
    if (begins_before && taken.from->previous().year() >= Date::first_year)
        parts.push_back({period.from, taken.from->previous()});
    const bool ends_after = taken.to && (!period.to || *taken.to < *period.to);
    if (ends_after && taken.to->next().year() <= Date::last_year) parts.push_back({taken.to->next(), period.to});
    return parts;
}

/// What is left of a record's period, in order.
std::vector<Period> remainder(const Record& record) {
    std::vector<Period> parts{record.period};
    for (const auto& taken : record.replaced) {
        std::vector<Period> left;
        for (const auto& part : parts)
            for (auto& piece : outside(part, taken))
                left.push_back(piece);
        parts = std::move(left);
    }
    std::sort(parts.begin(), parts.end(),
              [](const Period& left, const Period& right) { return left.from < right.from; });
    return parts;
}

template <class Item>
void part(std::vector<Item>& records) {
    std::vector<Item> parts;
    for (auto& record : records) {
        const auto periods = remainder(record);
        record.replaced.clear();
        for (const auto& period : periods) {
            parts.push_back(record);
            parts.back().period = period;
        }
    }
    records = std::move(parts);
}

// ---- ties that fade after their end ----

enum class Tail { none, whole, broken };

/// Whether the tie still counts after its end, for as long as its fading lets it.
Tail tail_of(const Tie& tie) {
    if (!tie.half_life) return Tail::none;
    auto unhindered = tie;
    unhindered.replaced.clear();
    const auto fades_on = [&](Date day) {
        return day.year() <= Date::last_year && unhindered.fade_on(day).has_value();
    };
    const auto touches = [&](const Period& taken) {
        const auto after = tie.period.to->next();
        const auto first = taken.from && after < *taken.from ? *taken.from : after;
        return (!taken.to || first <= *taken.to) && fades_on(first);
    };
    const bool hindered = std::any_of(tie.replaced.begin(), tie.replaced.end(), touches);
    if (!hindered)
        return tie.is_replaced_on(*tie.period.to) && fades_on(tie.period.to->next()) ? Tail::broken : Tail::whole;
    for (auto day = tie.period.to->next(); fades_on(day);) {
        const auto taken = std::find_if(tie.replaced.begin(), tie.replaced.end(),
                                        [&](const Period& period) { return period.covers(day); });
        if (taken == tie.replaced.end()) return Tail::broken;
        if (!taken->to) break;
        day = taken->to->next();
    }
    return Tail::none;
}

void part_ties(Model& model) {
    std::vector<Tie> parts;
    for (auto& tie : model.ties) {
        if (tie.replaced.empty()) {
            parts.push_back(std::move(tie));
            continue;
        }
        const auto tail = tail_of(tie);
        if (tail == Tail::broken)
            throw WriteError(fmt::format(
                "the scenario takes away days on which the tie {}–{} in {} fades, and a model cannot say so: convert "
                "without the scenario, or to .json",
                model.id(tie.a), model.id(tie.b), model.layers[tie.layer].id));
        const auto end = tie.period.to;
        const auto periods = remainder(tie);
        tie.replaced.clear();
        for (const auto& period : periods) {
            parts.push_back(tie);
            parts.back().period = period;
            if (tail == Tail::none || period.to != end) parts.back().half_life.reset();
        }
    }
    model.ties = std::move(parts);
}

// ---- the effectiveness of forums ----

/// What the scenario sets once and for all becomes the forum's own.
void settle_effectiveness(Vertex& vertex) {
    auto& forum = *vertex.forum;
    if (forum.later.empty()) return;
    const auto& later = forum.later.front();
    const bool always = forum.later.size() == 1 && !later.period.from && !later.period.to && later.replaced.empty();
    if (!always)
        throw WriteError(fmt::format(
            "the scenario changes the effectiveness of {} for a time, and a model cannot say so: leave the dates of "
            "set_effectiveness out, or convert to .json",
            vertex.id));
    forum.effectiveness = later.effectiveness;
    forum.confidence = later.confidence;
    vertex.evidence.insert(vertex.evidence.end(), later.evidence.begin(), later.evidence.end());
    if (!later.note.empty()) vertex.note += (vertex.note.empty() ? "" : "; ") + later.note;
    forum.later.clear();
}

}  // namespace

Model plain_model(Model model) {
    if (model.scenarios.empty()) return model;
    part_ties(model);
    part(model.memberships);
    part(model.influences);
    part(model.refusals);
    for (auto& vertex : model.vertices)
        if (vertex.forum) settle_effectiveness(vertex);
    const auto scenarios = scenario_words(model);
    model.title = model.title.empty() ? scenarios : fmt::format("{} ({})", model.title, scenarios);
    model.scenarios.clear();
    sort_canonically(model);
    return model;
}

}  // namespace entente::write
