#include "write/moved.hpp"
#include "write/report.hpp"
#include "write/words.hpp"

#include <algorithm>
#include <cmath>
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
    const auto first = name_of_id(model, a);
    const auto second = name_of_id(model, b);
    const bool dashed = (first + second).find("–") != std::string::npos;
    return first + (dashed ? " – " : "–") + second;
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
    return moved.aspect == "net" ? signed_digits(value) : two_digits(value);
}

/// A long list of ids as its first few and how many more there are.
std::string abridged(const std::string& list) {
    std::size_t commas = 0;
    std::size_t cut = 0;
    for (auto at = list.find(", "); at != std::string::npos; at = list.find(", ", at + 1))
        if (++commas == named) cut = at;
    if (commas <= named) return list;
    return fmt::format("{} and {} more", list.substr(0, cut), commas + 1 - named);
}

Cell value_cell(const Model& model, const Moved& moved, const Moved::Value& value) {
    Cell cell;
    if (const auto* const words = std::get_if<std::string>(&value)) {
        cell = Cell(*words);
        cell.shown = moved.aspect == "best broker" ? name_of_id(model, *words) : abridged(*words);
    } else if (const auto* const amount = number_of(value)) {
        cell = is_whole(moved) ? Cell(static_cast<std::uint64_t>(*amount)) : Cell(*amount);
        cell.shown = digits(moved, *amount);
    } else {
        cell.shown = "none";
    }
    return cell;
}

/// "+0.12", "up 2", "new", "gone"; empty where words changed.
std::string change_in_words(const Moved& moved) {
    const auto* const from = number_of(moved.before);
    const auto* const to = number_of(moved.after);
    if (from == nullptr || to == nullptr) {
        if (std::holds_alternative<std::monostate>(moved.before)) return "new";
        return std::holds_alternative<std::monostate>(moved.after) ? "gone" : "";
    }
    if (moved.aspect == "rank") return fmt::format("{} {:.0f}", *to < *from ? "up" : "down", std::abs(*to - *from));
    if (is_whole(moved)) return fmt::format("{:+.0f}", *to - *from);
    return std::abs(*to - *from) < 0.005 ? "under 0.01" : signed_digits(*to - *from);
}

Table rows_table(const Model& model, std::span<const Moved> rows) {
    Table table;
    table.columns = {{"what", "what", Align::left, Reader::both, true},
                     {"", "", Align::left, Reader::person},
                     {"before", "before", Align::right, Reader::both, true},
                     {"after", "after", Align::right, Reader::both, true},
                     {"change", "", Align::right, Reader::person}};
    for (const auto& moved : rows) {
        Cell what(moved.what);
        if (!moved.ids.empty()) what.shown = subject(model, moved);
        table.rows.push_back({std::move(what), moved.ids.empty() ? std::string() : moved.aspect,
                              value_cell(model, moved, moved.before), value_cell(model, moved, moved.after),
                              change_in_words(moved)});
    }
    return table;
}

Table data_table(const Model& model, const Comparison& comparison) {
    Table data;
    for (const auto* key : {"section", "what", "before", "after"})
        data.columns.push_back({key, key});
    for (const auto& part : parts_of(comparison))
        for (const auto& moved : part.rows)
            data.rows.push_back(
                {part.key, moved.what, value_cell(model, moved, moved.before), value_cell(model, moved, moved.after)});
    return data;
}

// ---- the answer ----

/// "A", "A and B", "A, B, C and 4 more".
std::string first_few(std::vector<std::string> phrases) {
    const auto count = phrases.size();
    if (count <= named + 1) return join_words(phrases);
    phrases.resize(named);
    return fmt::format("{} and {} more", fmt::join(phrases, ", "), count - named);
}

std::vector<const Moved*> of_aspect(const std::vector<Moved>& rows, std::string_view aspect) {
    std::vector<const Moved*> found;
    for (const auto& moved : rows)
        if (moved.aspect == aspect) found.push_back(&moved);
    return found;
}

std::string broker_in_words(const Model& model, const Moved::Value& value) {
    const auto* const id = std::get_if<std::string>(&value);
    return id == nullptr ? "nobody" : name_of_id(model, *id);
}

