#include "draw/change_words.hpp"

#include "draw/phrases.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace entente::drawing {

namespace {

void tell_vertices(const BothStates& states, std::vector<std::string>& told) {
    for (VertexIndex vertex = 0; vertex < states.after().model().vertices.size(); ++vertex) {
        if (states.comes(vertex)) told.push_back(name_of(states.after(), vertex) + " is new");
        if (states.goes(vertex)) told.push_back(name_of(states.after(), vertex) + " is gone");
    }
}

/// The role of each member, by the later model's indices.
std::map<VertexIndex, Role> roles_in(const RelationGraph& graph, VertexIndex forum, const auto& later) {
    std::map<VertexIndex, Role> roles;
    for (const auto& seat : graph.seats(forum))
        roles.emplace(later(seat.actor), seat.role);
    return roles;
}

std::string_view word_of(Role role) {
    return role_names[static_cast<std::size_t>(role)];
}

void tell_seats(const BothStates& states, VertexIndex forum, std::vector<std::string>& told) {
    const auto earlier = states.earlier(forum);
    std::map<VertexIndex, Role> before;
    if (earlier) before = roles_in(states.before(), *earlier, [&](auto vertex) { return states.later(vertex); });
    const auto after = roles_in(states.after(), forum, [](auto vertex) { return vertex; });
    // Those who do the same are told together; who sits in a new forum is seen.
    if (states.comes(forum)) return;
    std::map<std::string, std::vector<std::string>> gained;
    std::map<std::string, std::vector<std::string>> changed;
    std::vector<std::string> lost;
    for (const auto& [actor, role] : after) {
        const auto had = before.find(actor);
        const auto& name = name_of(states.after(), actor);
        if (had == before.end())
            gained[fmt::format("({})", word_of(role))].push_back(name);
        else if (had->second != role)
            changed[fmt::format("from {} to {}", word_of(had->second), word_of(role))].push_back(name);
    }
    for (const auto& [actor, role] : before)
        if (!after.contains(actor)) lost.push_back(name_of(states.after(), actor));
    const auto name = name_of(states.after(), forum);
    for (const auto& [role, actors] : gained)
        told.push_back(fmt::format("{} gains {} {}", name, join_words(actors), role));
    for (const auto& [roles, actors] : changed)
        told.push_back(fmt::format("{}: {} {}", name, join_words(actors), roles));
    if (!lost.empty()) told.push_back(fmt::format("{} loses {}", name, join_words(lost)));
}

void tell_forums(const BothStates& states, std::vector<std::string>& told) {
    for (const auto forum : states.after().forums()) {
        tell_seats(states, forum, told);
        const auto earlier = states.earlier(forum);
        if (!earlier) continue;
        const Move move{states.before().effectiveness(*earlier), states.after().effectiveness(forum)};
        if (above(move.size(), 0))
            told.push_back(fmt::format("effectiveness of {} {}", name_of(states.after(), forum), numbers_of(move)));
    }
}

using Ends = std::pair<VertexIndex, VertexIndex>;

/// The strongest that is recorded and in force, by the later model's indices.
std::map<Ends, double> influences_in(const RelationGraph& graph, const auto& later) {
    std::map<Ends, double> found;
    for (const auto& record : graph.model().influences) {
        const auto in_force = graph.influences(record.of, record.over);
        if (!in_force.empty()) found.emplace(Ends{later(record.of), later(record.over)}, in_force.front().strength);
    }
    return found;
}

void tell_influences(const BothStates& states, std::vector<std::string>& told) {
    std::map<Ends, Move> moves;
    for (const auto& [ends, strength] : influences_in(states.before(), [&](auto v) { return states.later(v); }))
        moves[ends].before = strength;
    for (const auto& [ends, strength] : influences_in(states.after(), [](auto v) { return v; }))
        moves[ends].after = strength;
    for (const auto& [ends, move] : moves)
        if (above(move.size(), 0))
            told.push_back(fmt::format("influence of {} over {} {}", name_of(states.after(), ends.first),
                                       name_of(states.after(), ends.second), numbers_of(move)));
}

/// In words, so that those of two models compare.
std::set<std::string> refusals_in(const RelationGraph& graph) {
    std::set<std::string> words;
    for (const auto index : graph.refusals()) {
        const auto& refusal = graph.model().refusals[index];
        const auto whom = refusal.anyone ? "anyone" : join_words(names_of(graph, refusal.who), "or");
        words.insert(fmt::format("{} to have {} broker {}", name_of(graph, refusal.by), whom,
                                 join_words(names_of(graph, refusal.on))));
    }
    return words;
}

void tell_refusals(const BothStates& states, std::vector<std::string>& told) {
    const auto before = refusals_in(states.before());
    const auto after = refusals_in(states.after());
    for (const auto& refusal : after)
        if (!before.contains(refusal)) told.push_back("new refusal: " + refusal);
    for (const auto& refusal : before)
        if (!after.contains(refusal)) told.push_back("refusal lifted: " + refusal);
}

}  // namespace

std::string scenario_lead(const Model& model) {
    constexpr std::size_t longest = 90;
    const auto& titles = model.scenarios;
    if (titles.empty()) return {};
    if (titles.size() > 1) return fmt::format("{} scenarios together: ", capitalised(number_in_words(titles.size())));
    return cut(titles.front(), longest) + ": ";
}

std::string numbers_of(const Move& move) {
    return fmt::format("{} → {}", two_digits(move.before), two_digits(move.after));
}

std::string tie_in_words(const BothStates& states, const ChangedTie& tie) {
    const auto part = [](const char* what, const Move& move) {
        const bool moves = two_digits(move.before) != two_digits(move.after);
        return fmt::format("{} {}", what, moves ? numbers_of(move) : two_digits(move.after));
    };
    return fmt::format("{}: {}, {}", pair_name(states.after(), tie.a, tie.b), part("cooperation", tie.cooperation),
                       part("tension", tie.tension));
}

bool nothing_changes(const BothStates& states, const MovingTies& moving) {
    return moving.ties.empty() && moving.slight == 0 && changed_records(states).empty();
}

std::string changes_finding(const BothStates& states, const MovingTies& moving) {
    const auto finding = [&]() -> std::string {
        const auto count = moving.ties.size();
        if (nothing_changes(states, moving)) return "nothing changes";
        if (count == 0) return fmt::format("no relation moves by {} or more", two_digits(least_move));
        const auto most = pair_name(states.after(), moving.ties.front().a, moving.ties.front().b);
        if (count == 1) return "one relation changes, " + most;
        if (count == 2)
            return fmt::format("two relations change, {} and {}", most,
                               pair_name(states.after(), moving.ties[1].a, moving.ties[1].b));
        const bool alone = above(moving.ties[0].size(), moving.ties[1].size());
        return fmt::format("{} relations change, {} {}", number_in_words(count), most,
                           alone ? "most" : "among the most");
    };
    const auto scenario = scenario_lead(states.after().model());
    return scenario.empty() ? capitalised(finding()) : scenario + finding();
}

std::vector<std::string> changed_records(const BothStates& states) {
    std::vector<std::string> told;
    tell_vertices(states, told);
    tell_forums(states, told);
    tell_influences(states, told);
    tell_refusals(states, told);
    return told;
}

}  // namespace entente::drawing
