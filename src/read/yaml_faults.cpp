#include "read/yaml_faults.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::string_view blanks = " \t";
constexpr std::string_view blanks_and_ends = " \t\r\n";

bool is_one_of(char character, std::string_view set) {
    return set.find(character) != std::string_view::npos;
}

YamlFault unclosed_quote(std::size_t at) {
    return {at, 1, "this quote is not closed", "close it, or put the text in the other kind of quote"};
}

YamlFault missing_colon(std::size_t at, std::string_view word) {
    return {at, word.size(), fmt::format("a colon is missing after '{}'", word), "a key ends with a colon and a blank"};
}

}  // namespace

std::string_view word_without_colon(std::string_view key) {
    const auto bracket = key.find_first_of("[{");
    if (bracket == std::string_view::npos || key.find_first_of("]}", bracket) != std::string_view::npos) return {};
    return key.substr(0, key.find_first_of(" \t[{"));
}

std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t start) {
    const char quote = text[start];
    for (auto at = start + 1; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\')
            ++at;
        else if (text[at] != quote)
            continue;
        else if (quote == '\'' && at + 1 < text.size() && text[at + 1] == '\'')
            ++at;
        else
            return at + 1;
    }
    return std::nullopt;
}

namespace {

/// Walks over the text as YAML's tokens, as far as is needed to tell quotes, brackets and colons that count from those
/// that are a part of a text. Block structure is followed by the columns of the keys and dashes that are open.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) {}

    YamlScan scan() {
        while (!fault_ && at_ < text_.size())
            step();
        if (!fault_ && !open_.empty())
            fault_ = YamlFault{open_.back(), 1, fmt::format("this '{}' is not closed", text_[open_.back()]),
                               fmt::format("close it with '{}'", closing(text_[open_.back()]))};
        return {std::move(fault_), std::move(question_marks_)};
    }

  private:
    static char closing(char bracket) { return bracket == '[' ? ']' : '}'; }
    bool in_flow() const { return !open_.empty(); }
    char next() const { return at_ + 1 < text_.size() ? text_[at_ + 1] : '\n'; }
    std::size_t end_of_line(std::size_t from) const {
        return std::min(text_.find_first_of("\r\n", from), text_.size());
    }
    int column(std::size_t offset) const { return static_cast<int>(offset - line_start_); }
    int parent_column() const { return columns_.empty() ? -1 : columns_.back(); }

    void step() {
        if (at_line_start_) return begin_line();
        const char character = text_[at_];
        if (character == '\n' || character == '\r') return end_line();
        if (is_one_of(character, blanks)) {
            ++at_;
            return;
        }
        if (character == '#')
            at_ = end_of_line(at_);
        else if (character == '"' || character == '\'')
            quoted();
        else if (character == '[' || character == '{')
            open_bracket();
        else if (in_flow())
            flow_token(character);
        else
            block_token(character);
    }

    void end_line() {
        ++at_;
        at_line_start_ = true;
    }

    void begin_line() {
        at_line_start_ = false;
        first_on_line_ = true;
        line_start_ = at_;
        if (!in_flow() && (is_document_marker(at_) || text_[at_] == '%')) {
            columns_.clear();
            at_ = text_[at_] == '%' ? end_of_line(at_) : at_ + 3;
            return;
        }
        const auto first = std::min(text_.find_first_not_of(blanks, at_), text_.size());
        const auto indentation = text_.substr(at_, first - at_);
        const bool has_content = first < text_.size() && !is_one_of(text_[first], "\r\n#");
        if (!in_flow() && has_content) {
            if (const auto tab = indentation.find('\t'); tab != std::string_view::npos) {
                fault_ = YamlFault{at_ + tab, 1, "a tab as indentation", "indent with blanks"};
                return;
            }
            close_columns(static_cast<int>(indentation.size()));
        }
        at_ = first;
    }

    void close_columns(int from) {
        while (!columns_.empty() && columns_.back() >= from)
            columns_.pop_back();
    }

    /// --- or ...
    bool is_document_marker(std::size_t offset) const {
        const auto rest = text_.substr(offset);
        const bool marks = rest.starts_with("---") || rest.starts_with("...");
        return marks && (rest.size() == 3 || is_one_of(rest[3], blanks_and_ends));
    }

    /// False, and a fault, where a list or map that begins at `offset` lies too deep.
    bool goes_deeper(std::size_t offset) {
        if (columns_.size() + open_.size() < deepest_nesting) return true;
        fault_ = YamlFault{offset, 1, "nested too deeply", fmt::format("at most {} levels are read", deepest_nesting)};
        return false;
    }

    void open_block(std::size_t offset) {
        if (goes_deeper(offset)) columns_.push_back(column(offset));
    }

