#include "write/brief_sentences.hpp"

#include "write/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::write::brief {

namespace {

std::string_view both(std::size_t parties) {
    return parties == 2 ? "both" : "all";
}

Text trust_clause(const Context& context, const Brokerage& brokerage, const Candidate& candidate) {
    const double share = candidate.components[Component::access];
    const auto word = at_least(share, 0.1) ? strength_word(context.model(), share) : "hardly any";
    return plain(fmt::format("{} trust of {} (access {})", word, both(brokerage.parties.size()), two_digits(share)));
}

Text leverage_over(const Context& context, VertexIndex party, const Leverage& influence, bool first) {
    Prose prose;
    prose.say(fmt::format("{}{} over ", strength_word(context.model(), influence.strength), first ? " leverage" : ""));
    prose.add(vertex_name(context, party));
    return prose.say(
        fmt::format(" ({}{})", two_digits(influence.strength), influence.derived ? ", derived from capability" : ""));
}

/// The party most under influence first; "none" is said where another is under some.
Text leverage_clause(const Context& context, const Brokerage& brokerage, const Candidate& candidate) {
    std::vector<std::pair<VertexIndex, Leverage>> influences;
    for (const auto party : brokerage.parties)
        influences.emplace_back(party, context.graph.influence(candidate.id, party));
    std::stable_sort(influences.begin(), influences.end(), [](const auto& left, const auto& right) {
        return above(left.second.strength, right.second.strength);
    });
    if (!above(influences.front().second.strength, 0))
        return plain(brokerage.parties.size() == 2 ? "no leverage on record over either"
                                                   : "no leverage on record over any");

    std::vector<Text> clauses;
    for (const auto& [party, influence] : influences) {
        if (above(influence.strength, 0)) {
            clauses.push_back(leverage_over(context, party, influence, clauses.empty()));
            continue;
        }
        clauses.push_back(Prose().say("none on record over ").add(vertex_name(context, party)));
    }
    return join(clauses, ", ");
}

Text convening_clause(const Context& context, const Brokerage& brokerage, const Candidate& candidate) {
    if (brokerage.forums.empty()) return {};
    const auto all = both(brokerage.parties.size());
    if (!candidate.forum) return plain(fmt::format("shares no forum with {}", all));
    const auto share = two_digits(candidate.components[Component::convening]);
    if (*candidate.forum == candidate.id)
        return plain(fmt::format("is itself a table at which {} sit (convening {})", all, share));
    Prose prose;
    prose.say(fmt::format("sits with {} in ", all)).add(vertex_name(context, *candidate.forum));
    return prose.say(fmt::format(" (convening {})", share));
}

const ForumOption* option_of(const Brokerage& brokerage, VertexIndex forum) {
    const auto found = std::find_if(brokerage.forums.begin(), brokerage.forums.end(),
                                    [&](const ForumOption& option) { return option.id == forum; });
    return found == brokerage.forums.end() ? nullptr : &*found;
}

/// Whether one of the refusals in force bars everyone from mediating between these parties.
bool refuses_anyone(const Context& context, const Brokerage& brokerage, VertexIndex by) {
    const auto& parties = brokerage.parties;
    const auto bars = [&](std::size_t position) {
        const auto& refusal = context.model().refusals[position];
        return refusal.by == by && refusal.anyone &&
               std::includes(parties.begin(), parties.end(), refusal.on.begin(), refusal.on.end());
    };
    return std::any_of(context.graph.refusals().begin(), context.graph.refusals().end(), bars);
}

/// Who refuses everyone, where that is why no candidate is left.
Text general_refusals(const Context& context, const Brokerage& brokerage) {
    std::vector<Text> clauses;
    for (const auto party : brokerage.parties)
        if (refuses_anyone(context, brokerage, party))
            clauses.push_back(Prose().add(vertex_name(context, party)).say(" refuses mediation by anyone"));
    return join_clauses(clauses);
}

/// The foremost of those who would rank before the candidate but are refused.
Text passed_over(const Context& context, const Brokerage& brokerage, const Candidate& candidate) {
    const auto& all = brokerage.candidates;
    const auto foremost = std::find_if(all.begin(), all.end(), [&](const Candidate& other) {
        return !other.refused_by.empty() && above(other.score, candidate.score);
    });
    if (foremost == all.end()) return {};
    Prose prose;
    prose.add(vertex_name(context, foremost->id));
    prose.say(fmt::format(" ({}) would rank higher but is refused by ", two_digits(foremost->score)));
    return prose.add(vertex_names(context, foremost->refused_by));
}

/// "China depends on Pakistan and is strained with India"; empty where nothing holds it back. Refusals of anyone are
/// said apart.
Text held_back(const Context& context, const Brokerage& brokerage, const Candidate& candidate) {
    auto refused_by = candidate.refused_by;
    std::erase_if(refused_by, [&](VertexIndex by) { return refuses_anyone(context, brokerage, by); });
    std::vector<Text> verbs;
    const auto add = [&](std::string_view words, const std::vector<VertexIndex>& vertices) {
        if (!vertices.empty()) verbs.push_back(Prose().say(words).add(vertex_names(context, vertices)));
    };
    add("is refused by ", refused_by);
    add("depends on ", candidate.dependent_on);
    add("is strained with ", candidate.strained_with);
    if (verbs.empty()) return {};
    return Prose().add(vertex_name(context, candidate.id)).say(" ").add(join(verbs));
}

/// "Japan trusts it far more (1.00) than China does (0.20)"; empty where trust is even enough.
Text partiality_clause(const Context& context, const Brokerage& brokerage, const Candidate& candidate) {
    constexpr double uneven = 0.4;
    const auto trust = [&](VertexIndex party) { return context.graph.relation(candidate.id, party).trust(); };
    const auto by_trust = [&](VertexIndex left, VertexIndex right) { return trust(left) < trust(right); };
    const auto [least, most] = std::minmax_element(brokerage.parties.begin(), brokerage.parties.end(), by_trust);
    if (!above(uneven * trust(*most), trust(*least))) return {};
    Prose prose;
    prose.add(vertex_name(context, candidate.id)).say(" is far closer to ").add(vertex_name(context, *most));
    prose.say(fmt::format(" (trust {}) than to ", two_digits(trust(*most)))).add(vertex_name(context, *least));
    return prose.say(fmt::format(" ({})", two_digits(trust(*least))));
}

/// "it has tensions of its own with China (0.66)", where the balance alone does not show them as strain.
Text own_tensions_clause(const Context& context, const Brokerage& brokerage, const Candidate& candidate) {
    constexpr double felt = 0.3;
    std::vector<Text> parties;
    for (const auto party : brokerage.parties) {
        const auto& marked = candidate.strained_with;
        const double tension = context.graph.relation(candidate.id, party).tension;
        if (!at_least(tension, felt) || std::find(marked.begin(), marked.end(), party) != marked.end()) continue;
        parties.push_back(Prose().add(vertex_name(context, party)).say(fmt::format(" ({})", two_digits(tension))));
    }
    if (parties.empty()) return {};
    return Prose().add(vertex_name(context, candidate.id)).say(" has tensions of its own with ").add(join(parties));
}

/// The first obstacle or condition on record that names all parties, or the table.
Text recorded_obstacle(const Context& context, const Brokerage& brokerage, const Candidate* candidate) {
    const auto names = [](const Remark& remark, VertexIndex vertex) {
        return std::find(remark.about.begin(), remark.about.end(), vertex) != remark.about.end();
    };
    for (const auto position : brokerage.remarks) {
        const auto& remark = context.model().remarks[position];
        if (remark.kind != "obstacle" && remark.kind != "condition") continue;
        const bool of_parties = std::all_of(brokerage.parties.begin(), brokerage.parties.end(),
                                            [&](VertexIndex party) { return names(remark, party); });
        const bool of_table = candidate && candidate->forum && names(remark, *candidate->forum);
        if (of_parties || of_table) return Prose().name(remark.text);
    }
    return {};
}

Text obstruction_clause(const Context& context, const Brokerage& brokerage, const Candidate* candidate) {
    const ForumOption* option = nullptr;
    if (candidate && candidate->forum) option = option_of(brokerage, *candidate->forum);
    if (!option && !brokerage.forums.empty()) option = &brokerage.forums.front();
    constexpr double worth_telling = 0.03;
    if (!option || !option->worst || !at_least(*option->obstruction, worth_telling)) return {};
    const VertexIndex worst[]{option->worst->a, option->worst->b};
    Prose prose;
    prose.say("in ").add(vertex_name(context, option->id)).say(", ").add(vertex_names(context, worst));
    return prose.say(fmt::format(" are at odds (net {})", signed_digits(option->worst->net)));
}

/// Whether a tension between its friends pulls the candidate two ways.
Text torn_clause(const Context& context, const Brokerage& brokerage, const Candidate& candidate) {
    const auto* tension = context.tension_of(brokerage.parties);
    if (!tension) return {};
    const auto torn = std::find_if(tension->torn.begin(), tension->torn.end(),
                                   [&](const WeightedVertex& item) { return item.id == candidate.id; });
    if (torn == tension->torn.end()) return {};
    return Prose()
        .add(vertex_name(context, candidate.id))
        .say(fmt::format(" is a friend of both and torn between them ({})", two_digits(torn->weight)));
}

Text join_names(const Context& context, std::span<const VertexIndex> vertices, std::string_view separator,
                bool linked) {
    std::vector<Text> names;
    for (const auto vertex : vertices)
        names.push_back(vertex_name(context, vertex));
    auto joined = join(names, separator, separator);
    if (linked)
        for (auto& span : joined)
            span.target = "#" + pair_anchor(context.model(), vertices);
    return joined;
}

}  // namespace

