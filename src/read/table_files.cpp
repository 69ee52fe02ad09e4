#include "read/table_files.hpp"

#include "read/input_file.hpp"
#include "read/values.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

namespace entente {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> entry_keys{"file", "columns", "with"};

std::vector<std::string_view> known_sections() {
    std::vector<std::string_view> known;
    for (const auto& form : table_forms())
        known.push_back(form.section);
    return known;
}

constexpr std::string_view replacement_character = "\ufffd";

/// Where one of U+0080 to U+009F stands next; each has two bytes. Nobody writes them on purpose, but public data files
/// hold letters that were once misread as such.
std::size_t find_stray_control(std::string_view text, std::size_t start) {
    for (auto at = text.find('\xc2', start); at != text.npos && at + 1 < text.size(); at = text.find('\xc2', at + 1)) {
        const auto second = static_cast<unsigned char>(text[at + 1]);
        if (second >= 0x80 && second < 0xa0) return at;
    }
    return text.npos;
}

struct Mended {
    std::string text;
    std::size_t strays = 0;
};

Mended with_strays_replaced(std::string_view text) {
    Mended mended;
    std::size_t copied = 0;
    for (auto at = find_stray_control(text, 0); at != text.npos; at = find_stray_control(text, copied)) {
        mended.text.append(text.substr(copied, at - copied)).append(replacement_character);
        copied = at + 2;
        ++mended.strays;
    }
    mended.text.append(text.substr(copied));
    return mended;
}

}  // namespace

bool lies_inside(const fs::path& file, const fs::path& folder) {
    const auto [end, _] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
    return end == folder.end();
}

TableFiles::TableFiles(fs::path model_folder, const std::vector<std::string>& data, Diagnostics& diagnostics,
                       Documents& documents)
    : model_folder_(std::move(model_folder)),
      data_(data.begin(), data.end()),
      diagnostics_(diagnostics),
      documents_(documents) {}

void TableFiles::read(const Node& tables, const fs::path& folder) {
    if (tables.type == Node::Type::refused) return;
    if (!tables.is_map()) return diagnostics_.error(tables.span, "tables is no map", "write { ties: FILE, … }");
    for (const auto& [key, value] : entries(tables)) {
        const auto* const form = find_table_form(key.text);
        if (form == nullptr) {
            const auto known = known_sections();
            diagnostics_.error(key.span, fmt::format("there are no tables of {}", in_quotes(key.text)),
                               suggestion(key.text, known, fmt::format("there are {}", fmt::join(known, ", "))));
            documents_.all_read = false;
        } else if (value.is_sequence()) {
            for (const auto& entry : value.children)
                read_entry(*form, entry, folder);
        } else {
            read_entry(*form, value, folder);
        }
    }
}

void TableFiles::read_entry(const TableForm& form, const Node& entry, const fs::path& folder) {
    const auto* path = &entry;
    if (entry.is_map()) {
        for (const auto& [key, value] : entries(entry))
            if (std::find(entry_keys.begin(), entry_keys.end(), key.text) == entry_keys.end())
                diagnostics_.error(
                    key.span, fmt::format("unknown key {} of a table", in_quotes(key.text)),
                    suggestion(key.text, entry_keys, fmt::format("known are {}", fmt::join(entry_keys, ", "))));
        path = find_key(entry, "file");
        if (path == nullptr) diagnostics_.error(entry.span, "a table without the key 'file'", "add file: …");
    }
    const auto* const source = path == nullptr ? nullptr : source_of(*path, folder);
    if (source != nullptr)
        documents_.tables.push_back({&form, source, &entry});
    else if (form.of_vertices)
        documents_.all_read = false;
}

const SourceText* TableFiles::source_of(const Node& path, const fs::path& folder) {
    if (path.type == Node::Type::refused) return nullptr;
    if (!path.is_scalar() || path.text.empty()) {
        diagnostics_.error(path.span, "this is no path", "name a file");
        return nullptr;
    }
    std::vector<fs::path> folders;
    if (!model_folder_.empty()) folders.push_back(folder);
    folders.insert(folders.end(), data_.begin(), data_.end());
    for (const auto& place : folders) {
        const auto file = (place / path.text).lexically_normal();
        std::error_code failure;
        if (!fs::exists(file, failure)) continue;
        const auto real = fs::canonical(file, failure);
        if (!failure) return load(path, file.string(), real);
    }
    diagnostics_.error(path.span, fmt::format("there is no table {}", in_quotes(path.text)),
                       data_.empty() ? "a table lies beside the file that names it, or in a folder given with --data"
                                     : "it lies neither beside the file that names it nor in the folders of --data");
    return nullptr;
}

const SourceText* TableFiles::load(const Node& path, const std::string& name, const fs::path& real) {
    if (!is_allowed(real)) {
        diagnostics_.error(path.span, fmt::format("{} lies outside the model's folder", in_quotes(path.text)),
                           "a table lies there or in a folder given with --data, links resolved");
        return nullptr;
    }
    if (const auto found = loaded_.find(real); found != loaded_.end()) return found->second;
    if (documents_.list.size() == most_files) {
        diagnostics_.error(path.span, fmt::format("more than {} files", most_files), "join some of them");
        return nullptr;
    }
    auto content = read_regular_file(real, largest_table);
    if (!content.fault.empty()) {
        diagnostics_.error(path.span, fmt::format("cannot read {}: {}", in_quotes(path.text), content.fault),
                           content.hint);
        return nullptr;
    }
    const auto& source = add(name, std::move(content.bytes));
    diagnostics_.shorten(source);
    return loaded_[real] = check_characters(source, diagnostics_, "save it as CSV UTF-8") ? &source : nullptr;
}

const SourceText& TableFiles::add(const std::string& name, std::string bytes) {
    if (find_stray_control(bytes, 0) == bytes.npos) return *documents_.add(name, std::move(bytes)).source;
    auto [text, strays] = with_strays_replaced(bytes);
    auto digest = std::async(std::launch::async, [bytes = std::move(bytes)] { return sha256_of(bytes); });
    const auto& source = *documents_.add(name, std::move(text), std::move(digest)).source;
    diagnostics_.warning(
        {&source, source.text().find(replacement_character), 1},
        fmt::format("{} control character{}, read as {}", strays, strays == 1 ? "" : "s", replacement_character),
        "the file was saved in another encoding and misread since; take its text anew");
    return source;
}

bool TableFiles::is_allowed(const fs::path& real) const {
    if (!model_folder_.empty() && lies_inside(real, model_folder_)) return true;
    return std::any_of(data_.begin(), data_.end(), [&](const fs::path& folder) {
        std::error_code failure;
        const auto resolved = fs::canonical(folder, failure);
        return !failure && lies_inside(real, resolved);
    });
}

}  // namespace entente
