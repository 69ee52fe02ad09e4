#include "write/rows.hpp"

#include "write/record_words.hpp"
#include "write/words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace entente::write {

namespace {

std::string date_text(std::optional<Date> date) {
    return date ? date->text() : std::string();
}

/// "refused by IND; depends on PAK"
std::string short_marks(const Model& model, const Candidate& candidate) {
    std::vector<std::string> marks;
    const auto add = [&](std::string_view phrase, const std::vector<VertexIndex>& vertices) {
        if (!vertices.empty()) marks.push_back(fmt::format("{} {}", phrase, fmt::join(ids_of(model, vertices), ", ")));
    };
    add("refused by", candidate.refused_by);
    add("depends on", candidate.dependent_on);
    add("strained with", candidate.strained_with);
    return fmt::format("{}", fmt::join(marks, "; "));
}

Cell worst_cell(const Model& model, const std::optional<Pair>& worst) {
    if (!worst) return {};
    Cell cell(pair_ids(model, worst->a, worst->b), Tone::tension);
    cell.shown = fmt::format("{} {}", pair_ids(model, worst->a, worst->b), signed_digits(worst->net));
    return cell;
}

/// "38 points", of a hundred.
std::string points(double share) {
    const auto rounded = std::lround(share * 100);
    if (rounded == 0) return "under 1 point";
    return count_of(static_cast<std::size_t>(rounded), "point", "points");
}

Cell count_cell(std::optional<std::size_t> count) {
    return count ? Cell(*count) : Cell();
}

/// The number where there is one, else what the record says.
Cell value_cell(const Model& model, const RecordRef& record) {
    const auto number = record_number(model, record);
    auto words = record_value(model, record);
    return number ? worded(*number, std::move(words)) : Cell(std::move(words));
}

Cell confidence_cell(const Model& model, const RecordRef& record) {
    const auto confidence = record_confidence(model, record);
    return confidence ? worded(*confidence, std::string(confidence_word(model, *confidence))) : Cell();
}

}  // namespace

Cell cooperation_cell(double cooperation) {
    return {cooperation, Tone::cooperation};
}

Cell tension_cell(const Model& model, double tension) {
    if (!above(tension, 0)) return worded(tension, two_digits(tension));
    return worded(tension, fmt::format("{} {}", two_digits(tension), tension_word(model, tension)), Tone::tension);
}

Cell net_cell(const Model& model, double net) {
    const Tone tone = above(net, 0) ? Tone::cooperation : above(0, net) ? Tone::tension : Tone::plain;
    return worded(net, fmt::format("{} {}", signed_digits(net), stance_word(model, net)), tone);
}

Cell strength_cell(const Model& model, double strength) {
    return worded(strength, fmt::format("{} {}", two_digits(strength), strength_word(model, strength)));
}

Cell effectiveness_cell(const Model& model, double effectiveness) {
    return worded(effectiveness,
                  fmt::format("{} {}", two_digits(effectiveness), effectiveness_word(model, effectiveness)));
}

Cell optional_cell(std::optional<double> value) {
    return value ? Cell(*value) : Cell();
}

std::string ranks_words(const Candidate& candidate) {
    if (!candidate.rank_low || !candidate.rank_high) return {};
    return rank_range(*candidate.rank_low, *candidate.rank_high);
}

Cell chance_cell(std::optional<double> share) {
    if (!share) return {};
    if (*share <= 0 || *share >= 1) return worded(*share, std::string(likelihood_word(*share)));
    return worded(*share, fmt::format("{}, {}", percent(*share), likelihood_word(*share)));
}

