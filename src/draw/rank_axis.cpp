#include "draw/rank_axis.hpp"

#include "draw/broker_words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::drawing {

namespace {

/// Over what is filled: a line of the background would be hidden.
void bar(Page& page, const Box& box, const std::string& colour) {
    page.scene().node({box, Shape::box, colour, {"", 0}, {}, {}});
}

}  // namespace

RankAxis::RankAxis(const std::vector<const Candidate*>& candidates, double left, double right)
    : left_(left), right_(right) {
    for (const auto* candidate : candidates)
        last_ = std::max({last_, candidate->rank, candidate->rank_high.value_or(1)});
}

double RankAxis::place(std::size_t rank) const {
    return left_ + (right_ - left_) * static_cast<double>(rank - 1) / static_cast<double>(last_ - 1);
}

/// Every rank where they are few, else the first, the last and tens or fives between.
std::vector<std::size_t> RankAxis::ticks() const {
    const std::size_t step = last_ <= 8 ? 1 : last_ <= 20 ? 5 : last_ <= 60 ? 10 : last_;
    std::vector<std::size_t> ranks{1};
    for (std::size_t rank = step == 1 ? 2 : step; rank < last_; rank += step)
        // No number close to the last.
        if (last_ - rank > step / 3) ranks.push_back(rank);
    ranks.push_back(last_);
    return ranks;
}

void RankAxis::draw_numbers(Page& page, double top) const {
    const double size = std::max(page.sizes().note * 0.9, smallest_text);
    const auto half = [&](std::size_t rank) { return text_width(std::to_string(rank), size) / 2; };
    const auto write = [&](std::size_t rank) {
        return page.scene().text({place(rank), top}, {std::to_string(rank)}, page.quiet(size, Align::centre));
    };
    const double left = write(1).left;
    const double last = write(last_).left;
    double taken = place(1) + half(1);
    for (const auto rank : ticks()) {
        const bool clear =
            place(rank) - half(rank) > taken + 0.5 * size && place(rank) + half(rank) < last - 0.5 * size;
        if (clear) taken = write(rank).right;
    }
    page.scene().text({left - 0.5 * size, top}, {"rank"}, page.quiet(size, Align::right));
}

void RankAxis::draw_row(Page& page, const Candidate& candidate, double middle) const {
    if (!candidate.rank_low || !candidate.rank_high) return;
    const double note = page.sizes().note;
    const auto& theme = page.theme();
    bar(page, {left_, middle - 0.3, right_, middle + 0.3}, theme.quiet);
    for (const auto rank : ticks())
        bar(page, {place(rank) - 0.3, middle - 0.22 * note, place(rank) + 0.3, middle + 0.22 * note}, theme.quiet);
    bar(page, {place(*candidate.rank_low), middle - 0.11 * note, place(*candidate.rank_high), middle + 0.11 * note},
        theme.ink);
    const auto dot = Box::around({place(candidate.rank), middle}, 0.62 * note, 0.62 * note);
    const auto words = fmt::format("rank {}; {}", candidate.rank, ranks_in_words(candidate));
    page.scene().node({dot, Shape::ellipse, theme.ink, {theme.ink, 1}, {}, words});
}

}  // namespace entente::drawing
