#include "draw/colour.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace entente::drawing {

namespace {

int channel(const std::string& colour, std::size_t place) {
    int value = 0;
    std::from_chars(colour.data() + place, colour.data() + place + 2, value, 16);
    return value;
}

}  // namespace

std::string mixed(const std::string& from, const std::string& to, double share) {
    const auto mix = [&](std::size_t place) {
        const double start = channel(from, place);
        return static_cast<int>(std::lround(start + share * (channel(to, place) - start)));
    };
    return fmt::format("#{:02x}{:02x}{:02x}", mix(1), mix(3), mix(5));
}

std::string shade(const Theme& theme, double score) {
    return mixed(theme.paper, theme.cooperation, std::min(0.05 + 0.8 * score, 0.6));
}

}  // namespace entente::drawing
