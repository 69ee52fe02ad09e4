#include "write/report.hpp"
#include "write/rows.hpp"
#include "write/words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace entente::write {

namespace {

/// How far down the list a rank is: a bar of at most `longest` cells, in eighths, and never nothing.
std::string bar(double rank, std::size_t of) {
    constexpr std::size_t longest = 13;
    constexpr std::size_t parts = 8;
    constexpr std::array<std::string_view, parts> ends{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const double share = rank / static_cast<double>(of);
    const auto eighths = std::max<long>(1, std::lround(share * static_cast<double>(longest * parts)));
    std::string drawn;
    for (long cell = 0; cell < eighths / static_cast<long>(parts); ++cell)
        drawn += "█";
    return drawn.append(ends[static_cast<std::size_t>(eighths) % parts]);
}

/// By name where the model knows it; else as it is written.
std::string name_in(const Model& model, const std::string& id) {
    const auto vertex = model.find_vertex(id);
    return vertex ? model.vertices[*vertex].name : id;
}

std::vector<std::string> names_in(const Model& model, const std::vector<std::string>& ids) {
    std::vector<std::string> names;
    for (const auto& id : ids)
        names.push_back(name_in(model, id));
    return names;
}

std::string parties_in(const Model& model, const RecordedCase& recorded) {
    return joined_by_dash(names_in(model, {recorded.a, recorded.b}));
}

Cell share_cell(std::optional<double> share) {
    return share ? worded(*share, percent(*share)) : Cell();
}

/// Three digits: what sets rankings apart is small.
Cell mrr_cell(std::optional<double> mrr) {
    return mrr ? worded(*mrr, fmt::format("{:.3f}", *mrr)) : Cell();
}

Cell rank_cell(std::optional<double> rank) {
    return rank ? worded(*rank, fmt::format("{:.1f}", *rank)) : Cell();
}

/// A row each: first the profiles, then what they are held against.
Table records_table(const Backtest& backtest) {
    Table table;
    table.columns = {{"ranked by", "kind"},
                     {"", "name"},
                     {"", "cases", Align::right, Reader::machine},
                     {"MRR", "mrr", Align::right},
                     {"MRR per pair", "mrr_per_pair", Align::right},
                     {"top 1", "hit1", Align::right},
                     {"top 3", "hit3", Align::right},
                     {"top 5", "hit5", Align::right},
                     {"top 10", "hit10", Align::right},
                     {"median rank", "median_rank", Align::right}};
    const auto add = [&](std::string_view kind, const TrackRecord& record, bool chosen) {
        table.rows.push_back({kind, Cell(record.name, chosen ? Tone::strong : Tone::plain), std::uint64_t{record.cases},
                              mrr_cell(record.mrr), mrr_cell(record.mrr_per_pair), share_cell(record.hit1),
                              share_cell(record.hit3), share_cell(record.hit5), share_cell(record.hit10),
                              rank_cell(record.median_rank)});
    };
    for (const auto& record : backtest.profiles)
        add("profile", record, record.name == backtest.profile.name);
    for (const auto& record : backtest.baselines)
        add("baseline", record, false);
    return table;
}

Table cases_table(const Model& model, const std::vector<JudgedCase>& cases) {
    Table table;
    table.columns = {{"case", "", Align::left, Reader::person, true},
                     {"year", "", Align::right},
                     {"between", "", Align::left, Reader::person, true},
                     {"recorded brokers", "", Align::left, Reader::person, true},
                     {"rank", "", Align::right},
                     {"down the list", ""},
                     {"ranked first", "", Align::left, Reader::person, true, true}};
    for (const auto& one : cases)
        table.rows.push_back({one.recorded.name, std::to_string(one.recorded.year), parties_in(model, one.recorded),
                              names_in(model, one.recorded.brokers), fmt::format("{} of {}", one.rank, one.of),
                              bar(one.rank, one.of),
                              one.first ? model.vertices[*one.first].name : std::string("nobody")});
    return table;
}

Table skipped_table(const Model& model, const std::vector<SkippedCase>& skipped) {
    Table table;
    table.columns = {{"case", "", Align::left, Reader::person, true},
                     {"year", "", Align::right},
                     {"between", "", Align::left, Reader::person, true},
                     {"recorded brokers", "", Align::left, Reader::person, true},
                     {"why", "", Align::left, Reader::person, true}};
    for (const auto& [recorded, why] : skipped)
        table.rows.push_back({recorded.name, std::to_string(recorded.year), parties_in(model, recorded),
                              names_in(model, recorded.brokers), why});
    return table;
}

const TrackRecord& chosen_record(const Backtest& backtest) {
    return *std::find_if(backtest.profiles.begin(), backtest.profiles.end(),
                         [&](const TrackRecord& record) { return record.name == backtest.profile.name; });
}

std::string how_many_first(const Backtest& backtest, double within) {
    const auto count = std::count_if(backtest.cases.begin(), backtest.cases.end(),
                                     [within](const JudgedCase& one) { return at_most(one.rank, within); });
    return fmt::format("{}", count);
}

std::vector<std::string> answer_of(const Backtest& backtest) {
    const auto skipped = backtest.skipped.size();
    const auto skipping = skipped == 0 ? std::string() : fmt::format(" ({} skipped)", skipped);
    if (backtest.cases.empty()) return {"No recorded case could be judged" + skipping + "."};
    const auto& record = chosen_record(backtest);
    const auto& best = *std::max_element(
        backtest.baselines.begin(), backtest.baselines.end(),
        [](const TrackRecord& left, const TrackRecord& right) { return above(*right.mrr, *left.mrr); });
    return {fmt::format("Of {}{}, the profile {} puts a recorded broker first in {}, among the first three in {} and "
                        "among the first ten in {}.",
                        count_of(record.cases, "recorded mediation", "recorded mediations"), skipping, record.name,
                        how_many_first(backtest, 1), how_many_first(backtest, 3), how_many_first(backtest, 10)),
            fmt::format("Its mean reciprocal rank is {:.3f}; that of the best baseline, {}, is {:.3f}.", *record.mrr,
                        best.name, *best.mrr),
            "This tells who resembles past brokers, not who would succeed; mediations that never came about are not "
            "on record."};
}

/// Brokers on record that had no rank, a sentence a case.
std::vector<std::string> left_out_notes(const std::vector<JudgedCase>& cases) {
    std::vector<std::string> notes;
    for (const auto& one : cases)
        if (!one.left_out.empty())
            notes.push_back(fmt::format("{}: {}; the others are judged.", one.recorded.name, join_words(one.left_out)));
    return notes;
}

}  // namespace

Report report_of(const RelationGraph& graph, const Backtest& backtest) {
    const auto& model = graph.model();
    Report report;
    report.title = "How well the ranking finds the brokers that history records";
    report.context = "each case on 31 December of the year before";
    report.answer = answer_of(backtest);
    report.data = records_table(backtest);
    if (!backtest.cases.empty())
        report.parts.push_back(
            {"Profiles, and what they are held against",
             records_table(backtest),
             {"MRR, the mean reciprocal rank: the mean of 1/rank of the best placed recorded broker; 1 is perfect. Per "
              "pair: cases between the same two have one vote together.",
              "top 3: share of cases in which a recorded broker is among the first three. median rank: half of the "
              "cases are at this rank or better.",
              "Baselines rank by one thing alone: capability; betweenness in the network of positive ties; the number "
              "of forums shared with both parties; nearness to both (the parties themselves are listed, too, and come "
              "first); chance is the expectation of a shuffled list."}});
    report.parts.push_back({fmt::format("Case by case, by the profile {}", backtest.profile.name),
                            cases_table(model, backtest.cases), left_out_notes(backtest.cases)});
    report.parts.push_back({"Skipped", skipped_table(model, backtest.skipped), {}});
    return report;
}

}  // namespace entente::write
