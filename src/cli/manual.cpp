#include "cli/manual.hpp"

#include <entente/write.hpp>

#include <fmt/format.h>

namespace entente::cli {

namespace {

/// Text that roff takes as it is: no request at the start of a line, dashes that can be copied.
std::string roff(std::string_view text) {
    std::string safe;
    for (const char character : text) {
        if (character == '\\')
            safe += "\\e";
        else if (character == '-')
            safe += "\\-";
        else
            safe += character;
    }
    const bool looks_like_request = safe.starts_with('.') || safe.starts_with('\'');
    return looks_like_request ? "\\&" + safe : safe;
}

std::string heading(std::string_view name, std::string_view summary) {
    return fmt::format(".TH {} 1 \"\" \"entente {}\" \"entente\"\n.SH NAME\n{} \\- {}\n", name, version, roff(name),
                       roff(summary));
}

std::string synopsis(std::string_view command, std::string_view operands) {
    return fmt::format(".SH SYNOPSIS\n.B {}\n[\\fIoptions\\fR] {}\n", roff(command), roff(operands));
}

std::string option_entry(const Option& option) {
    std::string names = option.letter != 0 ? fmt::format("\\fB\\-{}\\fR, ", option.letter) : "";
    names += fmt::format("\\fB{}\\fR", roff(fmt::format("--{}", option.name)));
    if (!option.value.empty()) names += fmt::format(" \\fI{}\\fR", roff(option.value));
    return fmt::format(".TP\n{}\n{}\n", names, roff(option.help));
}

std::string example(std::string_view line) {
    return fmt::format(".PP\n.nf\n.RS\n{}\n.RE\n.fi\n", roff(line));
}

std::string exit_status() {
    return ".SH EXIT STATUS\n"
           ".TP\n.B 0\ndone\n"
           ".TP\n.B 1\nthe model or another input is wrong: every fault is told with its file, line and column\n"
           ".TP\n.B 2\nthe command line is wrong\n"
           ".TP\n.B 3\nan output could not be written; what was there stands\n"
           ".TP\n.B 4\nan internal fault\n";
}

}  // namespace

std::string manual_page() {
    auto page = heading("entente", "who can broker whom?") + synopsis("entente COMMAND", "MODEL …");
    page +=
        ".SH DESCRIPTION\nReads a region written down as a cited YAML model (countries, groups, organisations, "
        "projects, who sits where and who stands how with whom), finds clusters of cooperation, tensions and "
        "brokers, says how sure it is and why, draws pictures and writes a briefing.\n"
        ".PP\n\\fIMODEL\\fR is a file, a folder that holds model.yaml, or \\- for standard input.\n"
        ".SH COMMANDS\n";
    for (const auto* command : commands())
        page += fmt::format(".TP\n\\fB{}\\fR(1)\n{}\n", roff(fmt::format("entente-{}", command->name)),
                            roff(command->summary));
    page += ".SH OPTIONS\n" + option_entry({"help", "", "the page of a command"}) +
            option_entry({"version", "", "the version of the program"}) + exit_status();
    return page;
}

std::string manual_page(const Command& command) {
    auto page = heading(fmt::format("entente-{}", command.name), command.summary) +
                synopsis(fmt::format("entente {}", command.name), command.operands) +
                fmt::format(".SH DESCRIPTION\n{}\n.SH OPTIONS\n", roff(command.description));
    for (const auto& option : command.options)
        page += option_entry(option);
    page += option_entry({"help", "", "this page in short"}) + exit_status() + ".SH EXAMPLES\n";
    for (const auto line : command.examples)
        page += example(line);
    return page + ".SH SEE ALSO\n\\fBentente\\fR(1)\n";
}

}  // namespace entente::cli
