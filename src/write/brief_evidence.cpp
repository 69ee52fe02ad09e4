#include "write/brief_evidence.hpp"

#include "write/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::write::brief {

namespace {

Text source_number(const Context& context, const Evidence& evidence) {
    const auto& source = context.model().sources[evidence.source];
    return Prose().link(fmt::format("[{}]", evidence.source + 1), "#" + source_anchor(source));
}

Text period_in_words(const Period& period) {
    if (!period.from && !period.to) return {};
    if (!period.to) return plain(fmt::format(", since {}", date_words(*period.from)));
    if (!period.from) return plain(fmt::format(", until {}", date_words(*period.to)));
    return plain(fmt::format(", {} to {}", date_words(*period.from), date_words(*period.to)));
}

const std::string& layer_name(const Layer& layer) {
    return layer.label.empty() ? layer.id : layer.label;
}

Text tie_in_words(const Context& context, const Tie& tie) {
    const auto& model = context.model();
    const VertexIndex pair[]{tie.a, tie.b};
    Prose prose;
    prose.add(pair_title(context, pair)).say(", ").name(layer_name(model.layers[tie.layer]));
    prose.say(fmt::format(": {} ({})", stance_word(model, tie.weight), signed_digits(tie.weight)));
    return prose.add(period_in_words(tie.period));
}

Text membership_in_words(const Context& context, const Membership& membership) {
    Prose prose;
    prose.add(vertex_name(context, membership.actor)).say(" sits in ").add(vertex_name(context, membership.forum));
    prose.say(fmt::format(" as {}", role_word(membership.role)));
    return prose.add(period_in_words(membership.period));
}

Text influence_in_words(const Context& context, const Influence& influence) {
    Prose prose;
    prose.say("influence of ").add(vertex_name(context, influence.of)).say(" over ");
    prose.add(vertex_name(context, influence.over));
    prose.say(
        fmt::format(": {} ({})", strength_word(context.model(), influence.strength), two_digits(influence.strength)));
    return prose.add(period_in_words(influence.period));
}

Text refusal_in_words(const Context& context, const Refusal& refusal) {
    Prose prose;
    prose.add(vertex_name(context, refusal.by)).say(" refuses mediation between ");
    prose.add(vertex_names(context, refusal.on)).say(" by ");
    if (refusal.anyone) {
        prose.say("anyone");
    } else {
        prose.add(vertex_names(context, refusal.who));
    }
    return prose.add(period_in_words(refusal.period));
}

Text forum_in_words(const Context& context, VertexIndex forum) {
    const double effectiveness = context.graph.effectiveness(forum);
    return Prose()
        .add(vertex_name(context, forum))
        .say(fmt::format(": effectiveness {} ({})", effectiveness_word(context.model(), effectiveness),
                         two_digits(effectiveness)));
}

Text capability_in_words(const Context& context, VertexIndex vertex) {
    const double largest = context.graph.capability(vertex).value_or(0);
    return Prose().add(vertex_name(context, vertex)).say(fmt::format(": capability {}", exact_number(largest)));
}

Text holding_in_words(const Context& context, const Concern& concern, const Holding& holding) {
    Prose prose;
    prose.add(vertex_name(context, holding.actor)).say(", concern about ").name(concern.label);
    return prose.say(
        fmt::format(": {} ({})", strength_word(context.model(), holding.strength), two_digits(holding.strength)));
}

Text border_in_words(const Context& context, const Border& border) {
    const VertexIndex pair[]{border.a, border.b};
    return Prose().add(pair_title(context, pair)).say(": neighbours").add(period_in_words(border.period));
}

/// Records that share a row: all who hold one concern; every other record stands alone.
std::size_t group_size(std::span<const RecordRef> records) {
    const auto& first = records.front();
    if (first.kind != RecordKind::holding) return 1;
    const auto end = std::find_if(records.begin(), records.end(), [&](const RecordRef& record) {
        return record.kind != first.kind || record.index != first.index;
    });
    return static_cast<std::size_t>(end - records.begin());
}

Text holdings_in_words(const Context& context, std::span<const RecordRef> group) {
    const auto& concern = context.model().concerns[group.front().index];
    std::vector<Text> holders;
    for (const auto& record : group) {
        const auto& holding = concern.held_by[record.part];
        holders.push_back(Prose()
                              .add(vertex_name(context, holding.actor))
                              .say(" " + strength_in_words(context.model(), holding.strength)));
    }
    return Prose().say("concern about ").name(concern.label).say(": ").add(join(holders));
}

/// Of all the records, each piece once.
std::vector<Evidence> evidence_of(const Model& model, std::span<const RecordRef> group) {
    std::vector<Evidence> evidence;
    for (const auto& record : group)
        for (const auto& item : facts_of(model, record).evidence) {
            if (std::find(evidence.begin(), evidence.end(), item) == evidence.end()) evidence.push_back(item);
        }
    return evidence;
}

}  // namespace

