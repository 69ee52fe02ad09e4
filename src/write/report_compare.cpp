#include "write/moved.hpp"
#include "write/report.hpp"
#include "write/words.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

namespace entente::write {

namespace {

/// Of a list in a sentence or a cell; the rest is counted.
constexpr std::size_t named = 3;
constexpr std::size_t rows_for_reading = 10;

const double* number_of(const Moved::Value& value) {
    return std::get_if<double>(&value);
}

/// Of the vertex; the id where only the other model has it.
std::string name_of_id(const Model& model, const std::string& id) {
    const auto vertex = model.find_vertex(id);
    return vertex ? model.vertices[*vertex].name : id;
}

/// "Afghanistan–Pakistan"; where a name holds an en dash itself, parted by " – ".
std::string pair_name(const Model& model, const std::string& a, const std::string& b) {
    return joined_by_dash({name_of_id(model, a), name_of_id(model, b)});
}

/// "Afghanistan–Pakistan", "India", "China for Afghanistan–Pakistan".
std::string subject(const Model& model, const Moved& moved) {
    const auto& ids = moved.ids;
    if (ids.size() == 1) return name_of_id(model, ids[0]);
    if (ids.size() == 2) return pair_name(model, ids[0], ids[1]);
    return name_of_id(model, ids[0]) + " for " + pair_name(model, ids[1], ids[2]);
}

// ---- the tables ----

std::string digits(const Moved& moved, double value) {
    if (is_whole(moved)) return fmt::format("{:.0f}", value);
    if (moved.aspect == "P(first)") return percent(value);
    return moved.aspect == "net" || moved.aspect == "against the camps" ? signed_digits(value) : two_digits(value);
}

/// Of a number that moves so little that two digits do not show it: as many as do.
std::string finer_digits(const Moved& moved, double value, int places) {
    if (moved.aspect == "P(first)") return fmt::format("{:.{}f} %", value * 100, places - 2);
    const auto magnitude = fmt::format("{:.{}f}", std::abs(value), places);
    const bool has_sign = digits(moved, 1).starts_with('+');
    return (value < 0 ? "−" : has_sign ? "+" : "") + magnitude;
}

/// A number before and after, with digits enough to tell them apart.
std::string numbers_apart(const Moved& moved, double from, double to) {
    constexpr int most_places = 9;
    auto before = digits(moved, from);
    auto after = digits(moved, to);
    for (int places = 3; before == after && places <= most_places; ++places) {
        before = finer_digits(moved, from, places);
        after = finer_digits(moved, to, places);
    }
    return fmt::format("{} → {}", before, after);
}

std::vector<std::string> ids_in(const Moved::Value& list) {
    std::vector<std::string> ids;
    const auto* const words = std::get_if<std::string>(&list);
    if (words == nullptr) return ids;
    for (std::size_t start = 0; start < words->size();) {
        const auto comma = std::min(words->find(", ", start), words->size());
        ids.push_back(words->substr(start, comma - start));
        start = comma + 2;
    }
    return ids;
}

/// The first few of a list and how many more there are.
std::string abridged(const std::vector<std::string>& list) {
    if (list.size() <= named + 1) return fmt::format("{}", fmt::join(list, ", "));
    return fmt::format("{} and {} more", fmt::join(list.begin(), list.begin() + named, ", "), list.size() - named);
}

std::string shown(const Model& model, const Moved& moved, const Moved::Value& value) {
    if (const auto* const amount = number_of(value)) return digits(moved, *amount);
    const auto* const words = std::get_if<std::string>(&value);
    if (words == nullptr) return moved.aspect == "best broker" ? "nobody" : "none";
    return moved.aspect == "best broker" ? name_of_id(model, *words) : abridged(ids_in(value));
}

/// "+CHN, −DEU": who has come and who has gone.
std::string come_and_gone(const Moved& moved) {
    const auto before = ids_in(moved.before);
    const auto after = ids_in(moved.after);
    std::vector<std::string> changes;
    const auto add_missing = [&](const auto& ids, const auto& others, std::string_view sign) {
        for (const auto& id : ids)
            if (std::find(others.begin(), others.end(), id) == others.end())
                changes.push_back(fmt::format("{}{}", sign, id));
    };
    add_missing(after, before, "+");
    add_missing(before, after, "−");
    return abridged(changes);
}

std::string from_to(const Model& model, const Moved& moved) {
    if (moved.aspect == "torn") return come_and_gone(moved);
    const auto* const from = number_of(moved.before);
    const auto* const to = number_of(moved.after);
    if (from != nullptr && to != nullptr) return numbers_apart(moved, *from, *to);
    return fmt::format("{} → {}", shown(model, moved, moved.before), shown(model, moved, moved.after));
}

Cell data_cell(const Moved& moved, const Moved::Value& value) {
    if (const auto* const words = std::get_if<std::string>(&value)) return *words;
    const auto* const amount = number_of(value);
    if (amount == nullptr) return {};
    return is_whole(moved) ? Cell(static_cast<std::uint64_t>(*amount)) : Cell(*amount);
}

/// A row for each pair, or broker and pair, in the order of what moved; a column for each aspect.
Table subjects_table(const Model& model, std::string_view title, std::span<const Moved> rows,
                     std::initializer_list<std::string_view> aspects) {
    Table table;
    table.columns.push_back({std::string(title), "", Align::left, Reader::person, true});
    for (const auto aspect : aspects)
        table.columns.push_back({std::string(aspect), "", Align::left, Reader::person,
                                 aspect == "best broker" || aspect == "torn", aspect == "strain"});
    std::map<std::vector<std::string>, std::size_t> row_of;
    for (const auto& moved : rows) {
        const auto [found, is_new] = row_of.try_emplace(moved.ids, table.rows.size());
        if (is_new) {
            table.rows.emplace_back(table.columns.size());
            table.rows.back().front() = subject(model, moved);
        }
        const auto column = std::find(aspects.begin(), aspects.end(), moved.aspect) - aspects.begin() + 1;
        table.rows[found->second][static_cast<std::size_t>(column)] = from_to(model, moved);
    }
    return table;
}

Table plain_table(const Model& model, std::span<const Moved> rows) {
    Table table;
    table.columns = {{"what", "", Align::left, Reader::person, true},
                     {"before → after", "", Align::left, Reader::person, true}};
    for (const auto& moved : rows)
        table.rows.push_back(
            {moved.ids.empty() ? moved.what : fmt::format("{}: {}", subject(model, moved), moved.aspect),
             from_to(model, moved)});
    return table;
}

Table data_table(const Comparison& comparison) {
    Table data;
    for (const auto* key : {"section", "what", "before", "after"})
        data.columns.push_back({key, key});
    for (const auto& part : parts_of(comparison))
        for (const auto& moved : part.rows)
            data.rows.push_back({part.key, moved.what, data_cell(moved, moved.before), data_cell(moved, moved.after)});
    return data;
}

// ---- the answer ----

/// "A, B and C", or "A, B, C and 4 more".
std::string first_few(const std::vector<std::string>& phrases) {
    return phrases.size() <= named + 1 ? join_words(phrases) : abridged(phrases);
}

std::vector<const Moved*> of_aspect(const std::vector<Moved>& rows, std::string_view aspect) {
    std::vector<const Moved*> found;
    for (const auto& moved : rows)
        if (moved.aspect == aspect) found.push_back(&moved);
    return found;
}

bool is_tense(const Moved::Value& tension) {
    const auto* const value = number_of(tension);
    return value != nullptr && above(*value, 0);
}

/// Pairs in tension on both sides, where the broker changed; those that come or go have sentences of their own.
std::string best_brokers_sentence(const Model& model, const Comparison& comparison) {
    std::set<std::vector<std::string>> come_or_gone;
    for (const auto* const moved : of_aspect(comparison.tensions, "tension"))
        if (!is_tense(moved->before) || !is_tense(moved->after)) come_or_gone.insert(moved->ids);
    std::vector<std::string> phrases;
    for (const auto* const moved : of_aspect(comparison.tensions, "best broker"))
        if (!come_or_gone.contains(moved->ids))
            phrases.push_back(fmt::format("{} ({}; was {})", subject(model, *moved), shown(model, *moved, moved->after),
                                          shown(model, *moved, moved->before)));
    if (phrases.empty()) return "Every pair in tension keeps its best broker.";
    return fmt::format("{} another best broker: {}.",
                       count_of(phrases.size(), "pair in tension has", "pairs in tension have"), first_few(phrases));
}

/// Among the foremost, who came up farthest.
std::vector<std::string> climber_sentence(const Model& model, const Comparison& comparison) {
    constexpr double foremost = 5;
    const Moved* farthest = nullptr;
    double most = 1;
    for (const auto* const moved : of_aspect(comparison.brokers, "rank")) {
        const auto* const from = number_of(moved->before);
        const auto* const to = number_of(moved->after);
        if (from == nullptr || to == nullptr || *to > foremost || *from - *to <= most) continue;
        farthest = moved;
        most = *from - *to;
    }
    if (farthest == nullptr) return {};
    const auto place = [&](const Moved::Value& value) { return ordinal(static_cast<std::size_t>(*number_of(value))); };
    return {fmt::format("Farthest up: {}, from {} to {}.", subject(model, *farthest), place(farthest->before),
                        place(farthest->after))};
}

std::vector<std::string> tension_sentences(const Model& model, const Comparison& comparison) {
    std::vector<std::string> begun, ended, moved_pairs;
    for (const auto* const moved : of_aspect(comparison.tensions, "tension")) {
        if (!is_tense(moved->before))
            begun.push_back(subject(model, *moved));
        else if (!is_tense(moved->after))
            ended.push_back(subject(model, *moved));
        else
            moved_pairs.push_back(fmt::format("{} ({})", subject(model, *moved), from_to(model, *moved)));
    }
    std::vector<std::string> sentences;
    if (!begun.empty()) sentences.push_back(fmt::format("New in tension: {}.", first_few(begun)));
    if (!ended.empty()) sentences.push_back(fmt::format("No longer in tension: {}.", first_few(ended)));
    if (!moved_pairs.empty())
        sentences.push_back(fmt::format("Tension moves in {}: {}.", count_of(moved_pairs.size(), "pair", "pairs"),
                                        first_few(moved_pairs)));
    return sentences;
}

std::vector<std::string> subjects_of(const Model& model, const std::vector<Moved>& rows, std::string_view aspect) {
    std::vector<std::string> names;
    for (const auto* const moved : of_aspect(rows, aspect))
        names.push_back(subject(model, *moved));
    return names;
}

/// The first that has no forum in it, how members stand with their forum being less of a surprise; else the first.
const Moved& most_telling(const Model& model, const std::vector<const Moved*>& pairs) {
    const auto is_seat = [&](const std::string& id) {
        const auto vertex = model.find_vertex(id);
        return vertex && is_forum(model.vertices[*vertex].kind);
    };
    const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const Moved* moved) {
        return std::none_of(moved->ids.begin(), moved->ids.end(), is_seat);
    });
    return found == pairs.end() ? *pairs.front() : **found;
}