bool Context::has_part(std::span<const VertexIndex> parties) const {
    return std::any_of(briefing.pairs.begin(), briefing.pairs.end(), [&](const Brokerage& brokerage) {
        return std::equal(parties.begin(), parties.end(), brokerage.parties.begin(), brokerage.parties.end());
    });
}

const Tension* Context::tension_of(std::span<const VertexIndex> parties) const {
    if (parties.size() != 2) return nullptr;
    const auto found = std::find_if(briefing.tensions.begin(), briefing.tensions.end(), [&](const Tension& tension) {
        return tension.a == parties[0] && tension.b == parties[1];
    });
    return found == briefing.tensions.end() ? nullptr : &*found;
}

Text vertex_name(const Context& context, VertexIndex vertex) {
    return Prose().name(context.model().vertices[vertex].name);
}

Text vertex_names(const Context& context, std::span<const VertexIndex> vertices) {
    std::vector<Text> names;
    for (const auto vertex : vertices)
        names.push_back(vertex_name(context, vertex));
    return join(names);
}

Text pair_name(const Context& context, std::span<const VertexIndex> parties) {
    return join_names(context, parties, "–", context.has_part(parties));
}

Text pair_name(const Context& context, VertexIndex a, VertexIndex b) {
    const VertexIndex parties[]{a, b};
    return pair_name(context, parties);
}

