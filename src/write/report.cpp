#include "write/report.hpp"

#include "write/escape.hpp"
#include "write/words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente {

namespace {

using write::Part;
using write::Report;
using write::Tone;

Report report_of(const RelationGraph& graph, const Result& result) {
    return std::visit([&](const auto& value) { return write::report_of(graph, value); }, result);
}

bool says_something(const Part& part) {
    return !part.table.rows.empty() || !part.notes.empty();
}

/// What all numbers above hold for.
std::string context_of(const RelationGraph& graph, const Report& report) {
    const auto& model = graph.model();
    const auto days = report.context.empty() ? "as of " + date_words(graph.as_of()) : report.context;
    auto context = fmt::format("{}, {}", model.title, days);
    if (report.context.empty() && graph.as_of() != model.as_of)
        context += fmt::format(" (the model is made for {}: of another day it tells what it happens to hold)",
                               date_words(model.as_of));
    if (!model.scenarios.empty()) context += "; " + scenario_words(model);
    if (!model.marking.empty()) context += fmt::format("; {}", model.marking);
    return context;
}

void add_paragraph(std::string& out, std::string_view words, Tone tone, const TextStyle& style) {
    for (const auto& line : write::wrap(write::escape_terminal(words), style.width))
        out += write::coloured(line, tone, style) + '\n';
}

void add_table(std::string& out, const Part& part, const TextStyle& style) {
    const auto count = part.table.rows.size();
    if (!part.rows_in_text || *part.rows_in_text >= count) {
        out += write::to_text(part.table, style);
        return;
    }
    auto table = part.table;
    table.rows.resize(*part.rows_in_text);
    out += write::to_text(table, style);
    add_paragraph(out, fmt::format("Shown: {} of {}; all with --format json or markdown.", *part.rows_in_text, count),
                  Tone::plain, style);
}

void add_part(std::string& out, const Part& part, const TextStyle& style) {
    out += '\n';
    if (!part.heading.empty()) add_paragraph(out, part.heading, Tone::strong, style);
    if (!part.table.rows.empty()) add_table(out, part, style);
    for (const auto& note : part.notes)
        add_paragraph(out, note, Tone::plain, style);
}

void add_markdown(std::string& out, const Part& part) {
    if (!part.heading.empty()) out += "\n## " + write::escape_markdown(part.heading) + '\n';
    if (!part.table.rows.empty()) out += '\n' + write::to_markdown(part.table);
    for (const auto& note : part.notes)
        out += '\n' + write::escape_markdown(note) + '\n';
}

}  // namespace

std::string to_text(const RelationGraph& graph, const Result& result, const TextStyle& style) {
    const auto report = report_of(graph, result);
    std::string out;
    for (const auto& sentence : report.answer)
        add_paragraph(out, sentence, &sentence == &report.answer.front() ? Tone::strong : Tone::plain, style);
    for (const auto& part : report.parts)
        if (says_something(part)) add_part(out, part, style);
    out += '\n';
    add_paragraph(out, context_of(graph, report), Tone::quiet, style);
    return out;
}

std::string to_csv(const RelationGraph& graph, const Result& result) {
    const auto report = report_of(graph, result);
    return write::to_csv(report.data ? *report.data : report.parts.front().table);
}

std::string to_markdown(const RelationGraph& graph, const Result& result) {
    const auto report = report_of(graph, result);
    std::string out = "# " + write::escape_markdown(report.title) + '\n';
    for (const auto& sentence : report.answer)
        out += '\n' + write::escape_markdown(sentence) + '\n';
    for (const auto& part : report.parts)
        if (says_something(part)) add_markdown(out, part);
    return out += '\n' + write::escape_markdown(context_of(graph, report)) + '\n';
}

}  // namespace entente
