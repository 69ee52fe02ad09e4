#include "draw/rows.hpp"

#include "draw/phrases.hpp"
#include "draw/selection.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::drawing {

namespace {

constexpr double row_per_text = 1.45;
constexpr double most_row_per_name = 2.6;

}  // namespace

Rows fit_rows(std::size_t wanted, double height, const TypeSizes& sizes, const DrawOptions& options) {
    const double lowest = sizes.smallest_name * row_per_text;
    const auto room = static_cast<std::size_t>(std::max(height / lowest, 0.0));
    if (room == 0 || (options.all_vertices && wanted > room))
        throw DrawError(fmt::format(
            "{} rows do not fit this size; a height of {:.0f} mm would do", std::max(wanted, std::size_t{1}),
            options.size.height_mm + (static_cast<double>(wanted) * lowest - height) / points_per_mm + 1));
    const auto count = options.all_vertices ? wanted : std::min({wanted, room, most_rows});
    const double row =
        std::min(height / static_cast<double>(std::max(count, std::size_t{1})), most_row_per_name * sizes.name);
    return {count, row, std::clamp(row / row_per_text, sizes.smallest_name, 0.85 * sizes.name)};
}

std::string left_out(std::size_t drawn, std::size_t wanted, const std::string& noun) {
    if (drawn >= wanted) return {};
    const bool one = wanted - drawn == 1;
    return fmt::format("{} {} left out: narrow with --only TAG=VALUE, --within N or --min W, or give a larger --size.",
                       how_many(wanted - drawn, "further " + noun), one ? "is" : "are");
}

bool selects_pair(const std::vector<VertexIndex>& selected, VertexIndex a, VertexIndex b, double tension,
                  const DrawOptions& options) {
    return contains(selected, a) && contains(selected, b) && at_least(tension, options.min);
}

}  // namespace entente::drawing
