#include "cli/command.hpp"

namespace entente::cli {

const std::vector<const Command*>& commands() {
    static const std::vector<const Command*> table{
        &init_command,     &check_command,   &show_command,     &clusters_command, &balance_command,
        &tensions_command, &brokers_command, &roles_command,    &compare_command,  &draw_command,
        &brief_command,    &convert_command, &backtest_command, &schema_command,   &help_command,
    };
    return table;
}

}  // namespace entente::cli
