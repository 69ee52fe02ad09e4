/// What is drawn: every record whose number may be other than it says, and the numbers of one batch of draws.
#pragma once

#include "analysis/certainty/stream.hpp"
#include <entente/analysis.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace entente::certainty {

/// Draws that are worked on together: small enough that all their numbers stay near the processor.
inline constexpr std::size_t batch = 64;

/// Position in Unknowns.
using Slot = std::uint32_t;

/// A number that is drawn: normal about its mean and clipped, or, for a refusal, 1 with the probability `mean`, else 0.
struct Unknown {
    std::optional<RecordRef> record{};  ///< none where it stands for a tie that nobody recorded
    StreamKey key = 0;
    double mean = 0;
    double spread = 0;  ///< standard deviation before clipping: 0.5 · (1 - confidence); 0 is not drawn
    double low = 0;
    double high = 1;
    double number = 0;  ///< as recorded; fading makes the mean of it
    double fade = 1;

    bool refusal() const { return record && record->kind == RecordKind::refusal; }
    bool drawn() const { return refusal() || spread > 0; }
};

/// The unknowns that a question needs, each once. Keeps a reference to the graph.
class Unknowns {
  public:
    explicit Unknowns(const RelationGraph& graph) : graph_(graph) {}

    Slot tie(const ActiveTie& tie);
    Slot influence(const ActiveInfluence& influence);
    Slot effectiveness(VertexIndex forum);
    Slot refusal(std::size_t position);
    /// Of two actors without a tie, where the model doubts its silence (`unrecorded`); a < b.
    Slot unrecorded_tie(VertexIndex a, VertexIndex b);

    std::size_t size() const { return unknowns_.size(); }
    const Unknown& operator[](Slot slot) const { return unknowns_[slot]; }

  private:
    Slot find_or_add(const RecordRef& record, const Unknown& unknown);

    const RelationGraph& graph_;
    std::vector<Unknown> unknowns_;
    std::map<RecordRef, Slot> of_records_;
    std::map<std::pair<VertexIndex, VertexIndex>, Slot> of_silence_;
};

/// A number for each unknown in each draw of a batch.
class Numbers {
  public:
    /// All at their means; a refusal holds.
    explicit Numbers(const Unknowns& unknowns);

    /// The draws first, first + 1, …; `first` is even.
    void draw(const Unknowns& unknowns, std::uint64_t seed, std::uint64_t first);

    /// `batch` numbers.
    double* of(Slot slot) { return values_.data() + slot * batch; }
    const double* of(Slot slot) const { return values_.data() + slot * batch; }

  private:
    std::vector<double> values_;
};

}  // namespace entente::certainty
