/// What happens when the program is told to end.
#pragma once

namespace entente::cli {

/// From now on INT, TERM and HUP remove the file that is being written, then end the program as they always do. One
/// that is ignored stays ignored.
void clean_up_on_signals();

}  // namespace entente::cli