Table candidates_table(const Model& model, const std::vector<Candidate>& candidates, const Profile& profile) {
    Table table;
    table.columns = {{"#", "rank", Align::right},
                     {"broker", "name", Align::left, Reader::both, true},
                     {"id", "id"},
                     {"", "kind", Align::left, Reader::machine},
                     {"score", "score", Align::right},
                     {"first in", "p_first"},
                     {"", "p_top3", Align::right, Reader::machine},
                     {"ranks", "", Align::right, Reader::person},
                     {"", "rank_low", Align::right, Reader::machine},
                     {"", "rank_high", Align::right, Reader::machine}};
    for (std::size_t component = 0; component < component_count; ++component) {
        const auto name = std::string(component_names[component]);
        const bool counts = profile.weights[component] > 0;
        table.columns.push_back({name, name, Align::right, counts ? Reader::both : Reader::machine, false, true});
    }
    table.columns.push_back({"table", "forum"});
    table.columns.push_back({"mark", "", Align::left, Reader::person, true});
    for (const auto* key : {"refused_by", "dependent_on", "strained_with"})
        table.columns.push_back({"", key, Align::left, Reader::machine});

    for (const auto& candidate : candidates) {
        const auto& vertex = model.vertices[candidate.id];
        const Tone tone = candidate.refused_by.empty() ? Tone::plain : Tone::quiet;
        std::vector<Cell> row{candidate.rank,
                              Cell(vertex.name, tone),
                              vertex.id,
                              name_of(vertex.kind),
                              candidate.score,
                              chance_cell(candidate.p_first),
                              optional_cell(candidate.p_top3),
                              Cell(ranks_words(candidate)),
                              count_cell(candidate.rank_low),
                              count_cell(candidate.rank_high)};
        row.insert(row.end(), candidate.components.begin(), candidate.components.end());
        row.emplace_back(candidate.forum ? model.id(*candidate.forum) : std::string());
        row.emplace_back(short_marks(model, candidate), Tone::tension);
        row.emplace_back(ids_of(model, candidate.refused_by));
        row.emplace_back(ids_of(model, candidate.dependent_on));
        row.emplace_back(ids_of(model, candidate.strained_with));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table flips_table(const Model& model, const std::vector<Flip>& flips) {
    Table table;
    table.columns = {{"record", "", Align::left, Reader::person, true},
                     {"from", "from"},
                     {"to", "to"},
                     {"then first", "new_first", Align::left, Reader::both, true}};
    for (const auto& flip : flips)
        table.rows.push_back({dated_phrase(model, flip.record),
                              worded(flip.from, number_words(model, flip.record.kind, flip.from)),
                              worded(flip.to, number_words(model, flip.record.kind, flip.to)),
                              Cell(flip.new_first ? model.vertices[*flip.new_first].name : std::string("nobody"))});
    return table;
}

Table find_out_table(const Model& model, const std::vector<FindOut>& found) {
    Table table;
    table.columns = {{"record", "", Align::left, Reader::person, true},
                     {"says", ""},
                     {"held", ""},
                     {"moves the chance by", "effect", Align::right}};
    for (const auto& item : found)
        table.rows.push_back({dated_phrase(model, item.record), Cell(record_value(model, item.record)),
                              confidence_cell(model, item.record), worded(item.effect, points(item.effect))});
    return table;
}

std::vector<std::string> mark_notes(const std::vector<Candidate>& candidates) {
    const auto any = [&](std::vector<VertexIndex> Candidate::*mark) {
        return std::any_of(candidates.begin(), candidates.end(),
                           [mark](const Candidate& candidate) { return !(candidate.*mark).empty(); });
    };
    std::vector<std::string> notes;
    if (any(&Candidate::refused_by))
        notes.emplace_back("refused by: that party refuses its mediation; listed last, with the score it would have.");
    if (any(&Candidate::dependent_on))
        notes.emplace_back("depends on: that party has strong influence over it, so the other may doubt it.");
    if (any(&Candidate::strained_with)) notes.emplace_back("strained with: on balance at odds with that party.");
    return notes;
}

Table contributions_table(const Candidate& candidate) {
    Table table;
    table.columns = {{"component", "component"},
                     {"value", "value", Align::right},
                     {"adds to the score", "contribution", Align::right}};
    for (std::size_t component = 0; component < component_count; ++component) {
        if (!above(candidate.contributions[component], 0)) continue;
        table.rows.push_back(
            {component_phrase(component), candidate.components[component], candidate.contributions[component]});
    }
    return table;
}

Table agenda_table(const Model& model, const std::vector<AgendaItem>& agenda) {
    Table table;
    table.columns = {{"concern", "label", Align::left, Reader::both, true}, {"id", "id"}, {"strength", "strength"}};
    for (const auto& item : agenda) {
        const auto& concern = model.concerns[item.concern];
        table.rows.push_back({concern.label, concern.id, strength_cell(model, item.strength)});
    }
    return table;
}

Table forums_table(const Model& model, const std::vector<ForumOption>& forums) {
    Table table;
    table.columns = {{"#", "rank", Align::right},
                     {"table", "name", Align::left, Reader::both, true},
                     {"id", "id"},
                     {"kind", "kind", Align::left, Reader::machine},
                     {"score", "score", Align::right},
                     {"members", "members", Align::right, Reader::both, false, true},
                     {"effectiveness", "effectiveness"},
                     {"cohesion", "cohesion", Align::right, Reader::both, false, true},
                     {"obstruction", "obstruction", Align::right},
                     {"worst pair", "worst"}};
    for (const auto& forum : forums) {
        const auto& vertex = model.vertices[forum.id];
        auto cohesion = optional_cell(forum.cohesion);
        if (forum.cohesion) cohesion.shown = signed_digits(*forum.cohesion);
        table.rows.push_back({forum.rank, vertex.name, vertex.id, name_of(vertex.kind), forum.score,
                              std::uint64_t{forum.members}, effectiveness_cell(model, forum.effectiveness), cohesion,
                              optional_cell(forum.obstruction), worst_cell(model, forum.worst)});
    }
    return table;
}

Table remarks_table(const Model& model, const std::vector<std::size_t>& remarks) {
    Table table;
    table.columns = {{"kind", "kind"},
                     {"about", "about", Align::left, Reader::both, true},
                     {"remark", "text", Align::left, Reader::both, true},
                     {"source", "source", Align::left, Reader::both, true}};
    for (const auto index : remarks) {
        const auto& remark = model.remarks[index];
        table.rows.push_back(
            {remark.kind, ids_of(model, remark.about), remark.text, citations(model, remark.evidence)});
    }
    return table;
}

Table records_table(const Model& model, std::span<const RecordRef> records) {
    Table table;
    table.columns = {{"record", "", Align::left, Reader::person, true},
                     {"says", "", Align::left, Reader::person},
                     {"confidence", "", Align::left, Reader::person, false, true},
                     {"evidence", "", Align::left, Reader::person, true}};
    for (const auto& record : records)
        table.rows.push_back({dated_phrase(model, record), value_cell(model, record), confidence_cell(model, record),
                              evidence_words(model, record)});
    return table;
}

Table evidence_table(const Model& model, std::span<const RecordRef> records) {
    Table table;
    for (const auto* key :
         {"record", "vertices", "layer", "value", "confidence", "from", "to", "source", "at", "note", "disputes"})
        table.columns.push_back({key, key});
    for (const auto& record : records) {
        const auto facts = facts_of(model, record);
        const auto period = record_period(model, record);
        const std::vector<Cell> said{name_of(record.kind),      ids_of(model, facts.vertices),  facts.layer,
                                     value_cell(model, record), confidence_cell(model, record), date_text(period.from),
                                     date_text(period.to)};
        const auto add = [&](std::initializer_list<Cell> cited) {
            table.rows.push_back(said);
            table.rows.back().insert(table.rows.back().end(), cited);
        };
        if (facts.evidence.empty()) add({{}, {}, facts.note, {}});
        for (const auto& item : facts.evidence)
            add({model.sources[item.source].id, item.at, item.note, item.disputes});
    }
    return table;
}

}  // namespace entente::write