std::vector<std::string> map_sentences(const Model& model, const Comparison& comparison) {
    std::vector<std::string> sentences;
    const auto company = subjects_of(model, comparison.clusters, "cluster");
    if (!company.empty()) sentences.push_back("In other company: " + first_few(company) + ".");
    const auto camps = subjects_of(model, comparison.balance, "camp");
    if (!camps.empty()) sentences.push_back("In another camp: " + first_few(camps) + ".");
    const auto nets = of_aspect(comparison.relations, "net");
    if (!nets.empty()) {
        const auto& telling = most_telling(model, nets);
        sentences.push_back(fmt::format("{} otherwise, most of all {} (net {}).",
                                        count_of(nets.size(), "pair stands", "pairs stand"), subject(model, telling),
                                        from_to(model, telling)));
    }
    return sentences;
}

bool nothing_moved(const Comparison& comparison) {
    for (const auto& part : parts_of(comparison))
        if (!part.rows.empty()) return false;
    return true;
}

}  // namespace

std::vector<std::string> moved_sentences(const Model& model, const Comparison& comparison) {
    if (nothing_moved(comparison)) return {};
    std::vector<std::string> all{best_brokers_sentence(model, comparison)};
    for (const auto& sentences :
         {climber_sentence(model, comparison), tension_sentences(model, comparison), map_sentences(model, comparison)})
        all.insert(all.end(), sentences.begin(), sentences.end());
    return all;
}