std::string best_brokers_sentence(const Model& model, const Comparison& comparison) {
    std::vector<std::string> phrases;
    for (const auto* const moved : of_aspect(comparison.tensions, "best broker"))
        phrases.push_back(fmt::format("{} ({}, before {})", subject(model, *moved),
                                      broker_in_words(model, moved->after), broker_in_words(model, moved->before)));
    if (phrases.empty()) return "Every pair in tension keeps its best broker.";
    const auto count = phrases.size();
    return fmt::format("{} another best broker: {}.", count_of(count, "pair in tension has", "pairs in tension have"),
                       first_few(std::move(phrases)));
}

bool is_tense(const Moved::Value& tension) {
    const auto* const value = number_of(tension);
    return value != nullptr && above(*value, 0);
}

std::string from_to(const Moved& moved) {
    const auto words = [&](const Moved::Value& value) {
        const auto* const amount = number_of(value);
        return amount == nullptr ? std::string("none") : digits(moved, *amount);
    };
    return fmt::format("from {} to {}", words(moved.before), words(moved.after));
}

std::vector<std::string> tension_sentences(const Model& model, const Comparison& comparison) {
    std::vector<std::string> begun, ended, moved_pairs;
    for (const auto* const moved : of_aspect(comparison.tensions, "tension")) {
        if (!is_tense(moved->before))
            begun.push_back(subject(model, *moved));
        else if (!is_tense(moved->after))
            ended.push_back(subject(model, *moved));
        else
            moved_pairs.push_back(fmt::format("{} ({})", subject(model, *moved), from_to(*moved)));
    }
    std::vector<std::string> sentences;
    if (!begun.empty()) sentences.push_back(fmt::format("New in tension: {}.", first_few(std::move(begun))));
    if (!ended.empty()) sentences.push_back(fmt::format("No longer in tension: {}.", first_few(std::move(ended))));
    if (!moved_pairs.empty())
        sentences.push_back(fmt::format("Tension moves in {}: {}.", count_of(moved_pairs.size(), "pair", "pairs"),
                                        first_few(std::move(moved_pairs))));
    return sentences;
}

/// Those who were and are in the region; who is new or gone says so in the table.
std::vector<std::string> names_of_aspect(const Model& model, const std::vector<Moved>& rows, std::string_view aspect) {
    std::vector<std::string> names;
    for (const auto* const moved : of_aspect(rows, aspect))
        names.push_back(subject(model, *moved));
    return names;
}

std::vector<std::string> map_sentences(const Model& model, const Comparison& comparison) {
    std::vector<std::string> sentences;
    auto company = names_of_aspect(model, comparison.clusters, "cluster");
    if (!company.empty()) sentences.push_back("In other company: " + first_few(std::move(company)) + ".");
    auto camps = names_of_aspect(model, comparison.balance, "camp");
    if (!camps.empty()) sentences.push_back("In another camp: " + first_few(std::move(camps)) + ".");
    const auto nets = of_aspect(comparison.relations, "net");
    if (!nets.empty())
        sentences.push_back(fmt::format("{} otherwise, most of all {} (net {}).",
                                        count_of(nets.size(), "pair stands", "pairs stand"),
                                        subject(model, *nets.front()), from_to(*nets.front())));
    return sentences;
}

bool nothing_moved(const Comparison& comparison) {
    for (const auto& part : parts_of(comparison))
        if (!part.rows.empty()) return false;
    return true;
}

}  // namespace

Report report_of(const RelationGraph& graph, const Comparison& comparison) {
    const auto& model = graph.model();
    Report report;
    report.title = "What changes";
    report.data = data_table(model, comparison);
    const auto compared = fmt::format("Before: {}. After: {}.", comparison.before, comparison.after);
    if (nothing_moved(comparison)) {
        report.answer = {"Nothing changes: every relation, tension, cluster, camp and rank is the same.", compared};
        return report;
    }
    report.answer.push_back(best_brokers_sentence(model, comparison));
    for (const auto& sentences : {tension_sentences(model, comparison), map_sentences(model, comparison)})
        report.answer.insert(report.answer.end(), sentences.begin(), sentences.end());
    report.answer.push_back(compared);

    const auto parts = parts_of(comparison);
    for (const std::string_view key : {"brokers", "tensions", "clusters", "balance", "relations"}) {
        const auto part =
            std::find_if(parts.begin(), parts.end(), [&](const MovedPart& one) { return one.key == key; });
        report.parts.push_back({std::string(part->heading), rows_table(model, part->rows), {}});
        if (!comparison.top) report.parts.back().rows_in_text = rows_for_reading;
    }
    return report;
}

}  // namespace entente::write
