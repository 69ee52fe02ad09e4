#include "analysis/certainty/stream.hpp"
#include "analysis/certainty/unknowns.hpp"
#include "model_builder.hpp"
#include <entente/analysis.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

#include <doctest/doctest.h>

using namespace entente;

namespace {

double density(double x) {
    return std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi);
}
double distribution(double x) {
    return std::erfc(-x / std::numbers::sqrt2) / 2;
}

struct Moments {
    double mean;
    double spread;
};

/// Of a normal number clipped to [low, high], in closed form.
Moments clipped_normal(double mean, double spread, double low, double high) {
    const double a = (low - mean) / spread;
    const double b = (high - mean) / spread;
    const double inside = distribution(b) - distribution(a);
    const double below = distribution(a);
    const double above = 1 - distribution(b);
    const double first = mean * inside + spread * (density(a) - density(b));
    const double second = (mean * mean + spread * spread) * inside + 2 * mean * spread * (density(a) - density(b)) +
                          spread * spread * (a * density(a) - b * density(b));
    const double expected = first + low * below + high * above;
    const double square = second + low * low * below + high * high * above;
    return {expected, std::sqrt(square - expected * expected)};
}

Moments moments_of(const std::vector<double>& values) {
    double sum = 0;
    double squares = 0;
    for (const double value : values) {
        sum += value;
        squares += value * value;
    }
    const auto count = static_cast<double>(values.size());
    return {sum / count, std::sqrt(squares / count - sum / count * sum / count)};
}

std::vector<double> draws_of(const certainty::Unknowns& unknowns, certainty::Slot slot, std::size_t count,
                             std::uint64_t seed) {
    certainty::Numbers numbers(unknowns);
    std::vector<double> values;
    for (std::size_t first = 0; first < count; first += certainty::batch) {
        numbers.draw(unknowns, seed, first);
        values.insert(values.end(), numbers.of(slot), numbers.of(slot) + certainty::batch);
    }
    return values;
}

BrokerOptions drawn(std::size_t draws, std::uint64_t seed = 1) {
    BrokerOptions options;
    options.sampling.draws = draws;
    options.sampling.seed = seed;
    return options;
}

Brokerage between(const RelationGraph& graph, const char* a, const char* b, const BrokerOptions& options) {
    const VertexIndex parties[]{*graph.model().find_vertex(a), *graph.model().find_vertex(b)};
    return find_brokers(graph, parties, options);
}

const Candidate& candidate(const Brokerage& brokerage, const Model& model, const char* id) {
    return *std::find_if(brokerage.candidates.begin(), brokerage.candidates.end(),
                         [&](const Candidate& one) { return model.id(one.id) == id; });
}

/// Every record is as it says.
void be_certain(Model& model) {
    for (auto& tie : model.ties)
        tie.confidence = 1;
    for (auto& influence : model.influences)
        influence.confidence = 1;
    for (auto& refusal : model.refusals)
        refusal.confidence = 1;
    for (auto& vertex : model.vertices)
        if (vertex.forum) vertex.forum->confidence = 1;
}

/// A and B in tension, K and L between them as sure as can be; L is a little the less trusted.
ModelBuilder two_between() {
    ModelBuilder builder;
    builder.countries({"A", "B", "K", "L"}).tie("A", "B", -0.8);
    builder.tie("K", "A", 0.6).tie("K", "B", 0.5).tie("L", "A", 0.5).tie("L", "B", 0.5);
    builder.with(be_certain);
    return builder;
}

Refusal refusal_by(const Model& model, const char* by, const char* who, double confidence) {
    Refusal refusal;
    refusal.by = *model.find_vertex(by);
    refusal.on = {*model.find_vertex("A"), *model.find_vertex("B")};
    refusal.anyone = false;
    refusal.who = {*model.find_vertex(who)};
    refusal.confidence = confidence;
    return refusal;
}

}  // namespace

TEST_CASE("a stream's number for a draw is the same however it is asked, and another for another seed or key") {
    std::vector<double> all(64);
    std::vector<double> part(10);
    const certainty::Stream stream(7, 42);
    stream.fill_normal(0, all);
    stream.fill_normal(20, part);
    CHECK(std::equal(part.begin(), part.end(), all.begin() + 20));
    certainty::Stream(8, 42).fill_normal(20, part);
    CHECK_FALSE(std::equal(part.begin(), part.end(), all.begin() + 20));
    certainty::Stream(7, 43).fill_normal(20, part);
    CHECK_FALSE(std::equal(part.begin(), part.end(), all.begin() + 20));
}

