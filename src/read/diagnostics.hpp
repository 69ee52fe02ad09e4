/// Collects what is wrong, in any order, and gives it back in the order of the files.
#pragma once

#include "read/source_text.hpp"
#include <entente/read.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
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

    /// Of such a file, whose lines are alike, only the first errors are told one by one, and the others counted.
    void shorten(const SourceText& source) { shortened_[&source] = 0; }

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
    [[noreturn]] void stop();
    /// Whether it is one too many of a shortened file, and counted there.
    bool is_one_too_many(const Finding& finding);
    static Diagnostic shown(const Finding& finding);
    /// What was counted of a shortened file beside its errors that are told; nothing where all are.
    std::optional<Diagnostic> more_errors(const SourceText* source) const;

    std::vector<Finding> findings_;
    std::map<const SourceText*, std::size_t> shortened_;  ///< with the number of errors
    std::set<std::tuple<const SourceText*, std::size_t, std::string>> told_;
    std::size_t errors_ = 0;
    std::size_t listed_errors_ = 0;
    std::size_t warnings_ = 0;
    bool has_stopped_ = false;
};

/// Text of a model in quotes, fit to stand in a message: short, on one line, without control characters.
std::string in_quotes(std::string_view text);

}  // namespace entente
