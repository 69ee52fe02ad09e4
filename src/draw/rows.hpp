/// Pairs in rows: how many fit, how high a row is, and what is said of the rest.
#pragma once

#include "draw/page.hpp"

#include <cstddef>
#include <string>

namespace entente::drawing {

/// More rows are not read; the first are drawn unless all are asked for.
inline constexpr std::size_t most_rows = 25;

struct Rows {
    std::size_t count;
    double height;     ///< of one
    double text_size;  ///< that stands in it
};

/// As many of `wanted` rows as stand in `height` in readable type. All asked for and not to be had is a DrawError.
Rows fit_rows(std::size_t wanted, double height, const TypeSizes& sizes, const DrawOptions& options);

/// "12 further tensions, of 0.40 and less, are left out: …"; empty where nothing is.
std::string left_out(std::size_t drawn, std::size_t wanted, const std::string& noun);

/// Whether both parties are among the selected and the tension reaches the least asked for.
bool selects_pair(const std::vector<VertexIndex>& selected, VertexIndex a, VertexIndex b, double tension,
                  const DrawOptions& options);

}  // namespace entente::drawing
