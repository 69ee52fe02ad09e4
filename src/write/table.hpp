/// A table of a result, defined once and set three ways: aligned text, Markdown, CSV.
#pragma once

#include <entente/write.hpp>

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace entente::write {

enum class Align { left, right };
/// Tables for reading show names, words and two digits; tables for machines ids and every digit.
enum class Reader { both, person, machine };
/// Colour on a terminal; nothing elsewhere.
enum class Tone { plain, cooperation, tension, strong, quiet };

/// A list is ", " joined for a person and ";" joined for a machine.
using Value = std::variant<std::monostate, std::string, double, std::uint64_t, bool, std::vector<std::string>>;
struct Cell {
    Value value;
    Tone tone = Tone::plain;
    std::string shown{};  ///< what a person reads where that is not the plain value

    Cell() = default;
    template <typename T>
    requires std::constructible_from<Value, T> Cell(T made, Tone with_tone = Tone::plain)
        : value(std::move(made)), tone(with_tone) {}
    Cell(std::string_view text, Tone with_tone = Tone::plain) : value(std::string(text)), tone(with_tone) {}
};

struct Column {
    std::string title;  ///< for a person
    std::string key;    ///< for a machine: the name that the JSON gives it
    Align align = Align::left;
    Reader reader = Reader::both;
    bool wraps = false;  ///< may be wrapped where the table is too wide
    bool spare = false;  ///< may be left out of a text table that is too wide
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;  ///< each as long as `columns`
};

/// A number with what a person reads of it, as "0.58 rivals".
Cell worded(double value, std::string shown, Tone tone = Tone::plain);

/// A cell as a person reads it, unescaped: 0.84; yes or nothing; empty where there is no value.
std::string text_of(const Cell& cell);

/// Aligned columns under a header and a rule, `indent` blanks before each line. A table wider than the style wraps its
/// widest columns, then leaves out what is spare, from the right, then shortens. Columns that hold nothing are left
/// out. Ends with a newline.
std::string to_text(const Table& table, const TextStyle& style, std::size_t indent = 0);
/// A pipe table, all cells escaped. Ends with a newline.
std::string to_markdown(const Table& table);
std::string to_csv(const Table& table);

/// `text` between ANSI colour marks where the style has colour.
std::string coloured(std::string_view text, Tone tone, const TextStyle& style);
/// Lines of at most `width` cells, broken between words and after dashes and slashes, a longer word within.
std::vector<std::string> wrap(std::string_view text, std::size_t width);
/// At most `width` cells, the last a … where something was cut.
std::string shorten(std::string_view text, std::size_t width);

}  // namespace entente::write