Text record_in_words(const Context& context, const RecordRef& record) {
    const auto& model = context.model();
    switch (record.kind) {
        case RecordKind::tie:
            return tie_in_words(context, model.ties[record.index]);
        case RecordKind::membership:
            return membership_in_words(context, model.memberships[record.index]);
        case RecordKind::influence:
            return influence_in_words(context, model.influences[record.index]);
        case RecordKind::refusal:
            return refusal_in_words(context, model.refusals[record.index]);
        case RecordKind::effectiveness:
            return forum_in_words(context, record.index);
        case RecordKind::border:
            return border_in_words(context, model.borders[record.index]);
        case RecordKind::capability:
            return capability_in_words(context, record.index);
        case RecordKind::holding:
            break;
    }
    const auto& concern = model.concerns[record.index];
    return holding_in_words(context, concern, concern.held_by[record.part]);
}

Text source_numbers(const Context& context, std::span<const Evidence> evidence) {
    Prose prose;
    for (const auto& item : evidence)
        prose.say(prose.empty() ? " " : "").add(source_number(context, item));
    return prose;
}

Text evidence_in_words(const Context& context, std::span<const Evidence> evidence) {
    std::vector<Text> items;
    for (const auto& item : evidence) {
        Prose prose;
        prose.add(source_number(context, item));
        if (!item.at.empty()) prose.say(" ").name(item.at);
        if (!item.note.empty()) prose.say(": ").name(item.note);
        if (item.disputes) prose.say(" (speaks against it)");
        items.push_back(prose);
    }
    return join(items, "; ", "; ");
}

Table record_table(const Context& context, std::string caption, std::span<const RecordRef> records) {
    Table table{std::move(caption), {{"Record", Column::Content::heading}, {"Evidence"}}, {}};
    while (!records.empty()) {
        const auto group = records.first(group_size(records));
        records = records.subspan(group.size());
        const auto evidence = evidence_of(context.model(), group);
        Prose said;
        said.add(group.size() > 1 ? holdings_in_words(context, group) : record_in_words(context, group.front()));
        if (const auto note = facts_of(context.model(), group.front()).note; !note.empty()) said.say(" – ").name(note);
        table.rows.push_back({{said},
                              {evidence.empty() ? Text(Prose().say("none given", Span::Style::quiet))
                                                : evidence_in_words(context, evidence)}});
    }
    return table;
}

Table remark_table(const Context& context, std::string caption, std::span<const std::size_t> remarks) {
    Table table{std::move(caption), {{"Kind", Column::Content::heading}, {"About"}, {"Remark"}, {"Evidence"}}, {}};
    for (const auto position : remarks) {
        const auto& remark = context.model().remarks[position];
        table.rows.push_back({{Prose().name(remark.kind)},
                              {vertex_names(context, remark.about)},
                              {Prose().name(remark.text)},
                              {evidence_in_words(context, remark.evidence)}});
    }
    return table;
}

std::vector<RecordRef> ties_between(const Context& context, std::span<const VertexIndex> parties) {
    std::vector<RecordRef> records;
    for (std::size_t i = 0; i < parties.size(); ++i)
        for (std::size_t j = i + 1; j < parties.size(); ++j)
            for (const auto& tie : context.graph.ties(parties[i], parties[j]))
                records.push_back({RecordKind::tie, tie.record});
    return records;
}

}  // namespace entente::write::brief
