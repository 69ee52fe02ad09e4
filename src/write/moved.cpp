#include "write/moved.hpp"

#include <algorithm>

namespace entente::write {

std::array<MovedPart, 5> parts_of(const Comparison& comparison) {
    const auto part = [&](std::string_view key, std::string_view heading, const std::vector<Moved>& rows) {
        const auto size = std::min(rows.size(), comparison.top.value_or(rows.size()));
        return MovedPart{key, heading, std::span(rows).first(size)};
    };
    return {part("relations", "How pairs stand", comparison.relations),
            part("tensions", "Pairs in tension", comparison.tensions),
            part("clusters", "Who belongs together", comparison.clusters), part("balance", "Camps", comparison.balance),
            part("brokers", "Who can broker", comparison.brokers)};
}

bool is_whole(const Moved& moved) {
    return moved.aspect == "rank" || moved.aspect == "number" || moved.aspect == "camp";
}

}  // namespace entente::write
