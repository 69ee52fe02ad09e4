#include "cli/progress.hpp"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <memory>

#include <fmt/format.h>
#include <unistd.h>

namespace entente::cli {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto patience = std::chrono::seconds(1);
constexpr double hundred = 100;

/// A line that is written over, and gone when the work is done.
class Line {
  public:
    explicit Line(std::string_view what) : what_(what) {}
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;
    ~Line() { clear(); }

    void show(double share) {
        const auto percent = static_cast<int>(std::floor(share * hundred));
        if (Clock::now() - start_ < patience || percent == shown_) return;
        if (share >= 1) return clear();
        shown_ = percent;
        std::fputs(fmt::format("\r{} {:2} %", what_, percent).c_str(), stderr);
    }

  private:
    void clear() {
        if (shown_ >= 0) std::fputs("\r\x1b[K", stderr);
        shown_ = -1;
    }
    std::string what_;
    Clock::time_point start_ = Clock::now();
    int shown_ = -1;
};

}  // namespace

std::function<void(double)> progress_of(const Arguments& arguments, std::string_view what) {
    if (arguments.has("quiet") || isatty(STDERR_FILENO) == 0) return {};
    return [line = std::make_shared<Line>(what)](double share) { line->show(share); };
}

}  // namespace entente::cli