    void open_bracket() {
        first_on_line_ = false;
        if (goes_deeper(at_)) open_.push_back(at_++);
    }

    void close_bracket() {
        const auto opening = open_.back();
        if (text_[at_] != closing(text_[opening])) {
            fault_ = YamlFault{opening, 1, fmt::format("this '{}' meets a '{}'", text_[opening], text_[at_]),
                               fmt::format("close it with '{}' before", closing(text_[opening]))};
            return;
        }
        open_.pop_back();
        ++at_;
    }

    void flow_token(char character) {
        if (character == ']' || character == '}') return close_bracket();
        const bool is_indicator =
            is_one_of(character, ",:") || (character == '?' && is_one_of(next(), blanks_and_ends));
        if (!is_indicator) return flow_plain();
        ++at_;
    }

    /// Text without quotes among brackets may run over lines.
    void flow_plain() {
        for (; at_ < text_.size(); ++at_) {
            const char character = text_[at_];
            if (is_one_of(character, ",[]{}")) return;
            if (character == '?') question_marks_.push_back(at_);
            if (character == ':' && (is_one_of(next(), blanks_and_ends) || is_one_of(next(), ",[]{}"))) return;
            if (character == '#' && is_one_of(text_[at_ - 1], blanks_and_ends)) return;
        }
    }

    void block_token(char character) {
        if (is_one_of(character, "-?:") && is_one_of(next(), blanks_and_ends)) {
            if (character != ':') open_block(at_);
            ++at_;
            return;
        }
        if (character == '|' || character == '>') return skip_deeper_lines();
        block_plain();
    }

    /// A block of text: this line, and the lines deeper than its key or dash.
    void skip_deeper_lines() {
        at_ = end_of_line(at_);
        while (at_ < text_.size()) {
            const auto line = line_after(at_);
            const auto first = std::min(text_.find_first_not_of(' ', line), text_.size());
            const bool blank = first == text_.size() || is_one_of(text_[first], "\r\n");
            if (!blank && static_cast<int>(first - line) <= parent_column()) return;
            at_ = end_of_line(first);
        }
    }

    /// Offset of the line after the end of a line at `end`.
    std::size_t line_after(std::size_t end) const {
        if (end >= text_.size()) return text_.size();
        const bool two = text_[end] == '\r' && end + 1 < text_.size() && text_[end + 1] == '\n';
        return end + (two ? 2 : 1);
    }

    /// Offset of the colon after a key that begins at `from`, or of the end of its text.
    std::size_t end_of_plain(std::size_t from) const {
        const auto end = end_of_line(from);
        for (auto at = from; at < end; ++at) {
            if (text_[at] == ':' && (at + 1 == end || is_one_of(text_[at + 1], blanks))) return at;
            if (text_[at] == '#' && at > from && is_one_of(text_[at - 1], blanks)) return at;
        }
        return end;
    }

    bool is_colon(std::size_t offset) const { return offset < text_.size() && text_[offset] == ':'; }

    void block_plain() {
        const auto start = at_;
        const auto end = end_of_plain(start);
        const bool first = std::exchange(first_on_line_, false);
        at_ = end;
        if (!is_colon(end)) return plain_over_lines(start, first);
        if (first) {
            open_block(start);
            key_start_ = start;
            return;
        }
        const auto key = text_.substr(key_start_, text_.find(':', key_start_) - key_start_);
        if (const auto word = word_without_colon(key); !word.empty())
            fault_ = missing_colon(key_start_, word);
        else
            fault_ = YamlFault{end, 1, "a second colon on this line", "put a text that holds ': ' in quotes"};
    }

    /// Text without quotes that goes on in deeper lines; where one of them is a key, this line was to be one.
    void plain_over_lines(std::size_t start, bool first) {
        const auto text = text_.substr(start, at_ - start);
        while (at_ < text_.size()) {
            at_ = end_of_line(at_);
            const auto line = line_after(at_);
            const auto begin = std::min(text_.find_first_not_of(blanks, line), text_.size());
            const bool blank = begin == text_.size() || is_one_of(text_[begin], "\r\n");
            const bool ends = static_cast<int>(begin - line) <= parent_column() || is_document_marker(line);
            if (!blank && (ends || text_[begin] == '#')) return;
            if (!blank && is_colon(end_of_plain(begin))) {
                fault_ = first ? key_without_colon(start, text)
                               : YamlFault{begin, 1, "this line is deeper than the one it belongs with",
                                           "indent the keys of a map alike"};
                return;
            }
            at_ = begin;
        }
    }

