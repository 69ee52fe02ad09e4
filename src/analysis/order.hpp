/// Ranking by scores that count as equal within the tolerance.
#pragma once

#include <entente/model.hpp>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <iterator>

namespace entente {

/// Sorts by each score in turn, greatest first, then by `last`. Values within the tolerance of their neighbour in
/// sorted order are equal, and the next score decides.
template <class Iterator, class Last>
void rank_by(Iterator first, Iterator last_item,
             std::initializer_list<std::function<double(const std::iter_value_t<Iterator>&)>> scores, Last last) {
    const auto rank = [last](auto self, Iterator begin, Iterator end, auto score, auto no_score) -> void {
        if (score == no_score) return std::sort(begin, end, last);
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

}  // namespace entente
