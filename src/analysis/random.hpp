/// A small generator whose stream is the same everywhere, which the standard's distributions do not promise.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace entente {

/// SplitMix64 (Steele, Lea & Flood 2014).
class Random {
  public:
    /// Streams of one seed have nothing to do with each other.
    Random(std::uint64_t seed, std::uint64_t stream) : state_(mix(mix(seed) + stream)) {}

    std::uint64_t next() { return mix(state_ += 0x9e3779b97f4a7c15); }
    /// Below `bound`, which is above 0 and below 2^32.
    std::uint32_t below(std::size_t bound) { return static_cast<std::uint32_t>((next() >> 32) * bound >> 32); }

    template <typename Value>
    void shuffle(std::vector<Value>& values) {
        for (std::size_t left = values.size(); left > 1; --left)
            std::swap(values[left - 1], values[below(left)]);
    }

  private:
    static std::uint64_t mix(std::uint64_t bits) {
        bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
        bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
        return bits ^ (bits >> 31);
    }

    std::uint64_t state_;
};

}  // namespace entente