    static YamlFault key_without_colon(std::size_t start, std::string_view text) {
        if (const auto colon = text.find(':'); colon != std::string_view::npos)
            return {start + colon, 1, "a blank is missing after this colon", "write key: value"};
        return missing_colon(start, text.substr(0, text.find_first_of(blanks)));
    }

    void quoted() {
        const auto start = at_;
        const auto end = end_of_quoted(text_, start);
        const bool first = std::exchange(first_on_line_, false);
        if (!end || runs_into_shallower_lines(start, *end)) {
            fault_ = unclosed_quote(start);
            return;
        }
        at_ = *end;
        const auto after = std::min(text_.find_first_not_of(blanks, at_), text_.size());
        if (!in_flow() && first && is_colon(after)) {
            open_block(start);
            key_start_ = start;
        }
        if (may_follow_a_quote(after)) return;
        const auto text = text_.substr(start, *end - start);
        const bool swallowed = text.find_first_of("\r\n") != text.npos || text.find(": ") != text.npos ||
                               (in_flow() && text.find_first_of(",]}") != text.npos);
        fault_ = swallowed ? unclosed_quote(start)
                           : YamlFault{after, 1, "text after a closing quote",
                                       "double a quote that is a part of the text, or use the other kind around it"};
    }

    bool may_follow_a_quote(std::size_t offset) const {
        if (offset == text_.size() || is_one_of(text_[offset], "\r\n:")) return true;
        if (text_[offset] == '#') return offset > at_;
        return in_flow() && is_one_of(text_[offset], ",]}");
    }

    bool runs_into_shallower_lines(std::size_t start, std::size_t end) const {
        for (auto line_end = end_of_line(start); line_end < end; line_end = end_of_line(line_after(line_end))) {
            const auto line = line_after(line_end);
            const auto first = std::min(text_.find_first_not_of(blanks, line), text_.size());
            const bool blank = first == text_.size() || is_one_of(text_[first], "\r\n");
            if (!blank && static_cast<int>(first - line) <= parent_column()) return true;
        }
        return false;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t line_start_ = 0;
    bool at_line_start_ = true;
    bool first_on_line_ = true;      ///< nothing but dashes stands before on this line
    std::size_t key_start_ = 0;      ///< of the last key in a block
    std::vector<int> columns_;       ///< of the keys and dashes of the blocks that are open
    std::vector<std::size_t> open_;  ///< brackets
    std::optional<YamlFault> fault_;
    std::vector<std::size_t> question_marks_;
};

struct Explanation {
    std::string_view yaml_cpp;
    std::string_view message;
    std::string_view hint;
};
constexpr Explanation explanations[] = {
    {"illegal map value", "a colon that belongs to no key", "check the indentation, or put the text in quotes"},
    {"end of map not found", "this belongs to no key of the map above", "check the indentation and the colons"},
    {"end of sequence not found", "this belongs to no item of the list above", "begin an item with '- '"},
    {"end of map flow not found", "a comma or a closing '}' is missing before this", ""},
    {"end of sequence flow not found", "a comma or a closing ']' is missing before this", ""},
    {"illegal flow end", "this bracket closes nothing", "drop it, or put the text in quotes"},
    {"illegal block entry", "a '- ' where no list can begin", "begin the list on a line of its own"},
    {"illegal map key", "a key where none can stand", "check the indentation"},
    {"unknown token", "this cannot begin a value", "put the text in quotes"},
    {"the referenced anchor is not defined", "a YAML alias (*) is not read", "write the value out"},
    {"illegal tab when looking for indentation", "a tab as indentation", "indent with blanks"},
    {"bad character found while scanning hex number", "a faulty escape in this text",
     "use single quotes for text with a backslash"},
    {"invalid unicode: ", "an escape of no character", "use single quotes for text with a backslash"},
    {"unknown escape character: ", "an unknown escape", "write \\\\ for a backslash, or use single quotes"},
    {"unexpected character in block scalar", "this cannot follow the sign of a block of text",
     "begin the text on the next line"},
    {"bad file", "nested too deeply", "at most 32 levels are read"},
};

}  // namespace

YamlScan scan_yaml(std::string_view text) {
    return Scanner(text).scan();
}

YamlFault explain_yaml_fault(std::string_view text, std::size_t offset, std::string_view message) {
    auto at = std::min(offset, text.empty() ? 0 : text.size() - 1);
    if (message.starts_with("unknown escape") || message.starts_with("bad character") ||
        message.starts_with("invalid unicode"))
        at = std::min(text.substr(0, at + 1).find_last_of('\\'), at);
    for (const auto& [yaml_cpp, ours, hint] : explanations)
        if (message.starts_with(yaml_cpp)) return {at, 1, std::string(ours), std::string(hint)};
    return {at, 1, fmt::format("this is no YAML ({})", message), {}};
}

}  // namespace entente
