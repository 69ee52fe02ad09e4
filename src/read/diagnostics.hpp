/// Collects what is wrong, in any order, and gives it back in the order of the files.
#pragma once

#include "read/source_text.hpp"
#include <entente/read.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Thrown where so many errors are found that further ones help nobody.
struct TooManyErrors {};

class Diagnostics {
  public:
    void error(const Span& at, std::string message, std::string hint = {});
    void warning(const Span& at, std::string message, std::string hint = {});
    /// A fault of a file as a whole.
    void error_in_file(const std::string& file, std::string message, std::string hint = {});

    std::size_t errors() const { return errors_; }
    /// By file, then by place; where there were too many, a last one says so.
    std::vector<Diagnostic> in_file_order() const;

  private:
    struct Finding {
        Severity severity;
        Span at;
        std::string file;
        std::string message;
        std::string hint;
    };
    void add_error(Finding finding);
    static Diagnostic shown(const Finding& finding);

    std::vector<Finding> findings_;
    std::size_t errors_ = 0;
    std::size_t warnings_ = 0;
};

/// Text of a model in quotes, fit to stand in a message: short, on one line, without control characters.
std::string in_quotes(std::string_view text);

}  // namespace entente
