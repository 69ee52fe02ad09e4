/// The model on the command line, and the vertices named after it.
#pragma once

#include "cli/command.hpp"
#include <entente/read.hpp>
#include <entente/write.hpp>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// The model is wrong; what is wrong has been said. Exit status 1.
class InputError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// A sound model and how it is looked at.
struct Session {
    Envelope envelope;
    Model model;  ///< with the scenarios applied
    Lens lens;
    std::optional<Model> before;  ///< without them, where any was named

    RelationGraph graph() const { return RelationGraph(model, lens); }
};
/// Reads the model that an operand names, and applies the scenarios of --scenario. Errors are printed and thrown as
/// InputError; warnings are only counted.
Session open_session(std::string_view command, const Arguments& arguments, std::size_t operand = 0);
/// The same with these scenarios in place of those of --scenario.
Session open_session_with(const std::vector<std::string>& scenarios, std::string_view command,
                          const Arguments& arguments, std::size_t operand = 0);

/// Tells what is wrong with an input, as `what` sums it up, and throws it as InputError.
[[noreturn]] void refuse_input(const Arguments& arguments, const std::vector<Diagnostic>& diagnostics,
                               const std::string& what);

/// A UsageError where -o names a file that was read: judgement is written by hand, and would be lost.
void spare_inputs(const Arguments& arguments, const std::vector<InputFile>& files);

/// By id, name or alias; a UsageError offers the nearest.
VertexIndex vertex_named(const Model& model, const std::string& name);
/// All operands from `first` on, those after the model: all different and existing on the day.
std::vector<VertexIndex> parties_named(const RelationGraph& graph, const Arguments& arguments, std::size_t first = 1);
/// The number of operands must be in [low, high].
void expect_operands(const Command& command, const Arguments& arguments, std::size_t low, std::size_t high);

}  // namespace entente::cli
