#include "write/escape.hpp"

#include "model/unicode.hpp"

#include <algorithm>
#include <utility>

namespace entente::write {

namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";

std::size_t encoded_length(std::string_view text, std::size_t offset) {
    std::size_t end = offset + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        ++end;
    return end - offset;
}

std::string replace_invalid(std::string_view text) {
    std::string valid;
    while (const auto offset = find_invalid_utf8(text)) {
        valid.append(text.substr(0, *offset)).append(replacement);
        text.remove_prefix(*offset + 1);
    }
    return valid.append(text);
}

std::string replace_forbidden(std::string text) {
    std::size_t from = 0;
    while (const auto found = find_forbidden_character(std::string_view(text).substr(from))) {
        const auto offset = from + *found;
        text.replace(offset, encoded_length(text, offset), replacement);
        from = offset + replacement.size();
    }
    return text;
}

/// In place of `wanted` everywhere.
std::string replace_all(std::string text, std::string_view wanted, std::string_view instead) {
    for (auto at = text.find(wanted); at != std::string::npos; at = text.find(wanted, at + instead.size()))
        text.replace(at, wanted.size(), instead);
    return text;
}

bool is_word(char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/// Whether the character at `offset` begins a list, heading, quote or rule where it begins a line.
bool begins_block(std::string_view text, std::size_t offset) {
    const char byte = text[offset];
    const char next = offset + 1 < text.size() ? text[offset + 1] : ' ';
    if (offset == 0 && (byte == '-' || byte == '+')) return next == ' ' || next == byte;
    if (offset == 0) return byte == '#' || byte == '=' || byte == ':' || byte == '%';
    if ((byte != '.' && byte != ')') || next != ' ') return false;
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset),
                       [](char digit) { return digit >= '0' && digit <= '9'; });
}

/// Whether a bare address would become a link here: `scheme://`, `www.`.
bool makes_link(std::string_view text, std::size_t offset) {
    if (text.substr(offset).starts_with("://")) return true;
    if (text[offset] != '.' || offset < 3) return false;
    const auto before = text.substr(offset - 3, 3);
    return std::all_of(before.begin(), before.end(), [](char byte) { return byte == 'w' || byte == 'W'; });
}

/// Whether a mail address would become a link here; no backslash hinders it.
bool makes_mail_link(std::string_view text, std::size_t offset) {
    return text[offset] == '@' && offset > 0 && offset + 1 < text.size() && is_word(text[offset + 1]);
}

}  // namespace

std::string escape_terminal(std::string_view text) {
    auto line = replace_forbidden(replace_invalid(text));
    std::replace_if(
        line.begin(), line.end(), [](char byte) { return byte == '\n' || byte == '\r' || byte == '\t'; }, ' ');
    return line;
}

std::string escape_html(std::string_view text) {
    std::string escaped;
    for (const char byte : replace_invalid(text)) {
        switch (byte) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            case '\'':
                escaped += "&#39;";
                break;
            default:
                escaped += byte;
        }
    }
    return escaped;
}

std::string escape_xml(std::string_view text) {
    auto escaped = escape_html(replace_forbidden(replace_invalid(text)));
    for (const std::string_view refused : {"\xef\xbf\xbe", "\xef\xbf\xbf"})
        escaped = replace_all(std::move(escaped), refused, replacement);
    for (const auto& [byte, reference] : {std::pair{"\n", "&#10;"}, {"\r", "&#13;"}, {"\t", "&#9;"}})
        escaped = replace_all(std::move(escaped), byte, reference);
    return escaped;
}

std::string escape_dot_label(std::string_view text) {
    auto escaped = replace_forbidden(replace_invalid(text));
    for (const auto& [byte, instead] :
         {std::pair{"&", "&amp;"}, {"\\", "\\\\"}, {"\"", "\\\""}, {"\r\n", "\\n"}, {"\n", "\\n"}, {"\r", "\\n"}})
        escaped = replace_all(std::move(escaped), byte, instead);
    return escaped;
}

std::string escape_markdown(std::string_view text) {
    constexpr std::string_view special = "\\`*_{}[]|~^$@";
    auto line = escape_terminal(text);
    line.erase(0, std::min(line.find_first_not_of(' '), line.size()));

    std::string escaped;
    for (std::size_t offset = 0; offset < line.size(); ++offset) {
        const char byte = line[offset];
        if (byte == '<' || byte == '>' || byte == '&') {
            escaped += escape_html({&byte, 1});
            continue;
        }
        if (makes_mail_link(line, offset)) escaped += "<!-- -->";
        const bool hide =
            special.find(byte) != std::string_view::npos || begins_block(line, offset) || makes_link(line, offset);
        if (hide) escaped += '\\';
        escaped += byte;
    }
    return escaped;
}

std::string escape_csv(std::string_view text) {
    constexpr std::string_view formula = "=+-@\t\r";
    auto cell = replace_invalid(text);
    const auto first = cell.find_first_not_of('\'');
    if (first != std::string::npos && formula.find(cell[first]) != std::string_view::npos) cell.insert(0, 1, '\'');
    if (cell.find_first_of(",\"\n\r") == std::string::npos) return cell;

    std::string quoted = "\"";
    for (const char byte : cell) {
        if (byte == '"') quoted += '"';
        quoted += byte;
    }
    return quoted += '"';
}

}  // namespace entente::write
