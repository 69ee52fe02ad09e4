#include "model/canonical.hpp"
#include "read/decode.hpp"
#include "read/documents.hpp"
#include "read/scenario.hpp"

#include <algorithm>
#include <functional>

namespace entente {

namespace {

/// Ids, then what refers to them, then oversights.
void decode(Context& context, const Documents& documents) {
    context.all_files_read = documents.all_read;
    const auto errors_before = context.diagnostics.errors();
    const Sections sections(context, documents);
    // A section that is misnamed or malformed may declare what is used elsewhere: nothing is called unknown then.
    if (context.diagnostics.errors() > errors_before) context.all_files_read = false;
    decode_scale(context, sections);
    decode_profiles(context, sections);
    decode_header(context, sections);
    decode_sources(context, sections);
    decode_layers(context, sections);
    std::deque<TableVertex> rows;
    decode_vertices(context, find_declarations(context, sections, rows));
    decode_capability(context, sections);
    decode_memberships(context, sections);
    decode_ties(context, sections);
    decode_influence(context, sections);
    decode_refusals(context, sections);
    decode_borders(context, sections);
    decode_concerns(context, sections);
    decode_remarks(context, sections);
    if (context.diagnostics.errors() == 0) warn_of_model(context);
}

/// Reads documents behind those that are there.
using Open = std::function<void(Diagnostics& diagnostics, Documents& documents)>;

/// Each scenario to what the one before it made of the model.
void apply(Context& context, Documents& documents, const std::vector<Open>& scenarios) {
    if (context.diagnostics.errors() > 0) context.all_files_read = false;
    context.defaults = {};
    const auto first_added = context.model.vertices.size();
    for (const auto& open : scenarios) {
        const auto known = documents.list.size();
        open(context.diagnostics, documents);
        if (documents.list.size() > known && documents.list.back().root)
            apply_scenario(context, *documents.list.back().root);
    }
    if (context.diagnostics.errors() == 0) warn_of_scenarios(context, first_added);
}

ReadResult read(const Open& open, const std::vector<Open>& scenarios, std::function<void(double)> progress) {
    ReadResult result;
    Context context;
    context.progress = std::move(progress);
    Documents documents;
    try {
        open(context.diagnostics, documents);
        for (const auto& table : documents.tables)
            context.table_bytes += table.source->text().size();
        decode(context, documents);
        if (!scenarios.empty()) {
            result.before = context.model;
            apply(context, documents, scenarios);
        }
        if (context.diagnostics.errors() == 0) warn_of_uncited_sources(context);
    } catch (const TooManyErrors&) {
        // Those found so far are told.
    }
    result.diagnostics = context.diagnostics.in_file_order();
    result.model = std::move(context.model);
    sort_canonically(result.model);
    if (result.before) sort_canonically(*result.before);
    for (auto& document : documents.list)
        result.files.push_back({document.source->name(), document.sha256.get()});
    return result;
}

Open opener_of_text(std::string text, std::string name, std::vector<std::string> data) {
    return [text = std::move(text), name = std::move(name), data = std::move(data)](Diagnostics& diagnostics,
                                                                                    Documents& documents) {
        read_documents_from_text(text, name, data, diagnostics, documents);
    };
}

std::size_t count(const std::vector<Diagnostic>& diagnostics, Severity severity) {
    std::size_t count = 0;
    for (const auto& one : diagnostics)
        if (one.severity == severity) count += one.count;
    return count;
}

}  // namespace

std::size_t ReadResult::errors() const {
    return count(diagnostics, Severity::error);
}

std::size_t ReadResult::warnings() const {
    return count(diagnostics, Severity::warning);
}

ReadResult read_model(const std::string& path, const ReadOptions& options) {
    std::vector<Open> openers;
    for (const auto& scenario : options.scenarios)
        openers.push_back([&scenario](Diagnostics& diagnostics, Documents& documents) {
            read_single_document(scenario, diagnostics, documents);
        });
    const Open main = [&](Diagnostics& diagnostics, Documents& documents) {
        read_documents(path, options.data, diagnostics, documents);
    };
    return read(main, openers, options.progress);
}

ReadResult read_model_text(std::string text, std::string name, const ReadOptions& options) {
    std::vector<Open> openers;
    for (const auto& scenario : options.scenarios)
        openers.push_back(opener_of_text(scenario, "scenario.yaml", {}));
    return read(opener_of_text(std::move(text), std::move(name), options.data), openers, options.progress);
}

}  // namespace entente
