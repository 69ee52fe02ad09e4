#include "write/json.hpp"

namespace entente::write {

namespace {

Json records_json(const std::vector<TrackRecord>& records) {
    auto list = Json::array();
    for (const auto& record : records)
        list.push_back({{"name", record.name},
                        {"cases", record.cases},
                        {"mrr", number_or_null(record.mrr)},
                        {"mrr_per_pair", number_or_null(record.mrr_per_pair)},
                        {"hit1", number_or_null(record.hit1)},
                        {"hit3", number_or_null(record.hit3)},
                        {"hit5", number_or_null(record.hit5)},
                        {"hit10", number_or_null(record.hit10)},
                        {"median_rank", number_or_null(record.median_rank)}});
    return list;
}

Json recorded_json(const RecordedCase& recorded) {
    return {{"case", recorded.name},
            {"year", recorded.year},
            {"a", recorded.a},
            {"b", recorded.b},
            {"brokers", recorded.brokers}};
}

Json judged_json(const JudgedCase& judged) {
    auto made = recorded_json(judged.recorded);
    made["rank"] = number(judged.rank);
    made["of"] = judged.of;
    return made;
}

Json skipped_json(const SkippedCase& skipped) {
    auto made = recorded_json(skipped.recorded);
    made["why"] = skipped.why;
    return made;
}

}  // namespace

Json result_json(const RelationGraph&, const Backtest& backtest) {
    auto cases = Json::array();
    for (const auto& judged : backtest.cases)
        cases.push_back(judged_json(judged));
    auto skipped = Json::array();
    for (const auto& one : backtest.skipped)
        skipped.push_back(skipped_json(one));
    return {{"profiles", records_json(backtest.profiles)},
            {"baselines", records_json(backtest.baselines)},
            {"cases", std::move(cases)},
            {"skipped", std::move(skipped)}};
}

}  // namespace entente::write
