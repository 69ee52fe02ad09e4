/// Random numbers that depend on nothing but the seed, the draw and what is drawn (METHOD 8): Philox 4x32-10 (Salmon et
/// al. 2011) as a function of these three, so that no order of drawing and no number of threads can change them.
#pragma once

#include <entente/analysis.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente::certainty {

/// What stands for a record in its stream: a hash of its kind, vertices, layer and `from`.
using StreamKey = std::uint64_t;
StreamKey stream_key(const Model& model, const RecordRef& record);
/// Of what is no record: of the tie that nobody recorded between two, of the weights of the score.
StreamKey stream_key(const Model& model, std::string_view what, std::span<const VertexIndex> vertices);

/// A generator for one seed and key; its number for a draw is the same however it is asked.
class Stream {
  public:
    Stream(std::uint64_t seed, StreamKey key) : seed_(seed), key_(key) {}

    /// Standard normal, for the draws first, first + 1, …; `first` is even.
    void fill_normal(std::uint64_t first, std::span<double> values) const;
    /// Uniform in (0, 1), for the draws first, first + 1, …; `first` is even.
    void fill_uniform(std::uint64_t first, std::span<double> values) const;

  private:
    struct Two {
        double first;
        double second;
    };
    /// Uniform in (0, 1), for the draws 2 · pair and 2 · pair + 1.
    Two uniforms(std::uint64_t pair) const;

    std::uint64_t seed_;
    StreamKey key_;
};

}  // namespace entente::certainty
