#include "analysis/candidates.hpp"

namespace entente {

namespace {

void count_evidence(const Model& model, Coverage& coverage) {
    const auto count = [&](bool evidenced) {
        ++coverage.records;
        coverage.evidenced += evidenced;
    };
    const auto count_all = [&](RecordKind kind, std::size_t records) {
        for (std::size_t index = 0; index < records; ++index)
            count(!facts_of(model, {kind, index}).evidence.empty());
    };
    count_all(RecordKind::tie, model.ties.size());
    count_all(RecordKind::membership, model.memberships.size());
    count_all(RecordKind::influence, model.influences.size());
    count_all(RecordKind::refusal, model.refusals.size());
    for (std::size_t concern = 0; concern < model.concerns.size(); ++concern)
        for (std::size_t holder = 0; holder < model.concerns[concern].held_by.size(); ++holder)
            count(!facts_of(model, {RecordKind::holding, concern, holder}).evidence.empty());
    for (const auto& remark : model.remarks)
        count(!remark.evidence.empty());
    for (const auto& vertex : model.vertices) {
        if (!vertex.forum) continue;
        count(!vertex.evidence.empty());
        for (const auto& later : vertex.forum->later)
            count(!later.evidence.empty());
    }
}

void count_silence(const RelationGraph& graph, Coverage& coverage) {
    const auto& sides = graph.sides();
    for (std::size_t i = 0; i < sides.size(); ++i) {
        for (std::size_t j = i + 1; j < sides.size(); ++j) {
            ++coverage.side_pairs;
            coverage.silent_pairs += graph.ties(sides[i], sides[j]).empty();
        }
    }
}

}  // namespace

Coverage measure_coverage(const RelationGraph& graph) {
    Coverage coverage;
    for (const auto& vertex : graph.model().vertices)
        ++coverage.vertices[static_cast<std::size_t>(vertex.kind)];
    count_evidence(graph.model(), coverage);
    count_silence(graph, coverage);
    coverage.relations = graph.relations().size();
    coverage.tensions = tense_pairs(graph, Threats::left_out).size();
    return coverage;
}

}  // namespace entente
