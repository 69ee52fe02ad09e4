#include "write/folder_of.hpp"
#include "write/unfinished.hpp"
#include <entente/write.hpp>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace entente {

namespace {

namespace fs = std::filesystem;
using write::folder_of;

constexpr std::string_view signed_file = "model.yaml";
constexpr std::string_view signature_start =
    "# Written by `entente convert`, which writes over it only while unchanged: ";

[[noreturn]] void fail(const fs::path& path, std::string_view reason) {
    throw WriteError(fmt::format("{}: cannot be written: {}", path.string(), reason));
}

/// FNV-1a: it shows what was changed by hand, and keeps nobody out.
std::uint64_t hash(std::string_view text, std::uint64_t before = 0xcbf29ce484222325) {
    for (const char byte : text) {
        before ^= static_cast<unsigned char>(byte);
        before *= 0x100000001b3;
    }
    return before;
}

/// Of names and contents, the signature apart.
std::string signature_of(std::vector<NamedFile> files) {
    std::sort(files.begin(), files.end(),
              [](const NamedFile& left, const NamedFile& right) { return left.name < right.name; });
    std::uint64_t sum = hash({});
    for (const auto& file : files)
        sum = hash(file.bytes, hash(fmt::format("{}\n{}\n", file.name, file.bytes.size()), sum));
    return fmt::format("{}{:016x}\n", signature_start, sum);
}

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Nothing where something in it is no plain file, or the signed one is not there.
std::optional<std::vector<NamedFile>> files_in(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_regular_file(fs::symlink_status(folder / signed_file, error))) return std::nullopt;
    if (!content(folder / signed_file).starts_with(signature_start)) return std::nullopt;
    std::vector<NamedFile> files;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (!entry.is_regular_file(error) || entry.is_symlink(error)) return std::nullopt;
        files.push_back({entry.path().filename().string(), content(entry.path())});
    }
    return files;
}

/// Whether the folder holds what was written here, and nothing else.
bool is_ours(const fs::path& folder) {
    auto files = files_in(folder);
    if (!files) return false;
    const auto main = std::find_if(files->begin(), files->end(), [](auto& file) { return file.name == signed_file; });
    if (main == files->end()) return false;
    const auto line = main->bytes.substr(0, main->bytes.find('\n') + 1);
    main->bytes.erase(0, line.size());
    return line == signature_of(std::move(*files));
}

std::vector<std::string> names_of(const std::vector<NamedFile>& files) {
    std::vector<std::string> names;
    for (const auto& file : files)
        names.push_back(file.name);
    return names;
}

/// The old one is moved aside, and back where the new one does not come in its place.
void put_in_place(const fs::path& made, const fs::path& target) {
    if (!fs::exists(target) || fs::is_empty(target)) return fs::rename(made, target);
    const auto aside = fs::path(made.string() + "-old");
    const write::SignalsHeld held;
    fs::rename(target, aside);
    std::error_code error;
    fs::rename(made, target, error);
    if (error) {
        fs::rename(aside, target);
        throw fs::filesystem_error("rename", made, target, error);
    }
    fs::remove_all(aside, error);
}

/// What a failure says after the name of a file, which nobody asked for.
std::string reason_of(const WriteError& failure) {
    const std::string said = failure.what();
    constexpr std::string_view mark = ": ";
    return said.substr(said.rfind(mark) + mark.size());
}

/// Without a last slash, and where links lead.
fs::path target_of(const fs::path& path) {
    const auto plain = path.has_filename() ? path : path.parent_path();
    std::error_code error;
    if (!fs::exists(plain, error)) return plain;
    return fs::canonical(plain, error);
}

}  // namespace

void write_folder(const fs::path& path, const std::vector<NamedFile>& files) {
    const auto target = target_of(path);
    if (!target.has_filename()) fail(path, "it names no folder");
    std::error_code error;
    const bool exists = fs::exists(fs::symlink_status(target, error));
    if (exists && !fs::is_directory(target, error))
        fail(path, "it is a file, and the tables go into a folder; remove it, or name another");
    if (exists && !fs::is_empty(target, error) && !is_ours(target))
        fail(path,
             "the folder holds what convert did not write, or what was changed since; name another, or remove it");

    if (!fs::is_directory(folder_of(target), error)) fail(path, "its folder does not exist");

    try {
        const write::UnfinishedFolder made(folder_of(target), names_of(files));
        for (const auto& file : files)
            write_file(made.path() / file.name,
                       file.name == signed_file ? signature_of(files) + file.bytes : file.bytes);
        put_in_place(made.path(), target);
    } catch (const WriteError& failure) {
        fail(path, reason_of(failure));
    } catch (const fs::filesystem_error& failure) {
        fail(path, failure.code().message());
    }
}

}  // namespace entente
