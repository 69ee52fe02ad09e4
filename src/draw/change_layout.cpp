#include "draw/change_layout.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace entente::drawing {

namespace {

using Places = std::pair<std::size_t, std::size_t>;

/// Round each name, that the numbers on its lines have where to stand.
std::vector<BoxSize> room_for_numbers(const ChangedNet& net, const Page& page) {
    const double size = number_size(page);
    const double width = text_width("0.00 → 0.00", size);
    std::vector<BoxSize> room(net.vertices.size(), {0, 0});
    for (const auto& tie : net.ties)
        if (tie.moves())
            for (const auto end : {tie.a, tie.b})
                room[position_in(net.vertices, end)] = {0.6 * width, 1.2 * size};
    return room;
}

/// What moves is kept clear before the rest.
std::vector<Line> weighted_lines(const ChangedNet& net) {
    std::vector<Line> lines;
    for (const auto& tie : net.ties)
        lines.push_back({position_in(net.vertices, tie.a), position_in(net.vertices, tie.b), tie.moves() ? 4.0 : 1.0});
    return lines;
}

/// How hard it is to follow what moves: lines behind names, and lines that cross.
double faults(const ChangedNet& net, const std::vector<Line>& lines, const PlacedNames& placed) {
    constexpr double behind = 4;
    double sum = 0;
    const auto ends = [&](std::size_t line) {
        return std::pair{placed.centres[lines[line].from], placed.centres[lines[line].to]};
    };
    for (std::size_t line = 0; line < lines.size(); ++line) {
        if (!net.ties[line].moves()) continue;
        const auto [from, to] = ends(line);
        for (std::size_t item = 0; item < placed.boxes.size(); ++item) {
            const auto& size = placed.boxes[item].size;
            const bool own = item == lines[line].from || item == lines[line].to;
            if (!own && passes_through(from, to, Box::around(placed.centres[item], size.width, size.height)))
                sum += behind;
        }
        for (std::size_t other = line + 1; other < lines.size(); ++other)
            if (net.ties[other].moves() && cross_each_other(from, to, ends(other).first, ends(other).second)) sum += 1;
    }
    return sum;
}

}  // namespace

double number_size(const Page& page) {
    return std::max(page.sizes().note * 0.9, smallest_text);
}

std::optional<PlacedNames> place_changes(const BothStates& states, const ChangedNet& net, const Page& page) {
    const auto lines = weighted_lines(net);
    std::set<Places> moving;
    for (std::size_t line = 0; line < lines.size(); ++line)
        if (net.ties[line].moves()) moving.insert({lines[line].from, lines[line].to});
    std::optional<PlacedNames> best;
    double least = 0;
    for (const double share : {0.6, 0.8, 1.0, 0.5, 0.7, 0.9, 1.2}) {
        if (best && least <= 0) break;
        const auto length = [&](std::size_t i, std::size_t j) {
            const auto a = net.vertices[i];
            const auto b = net.vertices[j];
            const double mean =
                (tie_length(states.relation_before(a, b)) + tie_length(states.after().relation(a, b))) / 2;
            return moving.contains(std::minmax(i, j)) ? share * mean : mean;
        };
        auto placed = place_names(states.after(), net.vertices, lines, length, page, room_for_numbers(net, page));
        if (!placed) continue;
        const double found = faults(net, lines, *placed);
        if (best && found >= least) continue;
        least = found;
        best = std::move(placed);
    }
    return best;
}

}  // namespace entente::drawing
