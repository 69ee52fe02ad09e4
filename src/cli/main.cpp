#include "cli/complete.hpp"
#include "cli/interrupt.hpp"
#include "cli/manual.hpp"
#include "cli/output.hpp"
#include "cli/session.hpp"
#include "write/escape.hpp"
#include <entente/draw.hpp>

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace {

using namespace entente;
using namespace entente::cli;

/// What was typed may stand in it: nothing that a terminal would obey goes out, and no more than can be read. Where
/// standard error is closed, too, there is nobody to tell.
void complain(const std::string& message) {
    constexpr std::size_t readable = 2000;
    std::fputs((write::escape_terminal(message.substr(0, readable)) + "\n").c_str(), stderr);
}

bool asks_for_help(const std::vector<std::string>& words) {
    for (const auto& word : words) {
        if (word == "--") return false;
        if (word == "--help" || word == "-h") return true;
    }
    return false;
}

/// What the build runs to make the manual pages: of one command, or of the program.
int print_manual(const std::vector<std::string>& words) {
    const auto* const command = words.empty() ? nullptr : find_command(words.front());
    if (!words.empty() && command == nullptr) throw UsageError(unknown_command(words.front()));
    print(command != nullptr ? manual_page(*command) : manual_page());
    return done;
}

int dispatch(std::vector<std::string> words) {
    if (words.empty()) {
        std::fputs(overview().c_str(), stderr);
        return usage_wrong;
    }
    const auto name = words.front();
    words.erase(words.begin());
    if (name == "--version") {
        print(fmt::format("entente {}\n", version));
        return done;
    }
    if (name == "--help" || name == "-h") {
        print(overview());
        return done;
    }
    if (name == "--complete") return complete(words);
    if (name == "--manual") return print_manual(words);
    const auto* const command = find_command(name);
    if (command == nullptr) throw UsageError(unknown_command(name));
    if (asks_for_help(words)) {
        print(help_page(*command));
        return done;
    }
    return command->run(Arguments(words, command->options));
}

}  // namespace

int main(int count, char** words) {
    clean_up_on_signals();
    try {
        return dispatch({words + std::min(count, 1), words + count});
    } catch (const InputError&) {
        return input_wrong;
    } catch (const UsageError& error) {
        complain(fmt::format("entente: {}", error.what()));
        return usage_wrong;
    } catch (const WriteError& error) {
        complain(fmt::format("entente: {}", error.what()));
        return output_failed;
    } catch (const DrawError& error) {
        complain(fmt::format("entente: {}", error.what()));
        return output_failed;
    } catch (const std::exception& error) {
        complain(fmt::format("entente: internal fault: {}", error.what()));
        return fault;
    }
}
