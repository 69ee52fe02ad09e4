/// The parts of a model written as a folder of tables: what rows hold, and what only YAML can.
#pragma once

#include "write/sheet.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::write {

/// A section of the YAML, its entries one a line: `ID: {…}`, or `- {…}`.
struct YamlSection {
    std::string_view key;
    std::vector<std::string> entries{};
};

/// Both hold a section's records: a row each, or an entry where a row would lose something.
struct SplitSection {
    Sheet sheet;
    YamlSection yaml;
};

/// Countries, groups, organisations, mechanisms, projects, capability and memberships. A membership that no row holds
/// takes its forum along.
std::vector<SplitSection> split_vertices(const Model& model);
/// Ties, borders, influence, refusals and concerns.
std::vector<SplitSection> split_claims(const Model& model);

/// What no table holds: sources, layers, scale, profiles and remarks.
std::vector<YamlSection> ground_sections(const Model& model);
/// title, as_of, marking, derive and unrecorded, a line each.
std::vector<std::string> header_lines(const Model& model);

}  // namespace entente::write
