/// What a command is: its words for help, and what it does.
#pragma once

#include "cli/arguments.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// Exit statuses (the whole of them).
enum Status { done = 0, input_wrong = 1, usage_wrong = 2, output_failed = 3, fault = 4 };

struct Command {
    std::string_view name;
    std::string_view operands;     ///< as in `MODEL [A [B]]`
    std::string_view summary;      ///< the question it answers, a line
    std::string_view description;  ///< a paragraph
    std::vector<Option> options;   ///< all that it takes but --help
    std::vector<std::string_view> examples;
    int (*run)(const Arguments& arguments);
    std::vector<std::string_view> views{};  ///< what the operand before the model may be, where there is one
};

/// In the order in which help lists them.
const std::vector<const Command*>& commands();
/// Nothing where there is none of that name.
const Command* find_command(std::string_view name);

/// The page of `entente help`, and of one command.
std::string overview();
std::string help_page(const Command& command);
std::string unknown_command(std::string_view name);

// One file each; the table in commands.cpp lists them.
extern const Command backtest_command;
extern const Command balance_command;
extern const Command brief_command;
extern const Command brokers_command;
extern const Command check_command;
extern const Command clusters_command;
extern const Command compare_command;
extern const Command convert_command;
extern const Command draw_command;
extern const Command help_command;
extern const Command init_command;
extern const Command roles_command;
extern const Command schema_command;
extern const Command show_command;
extern const Command tensions_command;

}  // namespace entente::cli
