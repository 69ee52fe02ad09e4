/// Manual pages (roff, for man), made from the same table as help.
#pragma once

#include "cli/command.hpp"

#include <string>

namespace entente::cli {

/// entente(1): all commands.
std::string manual_page();
/// entente-COMMAND(1).
std::string manual_page(const Command& command);

}  // namespace entente::cli
