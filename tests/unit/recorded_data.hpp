/// Tables of recorded data that are no part of the project. They lie in the folder that the environment variable
/// ENTENTE_DATA names, or else beside the project's own folder; a test that does not find its table says so.
#pragma once

#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace entente {

using Rows = std::vector<std::vector<std::string>>;

inline std::string recorded_folder() {
    const char* const folder = std::getenv("ENTENTE_DATA");
    return folder != nullptr ? folder : ENTENTE_DATA_BESIDE;
}

inline std::string recorded_path(const std::string& name) {
    return recorded_folder() + '/' + name;
}

/// The rows under the header, of cells without commas; nothing, and a word of it, where there is no such table.
inline std::optional<Rows> recorded_table(const std::string& name) {
    const auto path = recorded_path(name);
    std::ifstream file(path);
    if (!file) {
        MESSAGE("SKIPPED: there is no " << path << "; set ENTENTE_DATA");
        return std::nullopt;
    }
    Rows rows;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        if (line.ends_with('\r')) line.pop_back();
        std::istringstream cells(line);
        auto& row = rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, ',');)
            row.push_back(cell);
    }
    return rows;
}

}  // namespace entente
