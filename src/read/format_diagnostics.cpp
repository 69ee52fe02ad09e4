#include <entente/read.hpp>

#include <algorithm>

#include <fmt/format.h>

namespace entente {

namespace {

struct Paint {
    std::string_view bold, error, warning, mark, plain;
};
constexpr Paint no_paint{};
constexpr Paint terminal_paint{"\033[1m", "\033[1;31m", "\033[1;35m", "\033[1;32m", "\033[0m"};

std::string place(const Diagnostic& diagnostic) {
    if (diagnostic.line == 0) return diagnostic.file;
    return fmt::format("{}:{}:{}", diagnostic.file, diagnostic.line, diagnostic.column);
}

std::string format_one(const Diagnostic& diagnostic, const Paint& paint) {
    const bool is_error = diagnostic.severity == Severity::error;
    auto text = fmt::format("{}{}:{} {}{}:{} {}", paint.bold, place(diagnostic), paint.plain,
                            is_error ? paint.error : paint.warning, is_error ? "error" : "warning", paint.plain,
                            diagnostic.message);
    if (!diagnostic.hint.empty()) text += "; " + diagnostic.hint;
    text += '\n';
    if (diagnostic.line == 0) return text;

    const std::string tail(diagnostic.length > 0 ? diagnostic.length - 1 : 0, '~');
    return text + fmt::format("{}\n{}{}^{}{}\n", diagnostic.source_line, std::string(diagnostic.caret, ' '), paint.mark,
                              tail, paint.plain);
}

std::string counted(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

std::string format_diagnostics(const std::vector<Diagnostic>& diagnostics, Colour colour) {
    if (diagnostics.empty()) return {};
    const auto& paint = colour == Colour::on ? terminal_paint : no_paint;
    std::string text;
    std::size_t errors = 0;
    std::size_t warnings = 0;
    for (const auto& diagnostic : diagnostics) {
        text += format_one(diagnostic, paint);
        (diagnostic.severity == Severity::error ? errors : warnings) += diagnostic.count;
    }
    if (errors > 0) text += counted(errors, "error");
    if (errors > 0 && warnings > 0) text += ", ";
    if (warnings > 0) text += counted(warnings, "warning");
    return text + '\n';
}

}  // namespace entente
