#include "read/diagnostics.hpp"

#include "model/unicode.hpp"
#include "read/excerpt.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::size_t most_errors = 1000;
/// Of those told and those counted.
constexpr std::size_t most_errors_in_all = 100'000;
constexpr std::size_t most_errors_of_a_table = 20;
constexpr std::size_t most_warnings = 1000;
constexpr std::size_t longest_quotation = 60;

/// On a run as a whole.
Diagnostic note(Severity severity, std::string message, const std::vector<Diagnostic>& others) {
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.file = others.front().file;
    diagnostic.message = std::move(message);
    return diagnostic;
}

}  // namespace

void Diagnostics::add_error(Finding finding) {
    // What is the same in every row of a table has one place, in the model.
    if (finding.at.source != nullptr && !told_.emplace(finding.at.source, finding.at.offset, finding.message).second)
        return;
    if (errors_ == most_errors_in_all) stop();
    ++errors_;
    if (is_one_too_many(finding)) return;
    if (listed_errors_ == most_errors) stop();
    ++listed_errors_;
    findings_.push_back(std::move(finding));
}

void Diagnostics::stop() {
    has_stopped_ = true;
    throw TooManyErrors{};
}

bool Diagnostics::is_one_too_many(const Finding& finding) {
    const auto found = shortened_.find(finding.at.source);
    return found != shortened_.end() && ++found->second > most_errors_of_a_table;
}

void Diagnostics::error(const Span& at, std::string message, std::string hint) {
    add_error({Severity::error, at, {}, std::move(message), std::move(hint)});
}

void Diagnostics::warning(const Span& at, std::string message, std::string hint) {
    if (++warnings_ <= most_warnings)
        findings_.push_back({Severity::warning, at, {}, std::move(message), std::move(hint)});
}

void Diagnostics::error_in_file(const std::string& file, std::string message, std::string hint) {
    add_error({Severity::error, {}, file, std::move(message), std::move(hint)});
}

Diagnostic Diagnostics::shown(const Finding& finding) {
    Diagnostic diagnostic;
    diagnostic.severity = finding.severity;
    diagnostic.message = finding.message;
    diagnostic.hint = finding.hint;
    diagnostic.file = finding.file;
    if (finding.at.source == nullptr) return diagnostic;

    const auto position = finding.at.source->position(finding.at.offset);
    diagnostic.file = finding.at.source->name();
    diagnostic.line = position.line;
    diagnostic.column = position.column;
    auto excerpt = excerpt_of(finding.at);
    diagnostic.source_line = std::move(excerpt.line);
    diagnostic.caret = excerpt.caret;
    diagnostic.length = excerpt.length;
    return diagnostic;
}

std::optional<Diagnostic> Diagnostics::more_errors(const SourceText* source) const {
    const auto found = shortened_.find(source);
    if (found == shortened_.end() || found->second <= most_errors_of_a_table) return std::nullopt;
    Diagnostic diagnostic;
    diagnostic.file = source->name();
    diagnostic.count = found->second - most_errors_of_a_table;
    diagnostic.message =
        fmt::format("{} more error{} in this table", diagnostic.count, diagnostic.count == 1 ? "" : "s");
    return diagnostic;
}

std::vector<Diagnostic> Diagnostics::in_file_order() const {
    std::vector<const Finding*> order;
    for (const auto& finding : findings_)
        order.push_back(&finding);
    const auto key = [](const Finding* finding) {
        const auto& at = finding->at;
        return std::tuple(at.source == nullptr ? 0 : at.source->order() + 1, at.offset);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](const Finding* left, const Finding* right) { return key(left) < key(right); });

    std::vector<Diagnostic> diagnostics;
    for (std::size_t index = 0; index < order.size(); ++index) {
        diagnostics.push_back(shown(*order[index]));
        const auto* const source = order[index]->at.source;
        const bool is_last = index + 1 == order.size() || order[index + 1]->at.source != source;
        if (auto more = is_last ? more_errors(source) : std::nullopt) diagnostics.push_back(std::move(*more));
    }
    if (has_stopped_)
        diagnostics.push_back(note(Severity::error, "too many errors, and the reading stopped here", diagnostics));
    if (warnings_ > most_warnings)
        diagnostics.push_back(
            note(Severity::warning, fmt::format("{} more warnings", warnings_ - most_warnings), diagnostics));
    return diagnostics;
}

std::string in_quotes(std::string_view text) {
    std::string shown_text = printable(text);
    if (count_characters(shown_text) <= longest_quotation) return "'" + shown_text + "'";
    std::size_t bytes = 0;
    for (std::size_t characters = 0; bytes < shown_text.size(); ++bytes) {
        const bool starts = (static_cast<unsigned char>(shown_text[bytes]) & 0xc0) != 0x80;
        if (starts && characters++ == longest_quotation) break;
    }
    return "'" + shown_text.substr(0, bytes) + "…'";
}

}  // namespace entente
