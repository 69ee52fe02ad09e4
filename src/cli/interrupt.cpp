#include "cli/interrupt.hpp"

#include "write/unfinished.hpp"

#include <csignal>

namespace entente::cli {

namespace {

/// The signal is back at its default, so that it ends the program once this returns.
extern "C" void clean_up(int signal) {
    write::remove_unfinished();
    std::raise(signal);
}

}  // namespace

void clean_up_on_signals() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction known {};
        if (::sigaction(signal, nullptr, &known) != 0 || known.sa_handler == SIG_IGN) continue;
        struct sigaction action {};
        action.sa_handler = clean_up;
        action.sa_flags = SA_RESETHAND | SA_RESTART;
        ::sigemptyset(&action.sa_mask);
        ::sigaction(signal, &action, nullptr);
    }
}

}  // namespace entente::cli
