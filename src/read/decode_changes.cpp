#include "model/scenario.hpp"
#include "read/decode.hpp"
#include "read/fields.hpp"
#include "read/pairs.hpp"
#include "read/records.hpp"
#include "read/scenario.hpp"
#include "read/values.hpp"

#include <array>

#include <fmt/format.h>

namespace entente {

namespace {

/// A change that is being read, with its place.
class Change {
  public:
    Change(Context& of, const Node& key, const Node& content)
        : context(of), body(content), key_(key), errors_(of.diagnostics.errors()) {}

    /// Whether no fault was found in it so far.
    bool sound() const { return context.diagnostics.errors() == errors_; }

    void warn_unless(bool changed) const {
        if (!changed && context.all_files_read)
            context.diagnostics.warning(key_.span, fmt::format("this {} changes nothing", key_.text),
                                        "the same holds already on every day of it");
    }
    /// `what` is not there to be taken away.
    void fail_unless(bool changed, const std::string& what, const Period& period) const {
        if (!changed && context.all_files_read)
            context.diagnostics.error(key_.span, fmt::format("there is no {}{}", what, within(period)),
                                      "only what is there can be taken away; look with `entente show`");
    }

    Context& context;
    const Node& body;

  private:
    static std::string within(const Period& period) {
        if (period.from && period.to) return fmt::format(" from {} to {}", period.from->text(), period.to->text());
        if (period.from) return fmt::format(" from {} on", period.from->text());
        return period.to ? fmt::format(" until {}", period.to->text()) : std::string();
    }

    const Node& key_;
    std::size_t errors_;
};

// ---- ties ----

void change_tie(const Change& change) {
    const auto ties = read_tie(change.context, change.body);
    if (!change.sound() || ties.empty()) return;
    bool changed = false;
    for (const auto& tie : ties)
        changed = set_tie(change.context.model, tie) || changed;
    change.warn_unless(changed);
}

void take_tie(const Change& change) {
    auto& context = change.context;
    const Fields fields(context, change.body, "remove_tie", {"between", "layer", "from", "to", "evidence", "note"});
    if (!fields.is_map()) return;
    const auto period = read_record(context, fields).period;
    const auto* const between = fields.require("between");
    const auto* const layer_node = fields.require("layer");
    const auto pair = between == nullptr ? std::nullopt : read_pair(context, *between, "a tie");
    const auto layer = layer_node == nullptr ? std::nullopt : context.layer(*layer_node);
    if (!pair || !layer || !change.sound()) return;
    const auto what = fmt::format("tie {}–{} in {}", context.model.id(pair->a), context.model.id(pair->b),
                                  context.model.layers[*layer].id);
    change.fail_unless(remove_tie(context.model, pair->a, pair->b, *layer, period), what, period);
}

// ---- seats and forums ----

void change_seat(const Change& change) {
    auto membership = read_membership(change.context, change.body, "join");
    if (membership && change.sound()) change.warn_unless(join(change.context.model, std::move(*membership)));
}

void take_seat(const Change& change) {
    auto& context = change.context;
    const Fields fields(context, change.body, "leave", {"forum", "actor", "from", "to", "evidence", "note"});
    if (!fields.is_map()) return;
    const auto period = read_record(context, fields).period;
    const auto forum = require_forum(context, fields);
    const auto actor = require_vertex(context, fields, "actor");
    if (!change.sound() || !forum || !actor) return;
    const auto what = fmt::format("seat of {} in {}", context.model.id(*actor), context.model.id(*forum));
    change.fail_unless(leave(context.model, *actor, *forum, period), what, period);
}

void change_effectiveness(const Change& change) {
    auto& context = change.context;
    const Fields fields(context, change.body, "set_effectiveness",
                        {"forum", "effectiveness", "confidence", "from", "to", "evidence", "note"});
    if (!fields.is_map()) return;
    Effectiveness effectiveness;
    static_cast<Record&>(effectiveness) = read_record(context, fields);
    const auto forum = require_forum(context, fields);
    if (fields.require("effectiveness") != nullptr) effectiveness.effectiveness = read_effectiveness(context, fields);
    effectiveness.confidence = read_confidence(context, fields, "forum");
    if (!change.sound() || !forum) return;
    change.warn_unless(set_effectiveness(context.model, *forum, std::move(effectiveness)));
}

// ---- influence and refusals ----

void change_influence(const Change& change) {
    auto influence = read_influence(change.context, change.body);
    if (change.sound() && influence) change.warn_unless(set_influence(change.context.model, std::move(*influence)));
}

void change_refusal(const Change& change) {
    auto refusal = read_refusal(change.context, change.body);
    if (change.sound() && refusal) change.warn_unless(set_refusal(change.context.model, std::move(*refusal)));
}

void take_refusal(const Change& change) {
    auto& context = change.context;
    const Fields fields(context, change.body, "remove_refusal", {"by", "on", "from", "to", "evidence", "note"});
    if (!fields.is_map()) return;
    const auto period = read_record(context, fields).period;
    const auto key = read_refusal_key(context, fields);
    if (!change.sound() || !key) return;
    auto what = fmt::format("refusal by {} on ", context.model.id(key->by));
    for (const auto vertex : key->on)
        what += (vertex == key->on.front() ? "" : "–") + context.model.id(vertex);
    change.fail_unless(remove_refusal(context.model, key->by, key->on, period), what, period);
}

// ---- new vertices ----

void add_vertices(const Change& change) {
    constexpr std::array<std::string_view, 5> kinds{"country", "group", "organisation", "mechanism", "project"};
    auto& context = change.context;
    if (change.body.is_map() && change.body.children.empty())
        context.diagnostics.error(change.body.span, "'add' is empty", "write add: {country: {ID: { … }}}");
    std::vector<Declaration> declarations;
    for (const auto& [name, vertices] : map_entries(context, change.body, "add")) {
        const auto kind = kind_named(name.text);
        if (!kind)
            context.diagnostics.error(name.span, "unknown kind of vertex " + in_quotes(name.text),
                                      suggestion(name.text, kinds, fmt::format("one of {}", fmt::join(kinds, ", "))));
        for (const auto& [id, body] : map_entries(context, vertices, name.text))
            if (read_id(context, id, "a vertex") && kind) declarations.push_back({&id, &body, *kind});
    }
    if (!change.sound() && declarations.empty()) return;
    const bool adds = !declarations.empty();
    decode_vertices(context, std::move(declarations));
    change.warn_unless(adds);
}

struct ChangeKind {
    std::string_view name;
    void (*apply)(const Change& change);
};
constexpr std::array<ChangeKind, 9> change_kinds{{{"set_tie", change_tie},
                                                  {"remove_tie", take_tie},
                                                  {"join", change_seat},
                                                  {"leave", take_seat},
                                                  {"set_influence", change_influence},
                                                  {"set_effectiveness", change_effectiveness},
                                                  {"set_refusal", change_refusal},
                                                  {"remove_refusal", take_refusal},
                                                  {"add", add_vertices}}};

}  // namespace

void apply_change(Context& context, const Node& key, const Node& body) {
    for (const auto& kind : change_kinds)
        if (kind.name == key.text) return kind.apply({context, key, body});
    std::vector<std::string_view> known;
    for (const auto& kind : change_kinds)
        known.push_back(kind.name);
    context.diagnostics.error(key.span, "unknown change " + in_quotes(key.text),
                              suggestion(key.text, known, fmt::format("known are {}", fmt::join(known, ", "))));
}

}  // namespace entente
