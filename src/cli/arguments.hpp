/// The command line, taken apart and checked.
#pragma once

#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// The command line is wrong: exit status 2.
class UsageError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// One option as a command offers it; help is made from these.
struct Option {
    std::string_view name;
    std::string_view value;  ///< what stands for its value in help; empty for a flag
    std::string_view help;
    char letter = 0;
    bool repeatable = false;
    std::vector<std::string_view> choices{};  ///< the words that it takes, where they are always the same
};

class Arguments {
  public:
    /// Options and operands in any order; `--` ends the options. An unknown option (the nearest is named), a missing
    /// value or one given twice is a UsageError.
    Arguments(const std::vector<std::string>& words, const std::vector<Option>& options);

    const std::vector<std::string>& operands() const { return operands_; }
    bool has(std::string_view name) const { return values_.contains(std::string(name)); }
    std::optional<std::string> text(std::string_view name) const;
    const std::vector<std::string>& texts(std::string_view name) const;
    /// A number outside [low, high] is a UsageError that names option and range.
    std::optional<double> number(std::string_view name, double low, double high) const;
    std::optional<std::size_t> count(std::string_view name, std::size_t low, std::size_t high) const;

  private:
    std::map<std::string, std::vector<std::string>, std::less<>> values_;
    std::vector<std::string> operands_;
};

/// "unknown WHAT 'WORD'; did you mean 'NEAREST'?", or with all that are known where none is near.
std::string unknown_word(std::string_view what, std::string_view word, const std::vector<std::string_view>& known);

/// The parts between the commas; an empty part is a UsageError.
std::vector<std::string> split_list(std::string_view option, std::string_view text);
/// A plain decimal in [low, high], else a UsageError that names `what` and the range.
double parse_number(std::string_view what, std::string_view text, double low, double high);

}  // namespace entente::cli
