/// Reading from text in tests, and what was said about it.
#pragma once

#include <entente/read.hpp>

#include <ostream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace entente {

/// A sound start of a model: two layers, a source and three countries, eight lines.
inline const std::string head = R"(entente: 1
title: Case
as_of: 2016-07-18
layers: {security: {}, diplomacy: {}}
sources: {s: {title: Study, date: 2016-07-18}}
countries: {AFG: {name: Afghanistan, aliases: [Islamic Republic of Afghanistan]}, PAK: {name: Pakistan}, IND: {name: India}}
borders: [[AFG, PAK], [IND, PAK]]
concerns: {trade: {held_by: {AFG: strong}, evidence: [{source: s}]}}
)";

/// The model of a text that must be free of errors.
inline Model sound_model(const std::string& text) {
    const auto result = read_model_text(text);
    INFO(format_diagnostics(result.diagnostics));
    REQUIRE(result.ok());
    return result.model;
}

/// Equal to any text that holds the piece.
struct Contains {
    std::string piece;

    friend bool operator==(const std::string& text, const Contains& other) {
        return text.find(other.piece) != std::string::npos;
    }
    friend std::ostream& operator<<(std::ostream& out, const Contains& other) {
        return out << "… " << other.piece << " …";
    }
};

inline std::string said(const Diagnostic& diagnostic) {
    return fmt::format("{}:{} {}; {}", diagnostic.line, diagnostic.column, diagnostic.message, diagnostic.hint);
}

/// `LINE:COLUMN message; hint` of each error, in order.
inline std::vector<std::string> errors_of(const std::string& text) {
    std::vector<std::string> errors;
    for (const auto& diagnostic : read_model_text(text).diagnostics)
        if (diagnostic.severity == Severity::error) errors.push_back(said(diagnostic));
    return errors;
}

/// The only error of a text.
inline std::string error_of(const std::string& text) {
    const auto errors = errors_of(text);
    INFO(fmt::format("{}", fmt::join(errors, "\n")));
    REQUIRE(errors.size() == 1);
    return errors.front();
}

/// Likewise the warnings.
inline std::vector<std::string> warnings_of(const std::string& text) {
    std::vector<std::string> warnings;
    for (const auto& diagnostic : read_model_text(text).diagnostics)
        if (diagnostic.severity == Severity::warning) warnings.push_back(said(diagnostic));
    return warnings;
}

}  // namespace entente
