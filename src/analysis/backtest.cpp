// The ranking held against the mediations that history records (METHOD 10).
#include "analysis/backtest_ranks.hpp"
#include "analysis/backtest_record.hpp"
#include "analysis/certainty/parallel.hpp"
#include "model/nearest.hpp"
#include "model/phrasing.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

namespace entente {

namespace {

/// What became of one case.
struct Finding {
    RecordedCase recorded;  ///< by ids
    std::string why;        ///< it is skipped; empty where it was judged
    std::vector<std::string> left_out;
    Question question;
    std::size_t of = 0;
    Placements placements;
};

std::vector<Profile> all_profiles(const Model& model) {
    std::vector<Profile> profiles;
    for (const auto& profile : builtin_profiles())
        profiles.push_back(*model.find_profile(profile.name));
    for (const auto& profile : model.profiles)
        if (std::none_of(profiles.begin(), profiles.end(),
                         [&](const Profile& known) { return known.name == profile.name; }))
            profiles.push_back(profile);
    return profiles;
}

void append_reason(std::string& why, std::string reason) {
    why += why.empty() ? std::move(reason) : "; " + reason;
}

/// Resolves the names of a case on its day.
class Resolver {
  public:
    explicit Resolver(const RelationGraph& graph) : graph_(graph) {}

    Finding resolve(const RecordedCase& recorded) const {
        Finding finding;
        finding.recorded = recorded;
        const auto a = existing(finding.recorded.a, finding.why);
        const auto b = existing(finding.recorded.b, finding.why);
        if (a && a == b) append_reason(finding.why, "its two parties are one");
        std::vector<VertexIndex> parties;
        if (a && b) {
            finding.question = {*a, *b, {}};
            parties = {*a, *b};
        }
        for (auto& name : finding.recorded.brokers)
            add_broker(finding, name, parties);
        if (finding.question.brokers.empty())
            for (auto& reason : std::exchange(finding.left_out, {}))
                append_reason(finding.why, std::move(reason));
        return finding;
    }

  private:
    /// Turns the name into an id; nothing, and a reason, where there is no such vertex on the day.
    std::optional<VertexIndex> existing(std::string& name, std::string& why) const {
        const auto vertex = graph_.model().find_vertex(name);
        if (!vertex) {
            append_reason(why, "'" + name + "' is not in the model" + suggestion(name));
            return std::nullopt;
        }
        name = graph_.model().id(*vertex);
        if (graph_.exists(*vertex)) return vertex;
        append_reason(why, name + " does not exist on " + date_words(graph_.as_of()));
        return std::nullopt;
    }

    /// What was probably meant, in words.
    std::string suggestion(const std::string& name) const {
        std::vector<std::string_view> known;
        for (const auto& vertex : graph_.model().vertices) {
            known.push_back(vertex.id);
            known.push_back(vertex.name);
            known.insert(known.end(), vertex.aliases.begin(), vertex.aliases.end());
        }
        const auto near = nearest(name, known);
        return near.empty() ? std::string() : " (is '" + std::string(near) + "' meant?)";
    }

    void add_broker(Finding& finding, std::string& name, const std::vector<VertexIndex>& parties) const {
        std::string why;
        const auto broker = existing(name, why);
        auto& brokers = finding.question.brokers;
        if (broker && std::find(parties.begin(), parties.end(), *broker) != parties.end())
            why = name + " is a party itself";
        else if (broker && !graph_.is_actor(*broker))
            why = name + " is no actor, and has no rank";
        else if (broker && std::find(brokers.begin(), brokers.end(), *broker) == brokers.end())
            brokers.push_back(*broker);
        if (!why.empty()) finding.left_out.push_back(std::move(why));
    }

