/// A mean that may be over nothing.
#pragma once

#include <cstddef>
#include <optional>

namespace entente {

/// Nothing where nothing was counted.
inline std::optional<double> mean(double sum, std::size_t count) {
    return count > 0 ? std::optional(sum / static_cast<double>(count)) : std::nullopt;
}

}  // namespace entente
