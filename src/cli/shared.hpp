/// What several commands share: their options, the model on the line, and how a result goes out.
#pragma once

#include "cli/command.hpp"
#include <entente/draw.hpp>
#include <entente/read.hpp>
#include <entente/write.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// The model is wrong; what is wrong has been said. Exit status 1.
class InputError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// What every command on a model takes: the lens, the ranking of brokers, and where the result goes.
std::vector<Option> shared_options();
/// The same without where the result goes.
std::vector<Option> question_options();
std::vector<Option> operator+(std::vector<Option> left, const std::vector<Option>& right);

/// A sound model and how it is looked at.
struct Session {
    Envelope envelope;
    Model model;
    Lens lens;

    RelationGraph graph() const { return RelationGraph(model, lens); }
};
/// Reads the model that an operand names. Errors are printed and thrown as InputError; warnings are only counted.
Session open_session(std::string_view command, const Arguments& arguments, std::size_t operand = 0);
Lens lens_from(const Model& model, const Arguments& arguments);
BrokerOptions broker_options(const Model& model, const Arguments& arguments);
Threats threats_from(const Arguments& arguments);

/// By id, name or alias; a UsageError offers the nearest.
VertexIndex vertex_named(const Model& model, const std::string& name);
/// All operands from `first` on, those after the model.
std::vector<VertexIndex> vertices_named(const Model& model, const Arguments& arguments, std::size_t first = 1);
/// The same, all different and existing on the day.
std::vector<VertexIndex> parties_named(const RelationGraph& graph, const Arguments& arguments, std::size_t first = 1);
/// The number of operands must be in [low, high].
void expect_operands(const Command& command, const Arguments& arguments, std::size_t low, std::size_t high);

/// --format, or what the ending of -o says, or text.
Format format_from(const Arguments& arguments);
/// Colour for a terminal, unless it has none or none is wanted.
Colour colour_for(int descriptor, const Arguments& arguments);
TextStyle style_from(const Arguments& arguments);
/// In the format asked for, to -o or standard output.
void emit(const Arguments& arguments, const Session& session, const RelationGraph& graph, const Result& result);
/// To standard output, or a WriteError.
void print(std::string_view bytes);
/// To -o or standard output.
void emit_bytes(const Arguments& arguments, std::string_view bytes);
/// A line on standard error, unless --quiet.
void say(const Arguments& arguments, std::string_view line);

}  // namespace entente::cli
