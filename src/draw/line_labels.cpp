#include "draw/line_labels.hpp"

#include <algorithm>

namespace entente::drawing {

namespace {

constexpr int steps = 32;

/// Other lines that run behind the box.
std::size_t lines_behind(const Box& box, const std::vector<LineLabel>& labels, std::size_t own) {
    std::size_t count = 0;
    for (std::size_t other = 0; other < labels.size(); ++other)
        if (other != own && passes_through(labels[other].from, labels[other].to, box)) ++count;
    return count;
}

}  // namespace

std::vector<std::optional<Box>> place_labels(const std::vector<LineLabel>& labels, const std::vector<Box>& boxes,
                                             const Box& area) {
    constexpr double clear = 2;
    std::vector<Box> taken = boxes;
    std::vector<std::optional<Box>> placed;
    for (std::size_t index = 0; index < labels.size(); ++index) {
        const auto& label = labels[index];
        std::optional<Box> best;
        std::size_t least = labels.size();
        const auto way = label.to - label.from;
        const auto across = Point{-way.y, way.x} * (1 / std::max(way.length(), 1.0));
        const double reach =
            (std::abs(across.x) * label.size.width + std::abs(across.y) * label.size.height) / 2 + clear;
        // On the line, else beside it; from the middle outwards.
        for (const double aside : {0.0, reach, -reach}) {
            if (best) break;
            for (int step = 0; step <= 2 * steps; ++step) {
                const double share = 0.5 + (step % 2 == 0 ? 0.5 : -0.5) * ((step + 1) / 2) / (steps + 1);
                const auto centre = label.from + way * share + across * aside;
                const auto box = Box::around(centre, label.size.width, label.size.height);
                const bool free = area.holds(box) && std::none_of(taken.begin(), taken.end(), [&](const auto& other) {
                                      return other.grown(clear).overlaps(box);
                                  });
                if (!free) continue;
                const auto behind = lines_behind(box, labels, index);
                if (behind >= least) continue;
                least = behind;
                best = box;
            }
        }
        if (best) taken.push_back(*best);
        placed.push_back(best);
    }
    return placed;
}

}  // namespace entente::drawing