    const RelationGraph& graph_;
};

void judge_year(const Model& model, const Lens& lens, int year, std::span<const RecordedCase> cases,
                std::span<const std::size_t> positions, std::span<const Profile> profiles,
                std::vector<Finding>& findings) {
    Lens then = lens;
    then.as_of = Date::from_civil(year - 1, 12, 31);
    const YearEnd end(model, then);
    const Resolver resolver(end.graph());
    for (const auto position : positions) {
        auto& finding = findings[position] = resolver.resolve(cases[position]);
        if (!finding.why.empty()) continue;
        finding.of = end.graph().actors().size();
        for (const auto party : {finding.question.a, finding.question.b})
            if (end.graph().is_actor(party)) --finding.of;
        finding.placements = place_brokers(end, finding.question, profiles);
    }
}

std::vector<Finding> judge(const Model& model, const Lens& lens, std::span<const RecordedCase> cases,
                           std::span<const Profile> profiles, const BacktestOptions& options) {
    std::map<int, std::vector<std::size_t>> by_year;
    for (std::size_t position = 0; position < cases.size(); ++position) {
        const int year = cases[position].year;
        if (year < RecordedCase::first_year || year > Date::last_year)
            throw std::invalid_argument("year " + std::to_string(year) + " of case '" + cases[position].name +
                                        "' is not within 2 to 9999");
        by_year[year].push_back(position);
    }
    const std::vector<std::pair<int, std::vector<std::size_t>>> years(by_year.begin(), by_year.end());
    std::vector<Finding> findings(cases.size());
    certainty::ProgressMeter progress(options.progress, years.size());
    certainty::for_each_index(years.size(), options.threads, [&](std::size_t index) {
        const auto& [year, positions] = years[index];
        judge_year(model, lens, year, cases, positions, profiles, findings);
        progress.step();
    });
    return findings;
}

/// The records of all profiles, then of all baselines.
class Records {
  public:
    explicit Records(const std::vector<Finding>& judged) : judged_(judged) {
        for (const auto& one : judged)
            pairs_.push_back({std::min(one.question.a, one.question.b), std::max(one.question.a, one.question.b)});
    }

    TrackRecord of_profile(const std::string& name, std::size_t profile) const {
        return record(name, [&](const Finding& one) { return outcome_of(one.placements.profiles[profile].rank); });
    }
    TrackRecord of_baseline(std::size_t baseline) const {
        return record(std::string(baseline_names[baseline]),
                      [&](const Finding& one) { return outcome_of(one.placements.baselines[baseline].rank); });
    }
    TrackRecord of_chance() const {
        return record("chance",
                      [](const Finding& one) { return outcome_of_chance(one.question.brokers.size(), one.of); });
    }

  private:
    TrackRecord record(std::string name, auto outcome) const {
        std::vector<Outcome> outcomes;
        for (const auto& one : judged_)
            outcomes.push_back(outcome(one));
        return record_of(std::move(name), outcomes, pairs_);
    }

    const std::vector<Finding>& judged_;
    std::vector<CasePair> pairs_;
};

JudgedCase judged_case(Finding& finding, std::size_t profile) {
    const auto& placement = finding.placements.profiles[profile];
    return {std::move(finding.recorded), placement.rank, finding.of, placement.best, placement.first,
            std::move(finding.left_out)};
}

}  // namespace

Backtest backtest(const Model& model, const Lens& lens, std::span<const RecordedCase> cases,
                  const BacktestOptions& options) {
    const auto profiles = all_profiles(model);
    const auto chosen = std::find_if(profiles.begin(), profiles.end(),
                                     [&](const Profile& profile) { return profile.name == options.profile.name; });
    if (chosen == profiles.end()) throw std::invalid_argument("unknown profile '" + options.profile.name + "'");

    Backtest result;
    result.profile = *chosen;
    std::vector<Finding> judged;
    for (auto& finding : judge(model, lens, cases, profiles, options)) {
        if (finding.why.empty())
            judged.push_back(std::move(finding));
        else
            result.skipped.push_back({std::move(finding.recorded), std::move(finding.why)});
    }
    const Records records(judged);
    for (std::size_t profile = 0; profile < profiles.size(); ++profile)
        result.profiles.push_back(records.of_profile(profiles[profile].name, profile));
    for (std::size_t baseline = 0; baseline < baseline_names.size(); ++baseline)
        result.baselines.push_back(records.of_baseline(baseline));
    result.baselines.push_back(records.of_chance());
    for (auto& finding : judged)
        result.cases.push_back(judged_case(finding, static_cast<std::size_t>(chosen - profiles.begin())));
    return result;
}

}  // namespace entente