TEST_CASE("numbers are drawn with the mean and spread of the clipped normal") {
    constexpr std::size_t count = 100'032;
    struct Case {
        double weight;
        double confidence;
    };
    for (const auto& [weight, confidence] :
         {Case{0, 0.3}, Case{0.2, 0.6}, Case{-0.8, 0.3}, Case{1, 0.6}, Case{-1, 0.05}, Case{0.6, 0.9}}) {
        const auto model = ModelBuilder()
                               .countries({"A", "B"})
                               .tie("A", "B", weight, "security", [&](Tie& tie) { tie.confidence = confidence; })
                               .build();
        const RelationGraph graph(model);
        certainty::Unknowns unknowns(graph);
        const auto slot = unknowns.tie(graph.ties(0, 1).front());
        const auto expected = clipped_normal(weight, 0.5 * (1 - confidence), -1, 1);
        const auto found = moments_of(draws_of(unknowns, slot, count, 3));
        // Five standard errors of the mean; of the spread, of a number no more spread than a normal one.
        const double error = 5 * expected.spread / std::sqrt(static_cast<double>(count));
        CHECK(found.mean == doctest::Approx(expected.mean).epsilon(0).scale(1).epsilon(error));
        CHECK(found.spread == doctest::Approx(expected.spread).epsilon(0).scale(1).epsilon(error));
    }
}