Text pair_title(const Context& context, std::span<const VertexIndex> parties) {
    return join_names(context, parties, "–", false);
}

std::string tension_in_words(const Model& model, double tension) {
    return fmt::format("{} ({})", two_digits(tension), tension_word(model, tension));
}

std::string strength_in_words(const Model& model, double strength) {
    return fmt::format("{} ({})", two_digits(strength), strength_word(model, strength));
}

std::string effectiveness_in_words(const Model& model, double effectiveness) {
    return fmt::format("{} ({})", two_digits(effectiveness), effectiveness_word(model, effectiveness));
}

std::string net_in_words(const Model& model, double net) {
    return fmt::format("{} ({})", signed_digits(net), stance_word(model, net));
}

std::string share_of_draws(double share) {
    const auto word = likelihood_word(share);
    return share <= 0 || share >= 1 ? std::string(word) : fmt::format("{} ({})", percent(share), word);
}

const Candidate* first_accepted(const std::vector<Candidate>& candidates) {
    const auto found = std::find_if(candidates.begin(), candidates.end(),
                                    [](const Candidate& candidate) { return candidate.refused_by.empty(); });
    return found == candidates.end() ? nullptr : &*found;
}

Text reasons_for(const Context& context, const Brokerage& brokerage, const Candidate& candidate) {
    const auto& weights = brokerage.profile.weights;
    std::vector<Text> clauses{trust_clause(context, brokerage, candidate)};
    if (above(weights[Component::leverage], 0)) clauses.push_back(leverage_clause(context, brokerage, candidate));
    if (above(weights[Component::convening], 0)) clauses.push_back(convening_clause(context, brokerage, candidate));
    for (const auto component : {Component::parity, Component::detachment, Component::standing})
        if (above(weights[component], 0))
            clauses.push_back(plain(fmt::format("{} {}", component_names[component],
                                                strength_in_words(context.model(), candidate.components[component]))));
    return join_clauses(clauses);
}

Text place_for(const Context& context, const Brokerage& brokerage, const Candidate* candidate) {
    if (brokerage.forums.empty()) return plain(fmt::format("no forum seats {}", both(brokerage.parties.size())));
    const auto best = brokerage.forums.front().id;
    if (!candidate) return Prose().name(context.model().vertices[best].name, Span::Style::strong);

    Prose prose;
    const auto place = candidate->forum.value_or(best);
    prose.name(context.model().vertices[place].name, Span::Style::strong);
    if (!candidate->forum) return prose.say("; ").add(vertex_name(context, candidate->id)).say(" does not sit there");
    if (place == candidate->id) {
        prose.say(" itself");
    } else {
        prose.say(", with ").add(vertex_name(context, candidate->id)).say(" at the table");
    }
    if (place == best) return prose;
    prose.say("; the best table without ").add(vertex_name(context, candidate->id)).say(": ");
    return prose.add(vertex_name(context, best));
}

Text marks_for(const Context& context, const Candidate& candidate) {
    std::vector<Text> clauses;
    const auto add = [&](std::string_view words, const std::vector<VertexIndex>& vertices) {
        if (!vertices.empty()) clauses.push_back(Prose().say(words).add(vertex_names(context, vertices)));
    };
    add("refused by ", candidate.refused_by);
    add("depends on ", candidate.dependent_on);
    add("strained with ", candidate.strained_with);
    return join_clauses(clauses);
}

Text obstacles_for(const Context& context, const Brokerage& brokerage, const Candidate* candidate) {
    std::vector<Text> clauses{general_refusals(context, brokerage)};
    if (candidate) {
        clauses.push_back(held_back(context, brokerage, *candidate));
        clauses.push_back(own_tensions_clause(context, brokerage, *candidate));
        clauses.push_back(partiality_clause(context, brokerage, *candidate));
        clauses.push_back(torn_clause(context, brokerage, *candidate));
        clauses.push_back(passed_over(context, brokerage, *candidate));
    }
    clauses.push_back(obstruction_clause(context, brokerage, candidate));
    clauses.push_back(recorded_obstacle(context, brokerage, candidate));
    return join_clauses(clauses);
}

}  // namespace entente::write::brief
