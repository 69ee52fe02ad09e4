/// What the clusters of one state have become in another.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace entente {

/// For each cluster before, the position of the one after that stands for it: those that share most members first, each
/// once; nothing where none is left. Members are told by numbers that both states share.
std::vector<std::optional<std::size_t>> match_clusters(const std::vector<std::vector<std::size_t>>& before,
                                                       const std::vector<std::vector<std::size_t>>& after);

}  // namespace entente
