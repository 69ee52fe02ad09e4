#include "cli/session.hpp"

#include "cli/options.hpp"
#include "cli/output.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include <fmt/format.h>
#include <unistd.h>

namespace entente::cli {

namespace {

namespace fs = std::filesystem;

bool is_same(const fs::path& one, const fs::path& other) {
    std::error_code failure;
    return fs::equivalent(one, other, failure) && !failure;
}

/// Links resolved; false where there is no such folder.
bool lies_in(const fs::path& file, const fs::path& folder) {
    std::error_code failure;
    if (!fs::is_directory(folder, failure)) return false;
    const auto real = fs::weakly_canonical(file, failure);
    for (auto above = real; above.has_relative_path(); above = above.parent_path())
        if (is_same(above, folder)) return true;
    return false;
}

}  // namespace

Session open_session(std::string_view command, const Arguments& arguments, std::size_t operand) {
    return open_session_with(arguments.texts("scenario"), command, arguments, operand);
}

Session open_session_with(const std::vector<std::string>& scenarios, std::string_view command,
                          const Arguments& arguments, std::size_t operand) {
    const auto& path = arguments.operands()[operand];
    auto options = read_options(arguments);
    options.scenarios = scenarios;
    auto read = read_model(path, options);
    if (!read.ok()) refuse_input(arguments, read.diagnostics, "the model has errors");
    if (read.warnings() > 0 && isatty(STDERR_FILENO) != 0)
        say(arguments, fmt::format("{} warning{}: `entente check {}` lists them", read.warnings(),
                                   read.warnings() == 1 ? "" : "s", path));
    spare_inputs(arguments, read.files);
    auto lens = lens_from(read.model, arguments);
    read.model.unrecorded = unrecorded_from(read.model, arguments);
    if (read.before) read.before->unrecorded = unrecorded_from(*read.before, arguments);
    return {
        {std::string(command), std::move(read.files)}, std::move(read.model), std::move(lens), std::move(read.before)};
}

void refuse_input(const Arguments& arguments, const std::vector<Diagnostic>& diagnostics, const std::string& what) {
    std::fputs(format_diagnostics(diagnostics, colour_for(STDERR_FILENO, arguments)).c_str(), stderr);
    throw InputError(what);
}

void spare_inputs(const Arguments& arguments, const std::vector<InputFile>& files) {
    const auto output = arguments.text("output");
    if (!output) return;
    for (const auto& file : files)
        if (is_same(*output, file.path) || lies_in(file.path, *output))
            throw UsageError(fmt::format("'{}' was read, and is not written over; name another file with -o", *output));
}

VertexIndex vertex_named(const Model& model, const std::string& name) {
    if (const auto vertex = model.find_vertex(name)) return *vertex;
    std::vector<std::string_view> known;
    for (const auto& vertex : model.vertices) {
        known.push_back(vertex.id);
        known.push_back(vertex.name);
        known.insert(known.end(), vertex.aliases.begin(), vertex.aliases.end());
    }
    const auto message = unknown_word("vertex", name, known);
    constexpr std::size_t readable = 300;
    throw UsageError(message.size() <= readable
                         ? message
                         : fmt::format("unknown vertex '{}'; `entente show MODEL` lists all that are known", name));
}

std::vector<VertexIndex> parties_named(const RelationGraph& graph, const Arguments& arguments, std::size_t first) {
    std::vector<VertexIndex> parties;
    for (std::size_t operand = first; operand < arguments.operands().size(); ++operand) {
        const auto party = vertex_named(graph.model(), arguments.operands()[operand]);
        const auto& id = graph.model().id(party);
        if (std::find(parties.begin(), parties.end(), party) != parties.end())
            throw UsageError(fmt::format("'{}' is named twice; the parties must differ", id));
        if (!graph.exists(party)) throw UsageError(fmt::format("'{}' does not exist on {}", id, graph.as_of().text()));
        parties.push_back(party);
    }
    return parties;
}

void expect_operands(const Command& command, const Arguments& arguments, std::size_t low, std::size_t high) {
    const auto count = arguments.operands().size();
    if (count < low || count > high)
        throw UsageError(fmt::format("usage: entente {} [options] {}", command.name, command.operands));
}

}  // namespace entente::cli