std::vector<Part> moved_tables(const Model& model, const Comparison& comparison) {
    const auto [relations, tensions, clusters, balance, brokers] = parts_of(comparison);
    const auto part = [&](const MovedPart& moved, Table table) {
        Part made{std::string(moved.heading), std::move(table), {}};
        if (!comparison.top) made.rows_in_text = rows_for_reading;
        return made;
    };
    return {part(brokers, subjects_table(model, "broker", brokers.rows, {"rank", "P(first)", "score"})),
            part(tensions, subjects_table(model, "pair", tensions.rows,
                                          {"tension", "best broker", "opportunity", "torn", "strain"})),
            part(clusters, plain_table(model, clusters.rows)), part(balance, plain_table(model, balance.rows)),
            part(relations, subjects_table(model, "pair", relations.rows, {"net", "cooperation", "tension"}))};
}

Report report_of(const RelationGraph& graph, const Comparison& comparison) {
    const auto& model = graph.model();
    Report report;
    report.title = "What changes";
    report.data = data_table(comparison);
    const auto compared = fmt::format("Before: {}. After: {}.", comparison.before, comparison.after);
    report.answer = moved_sentences(model, comparison);
    if (report.answer.empty())
        report.answer = {"Nothing changes: every relation, tension, cluster, camp and rank is the same."};
    report.answer.push_back(compared);
    report.parts = moved_tables(model, comparison);
    return report;
}

}  // namespace entente::write
