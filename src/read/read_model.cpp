#include "model/canonical.hpp"
#include "read/decode.hpp"
#include "read/documents.hpp"

#include <algorithm>

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
    decode_vertices(context, declare_vertices(context, sections));
    decode_ties(context, sections);
    decode_influence(context, sections);
    decode_refusals(context, sections);
    decode_borders(context, sections);
    decode_concerns(context, sections);
    decode_remarks(context, sections);
    if (context.diagnostics.errors() == 0) warn(context);
}

/// `open` reads the documents.
template <typename Open>
ReadResult read(const Open& open) {
    Context context;
    Documents documents;
    try {
        open(context.diagnostics, documents);
        decode(context, documents);
    } catch (const TooManyErrors&) {
        // Those found so far are told.
    }
    ReadResult result;
    result.diagnostics = context.diagnostics.in_file_order();
    result.model = std::move(context.model);
    sort_canonically(result.model);
    for (const auto& document : documents.list)
        result.files.push_back({document.source->name(), document.sha256});
    return result;
}

std::size_t count(const std::vector<Diagnostic>& diagnostics, Severity severity) {
    return static_cast<std::size_t>(std::count_if(diagnostics.begin(), diagnostics.end(),
                                                  [severity](const auto& one) { return one.severity == severity; }));
}

}  // namespace

std::size_t ReadResult::errors() const {
    return count(diagnostics, Severity::error);
}

std::size_t ReadResult::warnings() const {
    return count(diagnostics, Severity::warning);
}

ReadResult read_model(const std::string& path) {
    return read([&](Diagnostics& diagnostics, Documents& documents) { read_documents(path, diagnostics, documents); });
}

ReadResult read_model_text(std::string text, std::string name) {
    return read([&](Diagnostics& diagnostics, Documents& documents) {
        read_documents_from_text(std::move(text), std::move(name), diagnostics, documents);
    });
}

}  // namespace entente
