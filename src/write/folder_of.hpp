/// Where a file lies.
#pragma once

#include <filesystem>

namespace entente::write {

/// The folder of a path; the current one where it names none.
inline std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

}  // namespace entente::write
