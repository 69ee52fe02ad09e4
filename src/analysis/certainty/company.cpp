#include "analysis/certainty/company.hpp"

#include "analysis/certainty/parallel.hpp"
#include "analysis/certainty/relations.hpp"
#include "analysis/partition_search.hpp"
#include "analysis/thresholds.hpp"

#include <algorithm>

namespace entente::certainty {

namespace {

constexpr std::size_t most_draws = 500;
constexpr std::size_t starts = 10;

/// The relations of all sides that could have any.
class SidesInDraws {
  public:
    explicit SidesInDraws(const RelationGraph& graph)
        : unknowns_(graph), relations_(graph, unknowns_), sides_(graph.sides().size()) {
        const auto& sides = graph.sides();
        for (std::uint32_t a = 0; a < sides.size(); ++a)
            for (std::uint32_t b = a + 1; b < sides.size(); ++b) {
                if (!graph.model().unrecorded && !may_relate(graph, sides[a], sides[b])) continue;
                const auto relation = relations_.between(sides[a], sides[b]);
                if (!relations_.is_empty(relation)) pairs_.push_back({a, b, relation});
            }
    }

    const Unknowns& unknowns() const { return unknowns_; }
    const Relations& relations() const { return relations_; }
    SignedGraph graph_in(const RelationNumbers& numbers, std::size_t draw) const {
        std::vector<SignedPair> pairs;
        for (const auto& pair : pairs_) {
            const SignedWeight weight{numbers.cooperation(pair.relation)[draw], numbers.tension(pair.relation)[draw]};
            if (weight.positive > 0 || weight.negative > 0) pairs.push_back({pair.a, pair.b, weight});
        }
        return {sides_, pairs, tau};
    }

  private:
    struct Pair {
        std::uint32_t a;
        std::uint32_t b;
        RelationIndex relation;
    };
    static bool may_relate(const RelationGraph& graph, VertexIndex a, VertexIndex b) {
        return !graph.ties(a, b).empty() || !graph.shared_forums(a, b).empty();
    }

    Unknowns unknowns_;
    Relations relations_;
    std::size_t sides_;
    std::vector<Pair> pairs_;
};

struct Worker {
    Numbers numbers;
    RelationNumbers relations;
    Company company;
};

void count(const Partition& partition, Company& company) {
    for (std::size_t side = 0; side < company.sides; ++side)
        for (std::size_t other = 0; other < company.sides; ++other)
            if (partition[side] == partition[other]) ++company.together[side * company.sides + other];
    ++company.draws;
}

}  // namespace

Company keep_company(const RelationGraph& graph, const ClusterOptions& options) {
    const SidesInDraws sides(graph);
    const auto count_of_sides = graph.sides().size();
    const auto nobody = [&] {
        return Company{0, count_of_sides, std::vector<std::uint32_t>(count_of_sides * count_of_sides)};
    };
    const auto draws = std::min(options.sampling.draws, most_draws);
    ProgressMeter progress(options.sampling.progress, draws);
    Company sum = nobody();

    // The search costs far more than the numbers: each draw is a task, and draws the numbers of its batch anew.
    const auto work = [&](Worker& worker, std::size_t draw) {
        worker.numbers.draw(sides.unknowns(), options.sampling.seed, draw / batch * batch);
        worker.relations.evaluate_all(sides.relations(), worker.numbers);
        const auto drawn = sides.graph_in(worker.relations, draw % batch);
        count(find_best_partition(drawn, {options.resolution, starts, options.sampling.seed}), worker.company);
        progress.step();
    };
    for_each_index(
        draws, options.sampling.threads,
        [&] {
            return Worker{Numbers(sides.unknowns()), RelationNumbers(sides.relations().size()), nobody()};
        },
        work,
        [&](const Worker& worker) {
            sum.draws += worker.company.draws;
            for (std::size_t at = 0; at < sum.together.size(); ++at)
                sum.together[at] += worker.company.together[at];
        });
    return sum;
}

}  // namespace entente::certainty
