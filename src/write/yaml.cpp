#include "write/yaml.hpp"

#include "write/sheet.hpp"

#include <algorithm>

namespace entente::write {

namespace {

constexpr std::string_view inner = " _-.()/";
constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

bool is_plain(std::string_view text) {
    if (text.empty() || letters.find(text.front()) == std::string_view::npos || text.back() == ' ') return false;
    const bool harmless = std::all_of(text.begin(), text.end(), [](char byte) {
        return letters.find(byte) != std::string_view::npos || inner.find(byte) != std::string_view::npos;
    });
    return harmless && text != "null" && text != "Null" && text != "NULL";
}

}  // namespace

std::string yaml_text(std::string_view text) {
    if (is_plain(text)) return std::string(text);
    std::string quoted = "\"";
    for (const char byte : text) {
        switch (byte) {
            case '"':
            case '\\':
                quoted += '\\';
                quoted += byte;
                break;
            case '\n':
                quoted += "\\n";
                break;
            case '\r':
                quoted += "\\r";
                break;
            case '\t':
                quoted += "\\t";
                break;
            default:
                quoted += byte;
        }
    }
    return quoted += '"';
}

std::string yaml_list(std::span<const std::string> items) {
    std::string list = "[";
    for (const auto& item : items)
        list += (list.size() > 1 ? ", " : "") + item;
    return list += ']';
}

YamlMap& YamlMap::add(std::string_view key, std::string_view value) {
    if (!inside_.empty()) inside_ += ", ";
    inside_.append(yaml_text(key)).append(": ").append(value);
    return *this;
}

YamlMap& YamlMap::text(std::string_view key, std::string_view text) {
    return text.empty() ? *this : add(key, yaml_text(text));
}

YamlMap& YamlMap::texts(std::string_view key, std::span<const std::string> texts) {
    if (texts.empty()) return *this;
    std::vector<std::string> items;
    std::transform(texts.begin(), texts.end(), std::back_inserter(items),
                   [](const std::string& text) { return yaml_text(text); });
    return add(key, yaml_list(items));
}

YamlMap& YamlMap::number(std::string_view key, double number) {
    return add(key, plain_decimal(number));
}

YamlMap& YamlMap::period(const Period& period) {
    if (period.from) add("from", period.from->text());
    if (period.to) add("to", period.to->text());
    return *this;
}

YamlMap& YamlMap::evidence(const Model& model, std::span<const Evidence> evidence) {
    if (evidence.empty()) return *this;
    std::vector<std::string> items;
    for (const auto& one : evidence) {
        YamlMap item;
        item.text("source", model.sources[one.source].id).text("at", one.at).text("note", one.note);
        if (one.disputes) item.add("disputes", "true");
        items.push_back(item.str());
    }
    return add("evidence", yaml_list(items));
}

YamlMap& YamlMap::record(const Model& model, const Record& record) {
    return period(record.period).evidence(model, record.evidence).text("note", record.note);
}

}  // namespace entente::write
