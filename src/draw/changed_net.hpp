/// What of a network moves between two states, and what of the rest helps to read it.
#pragma once

#include "draw/both_states.hpp"
#include <entente/draw.hpp>

#include <cstddef>
#include <vector>

namespace entente::drawing {

/// A cooperation or a tension that moves by less is drawn as one that stays.
inline constexpr double least_move = 0.05;

struct Move {
    double before = 0;
    double after = 0;

    double size() const { return after < before ? before - after : after - before; }
    bool counts() const { return at_least(size(), least_move); }
    bool goes() const { return counts() && !above(after, 0); }
    bool comes() const { return counts() && !above(before, 0); }
};

struct ChangedTie {
    VertexIndex a;
    VertexIndex b;
    Move cooperation;
    Move tension;
    bool cooperates = false;  ///< a solid line is drawn
    bool strains = false;     ///< a dashed line is drawn

    bool moves() const { return cooperation.counts() || tension.counts(); }
    double size() const { return cooperation.size() > tension.size() ? cooperation.size() : tension.size(); }
};

struct ChangedNet {
    std::vector<VertexIndex> vertices;  ///< drawn; ascending, of the later model
    std::vector<ChangedTie> ties;       ///< drawn; those that stay, then those that move, the greatest move last
    std::size_t unmoved = 0;            ///< vertices left out that do not move
    std::size_t moving_left_out = 0;    ///< pairs that move and found no room
};

struct MovingTies {
    std::vector<ChangedTie> ties;  ///< greatest move first
    std::size_t slight = 0;        ///< pairs that move, but by less than counts
};
/// Pairs of the selected vertices.
MovingTies find_moving_ties(const BothStates& states, const DrawOptions& options);

/// What moves, and the backbones of both states; at most `most` vertices, those that move most first. Of more than read
/// well beside a change, those most tied to what moves are kept, with these ties alone, and beside very much that moves
/// nothing, unless all are asked for.
ChangedNet find_changed_net(const BothStates& states, const std::vector<ChangedTie>& moving, std::size_t most,
                            const DrawOptions& options);

/// Selected in one state or the other; ascending, of the later model.
std::vector<VertexIndex> selected_in_both(const BothStates& states, const DrawOptions& options);

}  // namespace entente::drawing
