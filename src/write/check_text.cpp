#include "write/coverage_words.hpp"
#include "write/escape.hpp"
#include "write/table.hpp"
#include "write/words.hpp"

namespace entente {

std::string to_text(const CheckReport& report, const TextStyle& style) {
    const std::string verdict =
        report.warnings == 0 ? "sound" : "sound, with " + write::count_of(report.warnings, "warning", "warnings");
    std::string out = write::escape_terminal(report.path) + ": " + write::coloured(verdict, write::Tone::strong, style);
    out += '\n';
    for (const auto& line : write::wrap(write::escape_terminal(report.scenarios), style.width - 2))
        if (!line.empty()) out += "  " + line + '\n';
    for (const auto& sentence : {write::holdings_sentence(report.coverage), write::evidence_sentence(report.coverage),
                                 write::silence_sentence(report.coverage)})
        for (const auto& line : write::wrap(sentence, style.width - 2))
            out += "  " + line + '\n';
    return out;
}

}  // namespace entente
