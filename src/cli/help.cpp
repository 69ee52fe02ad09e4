#include "cli/output.hpp"
#include "cli/session.hpp"
#include "model/unicode.hpp"

#include <fmt/format.h>

namespace entente::cli {

namespace {

constexpr std::size_t help_width = 88;

/// Words of `text` in lines of at most `width`, each after `indent` blanks.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width = help_width) {
    std::string lines(indent, ' ');
    std::size_t column = indent;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        if (column > indent && column + 1 + word.size() > width) {
            lines += '\n' + std::string(indent, ' ');
            column = indent;
        }
        if (column > indent) {
            lines += ' ';
            ++column;
        }
        lines += word;
        column += word.size();
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    return lines + '\n';
}

std::string left_side(const Option& option) {
    auto text =
        option.letter != 0 ? fmt::format("-{}, --{}", option.letter, option.name) : fmt::format("--{}", option.name);
    if (!option.value.empty()) text += fmt::format(" {}", option.value);
    return text;
}

std::string option_lines(const Option& option) {
    constexpr std::size_t indent = 26;
    auto help = wrapped(option.help, indent);
    const auto left = "  " + left_side(option);
    const auto width = display_width(left);
    if (width + 1 >= indent) return left + '\n' + help;
    return left + help.substr(width);
}

int run(const Arguments& arguments) {
    expect_operands(help_command, arguments, 0, 1);
    if (arguments.operands().empty()) {
        print(overview());
        return done;
    }
    const auto& name = arguments.operands().front();
    const auto* const command = find_command(name);
    if (command == nullptr) throw UsageError(unknown_command(name));
    print(help_page(*command));
    return done;
}

}  // namespace

const Command* find_command(std::string_view name) {
    for (const auto* command : commands())
        if (command->name == name) return command;
    return nullptr;
}

std::string unknown_command(std::string_view name) {
    std::vector<std::string_view> known;
    for (const auto* command : commands())
        known.push_back(command->name);
    return unknown_word("command", name, known);
}

std::string overview() {
    std::string page = "entente: who can broker whom?\n\nUsage: entente COMMAND [options] MODEL …\n\nCommands:\n";
    for (const auto* command : commands())
        page += fmt::format("  {:<10}{}\n", command->name, command->summary);
    page +=
        "\nMODEL is a file, a folder that holds model.yaml, or - for standard input.\n"
        "`entente help COMMAND` tells more. Options: --help, --version.\n"
        "\nExamples:\n  entente init my-region\n  entente brokers my-region A B\n";
    return page;
}

std::string help_page(const Command& command) {
    auto page = fmt::format("entente {}: {}\n\nUsage: entente {} [options] {}\n\n", command.name, command.summary,
                            command.name, command.operands);
    page += wrapped(command.description, 0) + "\nOptions:\n";
    for (const auto& option : command.options)
        page += option_lines(option);
    page += option_lines({"help", "", "this page"});
    page += "\nExamples:\n";
    for (const auto example : command.examples)
        page += fmt::format("  {}\n", example);
    return page;
}

const Command help_command{
    .name = "help",
    .operands = "[COMMAND]",
    .summary = "what there is, and how a command is used",
    .description = "Lists the commands, or shows the options of one of them with examples.",
    .options = {},
    .examples = {"entente help", "entente help brokers"},
    .run = run,
};

}  // namespace entente::cli
