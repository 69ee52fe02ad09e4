/// Text in, a model out: every fault with its place, nothing guessed.
#pragma once

#include <entente/model.hpp>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace entente {

enum class Severity { error, warning };

/// What is wrong, where, and what would be right. Data until the edge prints it.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string file;         ///< as the user would name it
    std::size_t line = 0;     ///< from 1; 0 where there is no place in a file
    std::size_t column = 0;   ///< from 1, in characters
    std::string message;      ///< what is wrong
    std::string hint;         ///< what would be right; may be empty
    std::string source_line;  ///< the line at fault, shortened about the column where it is long
    std::size_t caret = 0;    ///< display cells before the caret in source_line
    std::size_t length = 1;   ///< display cells that the caret and its tail cover
    std::size_t count = 1;    ///< how many it stands for
};

/// How a model is read.
struct ReadOptions {
    std::vector<std::string> scenarios{};  ///< their files, applied in this order (METHOD 9)
    std::vector<std::string> data{};       ///< folders in which tables are looked for that lie not beside the model
    std::function<void(double share)>
        progress{};  ///< told now and then of how much of the tables is read; may be empty
};

struct ReadResult {
    Model model;                          ///< with the scenarios applied; complete only where ok()
    std::optional<Model> before;          ///< without them, where any was named
    std::vector<Diagnostic> diagnostics;  ///< in file order
    std::vector<InputFile> files;  ///< the model, its includes and its tables in the order they are named, scenarios

    std::size_t errors() const;
    std::size_t warnings() const;
    bool ok() const { return errors() == 0; }
};

/// A model file, a folder that holds model.yaml, or "-" for standard input (what it names then lies in the current
/// folder). Faults are in the result's diagnostics; it does not throw on bad input.
ReadResult read_model(const std::string& path, const ReadOptions& options = {});

/// The same from text, scenarios too; `name` stands for the file in diagnostics. Includes are refused.
ReadResult read_model_text(std::string text, std::string name = "model.yaml", const ReadOptions& options = {});

/// Recorded mediations, as METHOD 10 takes them.
struct CasesResult {
    std::vector<RecordedCase> cases;      ///< complete only where ok()
    std::vector<Diagnostic> diagnostics;  ///< in the order of the file
    InputFile file;

    bool ok() const { return diagnostics.empty(); }
};
/// A CSV file with the columns case, year, a, b and brokers (parted by `;`); further columns are not looked at. Whether
/// the model knows those named is not asked. Faults are in the diagnostics; it does not throw on bad input.
CasesResult read_cases(const std::string& path);

/// As a good compiler prints them: place, severity, message and hint; the line; a caret; at the end a count.
std::string format_diagnostics(const std::vector<Diagnostic>& diagnostics, Colour colour = Colour::off);

/// The JSON Schema of the format, as `schema/entente.schema.json` has it.
std::string_view schema_text();

}  // namespace entente
