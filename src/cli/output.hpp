/// How a result goes out.
#pragma once

#include "cli/session.hpp"

#include <string_view>

namespace entente::cli {

/// --format, or what the ending of -o says, or text.
Format format_from(const Arguments& arguments);
/// Colour for a terminal, unless it has none or none is wanted.
Colour colour_for(int descriptor, const Arguments& arguments);
TextStyle style_from(const Arguments& arguments);
/// In the format asked for, to -o or standard output.
void emit(const Arguments& arguments, const Session& session, const RelationGraph& graph, const Result& result);
void emit(const Arguments& arguments, const Envelope& envelope, const RelationGraph& graph, const Result& result);
/// To standard output, or a WriteError.
void print(std::string_view bytes);
/// To -o or standard output.
void emit_bytes(const Arguments& arguments, std::string_view bytes);
/// A line on standard error, unless --quiet.
void say(const Arguments& arguments, std::string_view line);

}  // namespace entente::cli
