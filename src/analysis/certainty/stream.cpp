#include "analysis/certainty/stream.hpp"

#include <cmath>
#include <numbers>

#include <Random123/philox.h>

namespace entente::certainty {

namespace {

/// FNV-1a over the parts, each closed by a byte that no id holds; then mixed, so that near ids are far apart.
class Hash {
  public:
    void add(std::string_view part) {
        for (const char letter : part)
            add_byte(static_cast<unsigned char>(letter));
        add_byte(0);
    }
    StreamKey key() const {
        auto bits = state_;
        bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
        bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
        return bits ^ (bits >> 31);
    }

  private:
    void add_byte(unsigned char byte) { state_ = (state_ ^ byte) * 0x100000001b3; }
    std::uint64_t state_ = 0xcbf29ce484222325;
};

std::uint32_t low_half(std::uint64_t bits) {
    return static_cast<std::uint32_t>(bits);
}
std::uint32_t high_half(std::uint64_t bits) {
    return static_cast<std::uint32_t>(bits >> 32);
}

/// The upper 52 bits as the middle of one of 2^52 equal steps: never 0, never 1.
double between_0_and_1(std::uint32_t low, std::uint32_t high) {
    const auto bits = (std::uint64_t{high} << 32 | low) >> 12;
    return (static_cast<double>(bits) + 0.5) * 0x1p-52;
}

}  // namespace

StreamKey stream_key(const Model& model, const RecordRef& record) {
    const auto facts = facts_of(model, record);
    Hash hash;
    hash.add(name_of(record.kind));
    for (const auto vertex : facts.vertices)
        hash.add(model.id(vertex));
    hash.add(facts.layer);
    hash.add(facts.from ? facts.from->text() : "");
    return hash.key();
}

StreamKey stream_key(const Model& model, std::string_view what, std::span<const VertexIndex> vertices) {
    Hash hash;
    hash.add(what);
    for (const auto vertex : vertices)
        hash.add(model.id(vertex));
    return hash.key();
}

Stream::Two Stream::uniforms(std::uint64_t pair) const {
    const r123::Philox4x32::ctr_type counter{{low_half(pair), high_half(pair), low_half(key_), high_half(key_)}};
    const r123::Philox4x32::key_type key{{low_half(seed_), high_half(seed_)}};
    const auto words = r123::Philox4x32()(counter, key);
    return {between_0_and_1(words[0], words[1]), between_0_and_1(words[2], words[3])};
}

void Stream::fill_normal(std::uint64_t first, std::span<double> values) const {
    // Box and Muller (1958): two uniforms make two normals, one for each draw of the pair.
    for (std::size_t at = 0; at < values.size(); at += 2) {
        const auto two = uniforms((first + at) / 2);
        const double radius = std::sqrt(-2 * std::log(two.first));
        const double angle = 2 * std::numbers::pi * two.second;
        values[at] = radius * std::cos(angle);
        if (at + 1 < values.size()) values[at + 1] = radius * std::sin(angle);
    }
}

void Stream::fill_uniform(std::uint64_t first, std::span<double> values) const {
    for (std::size_t at = 0; at < values.size(); at += 2) {
        const auto two = uniforms((first + at) / 2);
        values[at] = two.first;
        if (at + 1 < values.size()) values[at + 1] = two.second;
    }
}

}  // namespace entente::certainty
