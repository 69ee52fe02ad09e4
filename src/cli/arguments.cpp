#include "cli/arguments.hpp"

#include "model/nearest.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <boost/program_options.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace po = boost::program_options;

namespace {

constexpr const char* operand_key = "operand";

po::options_description description_of(const std::vector<Option>& options) {
    po::options_description description;
    for (const auto& option : options) {
        std::string name(option.name);
        if (option.letter != 0) name += fmt::format(",{}", option.letter);
        if (option.value.empty())
            description.add_options()(name.c_str(), "");
        else
            description.add_options()(name.c_str(), po::value<std::vector<std::string>>(), "");
    }
    description.add_options()(operand_key, po::value<std::vector<std::string>>(), "");
    return description;
}

std::string without_dashes(std::string_view word) {
    word.remove_prefix(std::min(word.find_first_not_of('-'), word.size()));
    return std::string(word.substr(0, word.find('=')));
}

/// One that begins with the name, which is not guessed but offered, or else the nearest.
std::string_view option_meant(std::string_view name, const std::vector<std::string_view>& known) {
    const auto full = std::find_if(known.begin(), known.end(), [&](auto option) { return option.starts_with(name); });
    return full != known.end() && !name.empty() ? *full : nearest(name, known);
}

[[noreturn]] void throw_unknown(const std::string& word, const std::vector<Option>& options) {
    const auto name = without_dashes(word);
    std::vector<std::string_view> known;
    for (const auto& option : options)
        known.push_back(option.name);
    const auto near = option_meant(name, known);
    throw UsageError(near.empty() ? fmt::format("unknown option '{}'", word)
                                  : fmt::format("unknown option '{}'; did you mean '--{}'?", word, near));
}

std::vector<po::option> parse(const std::vector<std::string>& words, const std::vector<Option>& options) {
    using namespace po::command_line_style;
    const auto description = description_of(options);
    po::positional_options_description operands;
    operands.add(operand_key, -1);
    try {
        return po::command_line_parser(words)
            .options(description)
            .positional(operands)
            .style(allow_long | long_allow_adjacent | long_allow_next | allow_short | short_allow_adjacent |
                   short_allow_next | allow_dash_for_short)
            .run()
            .options;
    } catch (const po::unknown_option& error) {
        throw_unknown(error.get_option_name(), options);
    } catch (const po::invalid_command_line_syntax& error) {
        const bool unasked = error.kind() == po::invalid_command_line_syntax::extra_parameter;
        throw UsageError(
            fmt::format("option '{}' {}", error.get_option_name(), unasked ? "takes no value" : "needs a value"));
    } catch (const po::error& error) {
        throw UsageError(error.what());
    }
}

const Option* find_option(const std::vector<Option>& options, std::string_view name) {
    for (const auto& option : options)
        if (option.name == name) return &option;
    return nullptr;
}

}  // namespace

Arguments::Arguments(const std::vector<std::string>& words, const std::vector<Option>& options) {
    for (const auto& found : parse(words, options)) {
        if (found.string_key == operand_key) {
            operands_.insert(operands_.end(), found.value.begin(), found.value.end());
            continue;
        }
        const auto* const option = find_option(options, found.string_key);
        if (option == nullptr) throw_unknown(found.string_key, options);
        auto& values = values_[found.string_key];
        if (!option->value.empty() && !option->repeatable && !values.empty())
            throw UsageError(fmt::format("option '--{}' is given twice; it takes one value", option->name));
        values.insert(values.end(), found.value.begin(), found.value.end());
    }
}

std::optional<std::string> Arguments::text(std::string_view name) const {
    const auto found = values_.find(name);
    if (found == values_.end()) return std::nullopt;
    return found->second.front();
}

const std::vector<std::string>& Arguments::texts(std::string_view name) const {
    static const std::vector<std::string> none;
    const auto found = values_.find(name);
    return found == values_.end() ? none : found->second;
}

std::optional<double> Arguments::number(std::string_view name, double low, double high) const {
    const auto value = text(name);
    if (!value) return std::nullopt;
    return parse_number(fmt::format("option '--{}'", name), *value, low, high);
}

std::optional<std::size_t> Arguments::count(std::string_view name, std::size_t low, std::size_t high) const {
    const auto value = text(name);
    if (!value) return std::nullopt;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), number);
    if (error != std::errc{} || end != value->data() + value->size() || number < low || number > high)
        throw UsageError(
            fmt::format("option '--{}' takes a whole number from {} to {}, not '{}'", name, low, high, *value));
    return number;
}

std::string unknown_word(std::string_view what, std::string_view word, const std::vector<std::string_view>& known) {
    const auto near = nearest(word, known);
    if (!near.empty()) return fmt::format("unknown {} '{}'; did you mean '{}'?", what, word, near);
    if (known.empty()) return fmt::format("unknown {} '{}'; there is none", what, word);
    return fmt::format("unknown {} '{}'; known: {}", what, word, fmt::join(known, ", "));
}

std::vector<std::string> split_list(std::string_view option, std::string_view text) {
    std::vector<std::string> parts;
    while (true) {
        const auto comma = text.find(',');
        parts.emplace_back(text.substr(0, comma));
        if (parts.back().empty()) throw UsageError(fmt::format("option '--{}' has an empty part in its list", option));
        if (comma == std::string_view::npos) return parts;
        text.remove_prefix(comma + 1);
    }
}

double parse_number(std::string_view what, std::string_view text, double low, double high) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (error != std::errc{} || end != text.data() + text.size() || !(number >= low && number <= high))
        throw UsageError(fmt::format("{} takes a number from {} to {}, not '{}'", what, low, high, text));
    return number;
}

}  // namespace entente::cli
