/// Ranking by scores that count as equal within the tolerance.
#pragma once

#include <entente/model.hpp>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <iterator>

namespace entente {

template <class Item>
using ScoresOf = std::initializer_list<std::function<double(const Item&)>>;

/// Sorts by each score in turn, greatest first. Values within the tolerance of their neighbour in sorted order are
/// equal, and the next score decides; each run that is equal in all of them is given to `settle(begin, end)`, in order.
template <class Iterator, class Settle>
void rank_runs(Iterator first, Iterator last_item, ScoresOf<std::iter_value_t<Iterator>> scores, Settle settle) {
    const auto rank = [settle](auto self, Iterator begin, Iterator end, auto score, auto no_score) -> void {
        if (score == no_score) return settle(begin, end);
        std::sort(begin, end, [&](const auto& left, const auto& right) { return (*score)(left) > (*score)(right); });
        while (begin != end) {
            auto run = std::next(begin);
            while (run != end && at_least((*score)(*run), (*score)(*std::prev(run))))
                ++run;
            self(self, begin, run, std::next(score), no_score);
            begin = run;
        }
    };
    rank(rank, first, last_item, scores.begin(), scores.end());
}

/// The same, each run of equals sorted by `last`.
template <class Iterator, class Last>
void rank_by(Iterator first, Iterator last_item, ScoresOf<std::iter_value_t<Iterator>> scores, Last last) {
    rank_runs(first, last_item, scores, [last](Iterator begin, Iterator end) { std::sort(begin, end, last); });
}

}  // namespace entente
