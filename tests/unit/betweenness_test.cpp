#include "analysis/betweenness.hpp"

#include <cstdint>
#include <limits>
#include <numeric>
#include <random>
#include <tuple>

#include <doctest/doctest.h>

using namespace entente;
using doctest::Approx;

namespace {

using Steps = std::vector<std::vector<Step>>;

Steps steps_of(std::size_t size, const std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint64_t>>& ties) {
    Steps steps(size);
    for (const auto& [a, b, length] : ties) {
        steps[a].push_back({b, length});
        steps[b].push_back({a, length});
    }
    return steps;
}

/// The same by walking every simple way, in whole numbers.
class EveryWay {
  public:
    explicit EveryWay(const Steps& steps) : steps_(steps), on_way_(steps.size(), false) {}

    std::vector<double> betweenness() {
        std::vector<double> sums(steps_.size(), 0);
        for (std::uint32_t from = 0; from < steps_.size(); ++from)
            for (std::uint32_t to = from + 1; to < steps_.size(); ++to) {
                shortest_ = std::numeric_limits<std::uint64_t>::max();
                ways_ = 0;
                through_.assign(steps_.size(), 0);
                walk(from, from, to, 0);
                for (std::uint32_t vertex = 0; vertex < steps_.size(); ++vertex)
                    if (ways_ > 0) sums[vertex] += static_cast<double>(through_[vertex]) / static_cast<double>(ways_);
            }
        return sums;
    }

  private:
    void walk(std::uint32_t at, std::uint32_t from, std::uint32_t to, std::uint64_t length) {
        if (at == to) return count(from, to, length);
        on_way_[at] = true;
        for (const auto& step : steps_[at])
            if (!on_way_[step.to]) walk(step.to, from, to, length + step.length);
        on_way_[at] = false;
    }

    void count(std::uint32_t from, std::uint32_t to, std::uint64_t length) {
        if (length > shortest_) return;
        if (length < shortest_) {
            shortest_ = length;
            ways_ = 0;
            through_.assign(steps_.size(), 0);
        }
        ++ways_;
        for (std::uint32_t vertex = 0; vertex < steps_.size(); ++vertex)
            if (on_way_[vertex] && vertex != from && vertex != to) ++through_[vertex];
    }

    const Steps& steps_;
    std::vector<bool> on_way_;
    std::vector<std::uint64_t> through_;
    std::uint64_t shortest_ = 0;
    std::uint64_t ways_ = 0;
};

}  // namespace

TEST_CASE("a length is -log of the trust in units of 1e-12, at least one") {
    CHECK(length_of(1) == 1);
    CHECK(length_of(1 - 1e-13) == 1);
    CHECK(length_of(0.5) == 693'147'180'560);
    CHECK(length_of(1e-23) == 52'959'457'138'863);
    CHECK(length_of(std::numeric_limits<double>::denorm_min()) < 1'000'000'000'000'000);
}

TEST_CASE("equal ways share a pair") {
    CHECK(betweenness(steps_of(4, {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}, {3, 0, 1}})) ==
          std::vector<double>{0.5, 0.5, 0.5, 0.5});
    CHECK(betweenness(steps_of(3, {{0, 1, 2}, {0, 2, 1}, {2, 1, 1}})) == std::vector<double>{0, 0, 0.5});
    CHECK(betweenness(steps_of(3, {{0, 1, 1}, {0, 2, 1}, {2, 1, 1}})) == std::vector<double>{0, 0, 0});
}

TEST_CASE("a vertex that nothing reaches stands between nobody") {
    CHECK(betweenness(steps_of(4, {{0, 1, 1}, {1, 2, 1}})) == std::vector<double>{0, 1, 0, 0});
    CHECK(betweenness({}).empty());
}

TEST_CASE("betweenness equals a count of every way on random graphs full of equal lengths") {
    std::mt19937 chance(20160718);
    for (int round = 0; round < 300; ++round) {
        const auto size = static_cast<std::uint32_t>(2 + chance() % 6);
        std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint64_t>> ties;
        for (std::uint32_t a = 0; a < size; ++a)
            for (std::uint32_t b = a + 1; b < size; ++b)
                if (chance() % 3 != 0) ties.emplace_back(a, b, 1 + chance() % 4);
        const auto steps = steps_of(size, ties);
        const auto expected = EveryWay(steps).betweenness();
        const auto found = betweenness(steps);
        for (std::uint32_t vertex = 0; vertex < size; ++vertex)
            CHECK(found[vertex] == Approx(expected[vertex]).epsilon(1e-12));
    }
}