TEST_CASE("effectiveness and influence are clipped to [0, 1]") {
    const auto model =
        ModelBuilder().countries({"A", "B"}).forum("F", 0.9, {"A", "B"}).influence("A", "B", 0.1).build();
    const RelationGraph graph(model);
    certainty::Unknowns unknowns(graph);
    const auto effectiveness = unknowns.effectiveness(*model.find_vertex("F"));
    const auto influence = unknowns.influence(graph.influences(0, 1).front());
    for (const auto& [slot, mean] : {std::pair(effectiveness, 0.9), std::pair(influence, 0.1)}) {
        const auto values = draws_of(unknowns, slot, 100'032, 5);
        CHECK(*std::min_element(values.begin(), values.end()) >= 0);
        CHECK(*std::max_element(values.begin(), values.end()) <= 1);
        CHECK(moments_of(values).mean == doctest::Approx(clipped_normal(mean, 0.2, 0, 1).mean).epsilon(0.01));
    }
}

TEST_CASE("where all is certain, every draw is the model as it stands") {
    const auto model = two_between()
                           .forum("F", 0.7, {"A", "B", "L"})
                           .influence("K", "A", 0.3)
                           .influence("L", "B", 0.35)
                           .with(be_certain)
                           .build();
    const RelationGraph graph(model);
    for (const auto& profile : builtin_profiles()) {
        auto options = drawn(130);
        options.profile = profile;
        const auto brokerage = between(graph, "A", "B", options);
        REQUIRE(brokerage.candidates.size() == 2);
        for (const auto& one : brokerage.candidates) {
            CHECK(one.p_first == (one.rank == 1 ? 1 : 0));
            CHECK(one.p_top3 == 1);
            CHECK(one.rank_low == one.rank);
            CHECK(one.rank_high == one.rank);
        }
        CHECK(brokerage.find_out.empty());
    }
}

TEST_CASE("without draws nothing is said of certainty") {
    const auto model = two_between().build();
    const RelationGraph graph(model);
    const auto brokerage = between(graph, "A", "B", drawn(0));
    CHECK_FALSE(brokerage.candidates.front().p_first);
    CHECK_FALSE(brokerage.candidates.front().rank_high);
    CHECK(brokerage.flips.empty());
    CHECK(brokerage.find_out.empty());
}

TEST_CASE("the chance to be first is that of the one uncertain number") {
    // K leads by 0.4 · (access of K - access of L); L's influence over A, weak but doubtful, adds 0.4 · s / 2.
    const auto model = two_between()
                           .influence("L", "A", 0.05)
                           .with([](Model& made) { made.influences.front().confidence = 0.4; })
                           .build();
    const RelationGraph graph(model);
    const auto certain = between(graph, "A", "B", drawn(0));
    const double lead = candidate(certain, model, "K").components[Component::access] -
                        candidate(certain, model, "L").components[Component::access];
    const double expected = distribution((2 * lead - 0.05) / 0.3);

    constexpr std::size_t draws = 40'000;
    const auto brokerage = between(graph, "A", "B", drawn(draws));
    const double error = 5 * std::sqrt(expected * (1 - expected) / draws);
    CHECK(*candidate(brokerage, model, "K").p_first == doctest::Approx(expected).epsilon(0).scale(1).epsilon(error));
    CHECK(*candidate(brokerage, model, "K").p_first + *candidate(brokerage, model, "L").p_first == doctest::Approx(1));

    REQUIRE(brokerage.find_out.size() == 1);
    const double above = std::max(0.0, (distribution((2 * lead - 0.05) / 0.3) - 0.5) / 0.5);
    CHECK(brokerage.find_out.front().effect == doctest::Approx(1 - above).epsilon(0.02));
    const auto flip = std::find_if(brokerage.flips.begin(), brokerage.flips.end(),
                                   [](const Flip& one) { return one.record.kind == RecordKind::influence; });
    REQUIRE(flip != brokerage.flips.end());
    CHECK(flip->from == doctest::Approx(0.05));
    CHECK(flip->to == doctest::Approx(2 * lead).epsilon(1e-5));
    CHECK(model.id(*flip->new_first) == "L");
}

TEST_CASE("a refusal holds as often as it is sure") {
    const auto model =
        two_between().with([](Model& made) { made.refusals.push_back(refusal_by(made, "A", "K", 0.7)); }).build();
    const RelationGraph graph(model);
    const auto brokerage = between(graph, "A", "B", drawn(40'000));
    CHECK(candidate(brokerage, model, "K").rank == 2);
    CHECK(*candidate(brokerage, model, "K").p_first == doctest::Approx(0.3).epsilon(0.04));
    CHECK(*candidate(brokerage, model, "L").p_first == doctest::Approx(0.7).epsilon(0.02));
}

TEST_CASE("one that is no candidate in a draw ranks last there, and one that is none at all may enter in a draw") {
    const auto model = two_between()
                           .countries({"M"})
                           .tie("M", "A", 0.9)
                           .tie("M", "B", -0.1, "security", [](Tie& tie) { tie.confidence = 0.4; })
                           .build();
    const RelationGraph graph(model);
    const auto brokerage = between(graph, "A", "B", drawn(20'000));
    CHECK(brokerage.candidates.size() == 2);
    // M enters where its tie to B is drawn above about 0.01, with the probability that a normal exceeds 0.11 / 0.3, and
    // takes a place from the others in some of these.
    CHECK(*candidate(brokerage, model, "L").rank_high == 3);
    CHECK(*candidate(brokerage, model, "K").rank_low == 1);
}

TEST_CASE("with any weights the chance to be first is a volume of the simplex") {
    const auto model = two_between()
                           .forum("F", 0.5, {"A", "B", "L"})
                           .forum("G", 0.2, {"A", "B", "K"})
                           .tie("L", "A", -0.15)
                           .influence("K", "A", 0.2)
                           .influence("L", "B", 0.5)
                           .with(be_certain)
                           .build();
    const RelationGraph graph(model);
    constexpr std::size_t draws = 40'000;
    auto options = drawn(draws);
    options.sampling.any_weights = true;
    const auto brokerage = between(graph, "A", "B", options);
    const auto& first = candidate(brokerage, model, "K");
    const auto& second = candidate(brokerage, model, "L");

    // The share of the simplex on which a linear form with these coefficients is positive: the sum, over those that
    // are, of d_i^5 / product of (d_i - d_j). They must differ.
    Components lead{};
    for (std::size_t component = 0; component < component_count; ++component)
        lead[component] = first.components[component] - second.components[component];
    double expected = 0;
    for (std::size_t i = 0; i < component_count; ++i) {
        if (lead[i] <= 0) continue;
        double term = std::pow(lead[i], component_count - 1);
        for (std::size_t j = 0; j < component_count; ++j)
            if (j != i) term /= lead[i] - lead[j];
        expected += term;
    }
    REQUIRE(expected > 0.1);
    REQUIRE(expected < 0.9);
    const double error = 5 * std::sqrt(expected * (1 - expected) / draws);
    CHECK(*first.p_first == doctest::Approx(expected).epsilon(0).scale(1).epsilon(error));
}

TEST_CASE("doubted silence makes candidates of those of whom nothing is recorded, in some draws") {
    auto model = two_between().countries({"M"}).build();
    {
        const RelationGraph graph(model);
        CHECK(candidate(between(graph, "A", "B", drawn(2'000)), model, "L").rank_high == 2);
    }
    model.unrecorded = 0.3;
    const RelationGraph graph(model);
    const auto brokerage = between(graph, "A", "B", drawn(20'000));
    CHECK(brokerage.candidates.size() == 2);
    CHECK(*candidate(brokerage, model, "K").p_first < 1);
    CHECK(*candidate(brokerage, model, "K").p_first > 0.95);
}

TEST_CASE("one pair draws only its own records") {
    const auto model = two_between()
                           .countries({"X", "Y"})
                           .tie("X", "Y", 0.5)
                           .influence("X", "Y", 0.5)
                           .forum("H", 0.5, {"X", "Y"})
                           .build();
    const RelationGraph graph(model);
    certainty::Unknowns unknowns(graph);
    const VertexIndex a = *model.find_vertex("A");
    CHECK(unknowns.size() == 0);
    unknowns.tie(graph.ties(a, a + 1).front());
    unknowns.tie(graph.ties(a, a + 1).front());
    CHECK(unknowns.size() == 1);
}

TEST_CASE("draws do not depend on the number of threads or the order of the records") {
    ModelBuilder builder;
    builder.countries({"A", "B", "K", "L", "M"}).forum("F", 0.4, {"A", "B", "K", "M"});
    builder.tie("A", "B", -0.8).tie("K", "A", 0.6).tie("K", "B", 0.5).tie("L", "A", 0.7).tie("L", "B", 0.4);
    builder.tie("M", "A", 0.3).tie("M", "B", 0.6).influence("L", "A", 0.4).influence("M", "B", 0.8);
    const auto model = builder.build();
    auto shuffled = model;
    std::reverse(shuffled.ties.begin(), shuffled.ties.end());
    std::reverse(shuffled.influences.begin(), shuffled.influences.end());
    const RelationGraph graph(model);
    const RelationGraph graph_of_shuffled(shuffled);

    const auto expected = between(graph, "A", "B", drawn(5'000));
    const auto check_same = [&](const Brokerage& other) {
        REQUIRE(other.candidates.size() == expected.candidates.size());
        for (std::size_t at = 0; at < other.candidates.size(); ++at) {
            CHECK(other.candidates[at].p_first == expected.candidates[at].p_first);
            CHECK(other.candidates[at].p_top3 == expected.candidates[at].p_top3);
            CHECK(other.candidates[at].rank_low == expected.candidates[at].rank_low);
            CHECK(other.candidates[at].rank_high == expected.candidates[at].rank_high);
        }
        REQUIRE(other.flips.size() == expected.flips.size());
        for (std::size_t at = 0; at < other.flips.size(); ++at)
            CHECK(other.flips[at].to == expected.flips[at].to);
    };
    for (const std::size_t threads : {1, 2, 7}) {
        auto options = drawn(5'000);
        options.sampling.threads = threads;
        check_same(between(graph, "A", "B", options));
        check_same(between(graph_of_shuffled, "A", "B", options));
    }
    const auto all = find_all_brokers(graph, drawn(5'000), Threats::left_out);
    REQUIRE(all.size() == 1);
    for (std::size_t at = 0; at < expected.candidates.size(); ++at)
        CHECK(all.front().candidates[at].p_first == expected.candidates[at].p_first);
    CHECK(between(graph, "A", "B", drawn(5'000, 2)).candidates.front().p_first != expected.candidates.front().p_first);
}

TEST_CASE("a member's stability is the mean share of draws in which it is with the others") {
    const auto certain = ModelBuilder()
                             .countries({"A", "B", "C", "D", "E"})
                             .tie("A", "B", 0.8)
                             .tie("B", "C", 0.8)
                             .tie("A", "C", 0.8)
                             .tie("D", "E", 0.6)
                             .with(be_certain)
                             .build();
    ClusterOptions options;
    options.sampling.draws = 100;
    for (const auto& cluster : find_clusters(RelationGraph(certain), options).clusters)
        for (const auto& member : cluster.members)
            CHECK(*member.stability == 1);

    auto doubtful = certain;
    doubtful.ties.back().confidence = 0.2;  // D–E: 0.6 give or take 0.4, a tie where it reaches 0.1
    options.sampling.draws = 10'000;
    const auto clustering = find_clusters(RelationGraph(doubtful), options);
    REQUIRE(clustering.clusters.size() == 2);
    const double expected = 1 - distribution((0.1 - 0.6) / 0.4);
    CHECK(*clustering.clusters.back().members.front().stability == doctest::Approx(expected).epsilon(0.06));
    CHECK(*clustering.clusters.front().members.front().stability == 1);
}

TEST_CASE("one that is alone is first only in the draws in which it is a candidate") {
    const auto model = ModelBuilder()
                           .countries({"A", "B", "K"})
                           .tie("A", "B", -0.8)
                           .tie("K", "A", 0.1, "security", [](Tie& tie) { tie.confidence = 0.4; })
                           .tie("K", "B", 0.5, "security", [](Tie& tie) { tie.confidence = 1; })
                           .build();
    const RelationGraph graph(model);
    const auto brokerage = between(graph, "A", "B", drawn(40'000));
    REQUIRE(brokerage.candidates.size() == 1);
    const double expected = 1 - distribution((0.01 - 0.1) / 0.3);
    CHECK(*brokerage.candidates.front().p_first == doctest::Approx(expected).epsilon(0.02));
    REQUIRE(brokerage.find_out.size() == 1);
    CHECK(brokerage.find_out.front().effect == doctest::Approx(2 * (1 - expected)).epsilon(0.05));
}
