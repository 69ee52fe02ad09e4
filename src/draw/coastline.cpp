#include "draw/coastline.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <string_view>

namespace entente::drawing {

extern const std::string_view land_text;

namespace {

/// Takes what stands before the separator off the text.
std::string_view take(std::string_view& text, char separator) {
    const auto end = std::min(text.find(separator), text.size());
    const auto taken = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return taken;
}

int take_number(std::string_view& text) {
    const auto word = take(text, ' ');
    int value = 0;
    if (std::from_chars(word.data(), word.data() + word.size(), value).ec != std::errc{})
        throw std::runtime_error("the coastline holds no number where one should be");
    return value;
}

Shore shore_of(std::string_view line) {
    constexpr double per_degree = 100;
    Shore shore{take(line, ' ') == "sea", {}};
    int longitude = 0;
    int latitude = 0;
    while (!line.empty()) {
        longitude += take_number(line);
        latitude += take_number(line);
        shore.ring.push_back({latitude / per_degree, longitude / per_degree});
    }
    return shore;
}

}  // namespace

const std::vector<Shore>& coastline() {
    static const auto shores = [] {
        std::vector<Shore> read;
        for (auto rest = land_text; !rest.empty();)
            read.push_back(shore_of(take(rest, '\n')));
        return read;
    }();
    return shores;
}

}  // namespace entente::drawing
