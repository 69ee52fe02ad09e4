// What would change the answer: how far one number must move until another is first (METHOD 8).
#include "analysis/certainty/parallel.hpp"
#include "analysis/certainty/survey.hpp"
#include "analysis/order.hpp"

#include <algorithm>
#include <cmath>

namespace entente::certainty {

namespace {

constexpr std::size_t steps = 200;
constexpr double precision = 1e-6;

/// A change of the number that makes another first; nobody, where the first is no candidate any more and was alone.
struct Change {
    double to;
    std::optional<std::uint32_t> first;
};

/// The number that counts where this one is recorded.
double counting(const Unknown& unknown, double number) {
    const double faded = number * unknown.fade;
    return unknown.fade < 1 && !at_least(std::abs(faded), Tie::forgotten_below) ? 0 : faded;
}

/// The model as it stands, one number of it moved.
class Trial {
  public:
    Trial(const Survey& survey, std::uint32_t first)
        : survey_(survey),
          ranking_(survey.rankings.front()),
          first_(first),
          drawing_(survey),
          scores_(drawing_.evaluate(ranking_)) {
        for (std::size_t candidate = 0; candidate < ranking_.size(); ++candidate)
            behind_.push_back(ranking_.numbers_behind(candidate));
    }

    /// The nearer of the changes up and down.
    std::optional<Change> nearest_change(Slot slot) {
        const auto& unknown = survey_.unknowns[slot];
        touch(slot);
        const auto up = change_towards(slot, unknown.high);
        const auto down = change_towards(slot, unknown.low);
        std::fill_n(drawing_.numbers.of(slot), batch, unknown.mean);
        evaluate_touched();
        if (!up || !down) return up ? up : down;
        return std::abs(down->to - unknown.number) < std::abs(up->to - unknown.number) ? down : up;
    }

  private:
    /// Finds what depends on the number.
    void touch(Slot slot) {
        relations_.clear();
        candidates_.clear();
        for (RelationIndex relation = 0; relation < survey_.relations.size(); ++relation) {
            const auto entering = survey_.relations.slots(relation);
            if (std::find(entering.begin(), entering.end(), slot) != entering.end()) relations_.push_back(relation);
        }
        for (std::size_t candidate = 0; candidate < ranking_.size(); ++candidate)
            if (std::binary_search(behind_[candidate].begin(), behind_[candidate].end(), slot))
                candidates_.push_back(candidate);
    }
    void evaluate_touched() {
        for (const auto relation : relations_)
            drawing_.relations.evaluate(survey_.relations, relation, drawing_.numbers);
        for (const auto candidate : candidates_) {
            if (survey_.standings) {
                const auto id = ranking_.id(candidate);
                survey_.standings->evaluate(id, drawing_.relations, drawing_.standing.data() + id * batch);
            }
            drawing_.evaluate(ranking_, candidate, scores_);
        }
    }

    /// The first of the numbers low + (high - low) · i / count, i = 1 … count, after which another is first; and the
    /// last before it.
    struct Bracket {
        double before;
        Change after;
    };
    std::optional<Bracket> first_change(Slot slot, double low, double high, std::size_t count) {
        const auto& unknown = survey_.unknowns[slot];
        const auto number_at = [&](std::size_t step) {
            return step == count ? high : low + (high - low) * static_cast<double>(step) / static_cast<double>(count);
        };
        for (std::size_t done = 0; done < count; done += batch) {
            double* const numbers = drawing_.numbers.of(slot);
            for (std::size_t draw = 0; draw < batch; ++draw)
                numbers[draw] = counting(unknown, number_at(std::min(count, done + draw + 1)));
            evaluate_touched();
            for (std::size_t draw = 0; draw < std::min(batch, count - done); ++draw) {
                const auto leader = ranking_.first(scores_, draw, order_);
                if (leader == first_) continue;
                const auto step = done + draw + 1;
                return Bracket{number_at(step - 1), {number_at(step), leader}};
            }
        }
        return std::nullopt;
    }
    std::optional<Change> change_towards(Slot slot, double end) {
        const auto& unknown = survey_.unknowns[slot];
        if (unknown.number == end) return std::nullopt;
        auto bracket = first_change(slot, unknown.number, end, steps);
        while (bracket && std::abs(bracket->after.to - bracket->before) > precision)
            bracket = first_change(slot, bracket->before, bracket->after.to, batch);
        if (!bracket) return std::nullopt;
        return bracket->after;
    }

    const Survey& survey_;
    const Ranking& ranking_;
    std::uint32_t first_;
    Drawing drawing_;
    Scores scores_;
    std::vector<Place> order_;
    std::vector<std::vector<Slot>> behind_;
    std::vector<RelationIndex> relations_;
    std::vector<std::size_t> candidates_;
};

}  // namespace

std::vector<Flip> find_flips(const Survey& survey, std::uint32_t first, std::span<const Slot> slots,
                             const Sampling& sampling) {
    std::vector<std::optional<Change>> changes(slots.size());
    for_each_index(
        slots.size(), sampling.threads, [&] { return Trial(survey, first); },
        [&](Trial& trial, std::size_t index) { changes[index] = trial.nearest_change(slots[index]); },
        [](const Trial&) {});

    std::vector<Flip> flips;
    for (std::size_t index = 0; index < slots.size(); ++index) {
        if (!changes[index]) continue;
        const auto& unknown = survey.unknowns[slots[index]];
        const auto& leader = changes[index]->first;
        flips.push_back({*unknown.record, unknown.number, changes[index]->to,
                         leader ? std::optional(survey.rankings.front().id(*leader)) : std::nullopt});
    }
    rank_by(flips.begin(), flips.end(), {[](const Flip& flip) { return -std::abs(flip.to - flip.from); }},
            [](const Flip& left, const Flip& right) { return left.record < right.record; });
    return flips;
}

}  // namespace entente::certainty
