#include "write/folder_of.hpp"
#include "write/unfinished.hpp"
#include <entente/write.hpp>

#include <cerrno>
#include <optional>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace entente {

namespace {

namespace fs = std::filesystem;
using write::folder_of;

[[noreturn]] void fail(const fs::path& path, std::string_view reason) {
    throw WriteError(path.string() + ": cannot be written: " + std::string(reason));
}

[[noreturn]] void fail_with_errno(const fs::path& path) {
    fail(path, std::generic_category().message(errno));
}

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }
    bool open() const { return number_ >= 0; }

  private:
    int number_;
};

void write_all(int descriptor, std::string_view bytes, const fs::path& path) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail_with_errno(path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::optional<struct stat> status_of(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return std::nullopt;
    return status;
}

/// Where a chain of links ends, which need not exist; the path itself where it is no link.
fs::path link_target(fs::path path, const fs::path& named) {
    constexpr int most_links = 40;
    for (int links = 0; links < most_links; ++links) {
        std::error_code error;
        if (!fs::is_symlink(fs::symlink_status(path, error))) return path;
        const auto target = fs::read_symlink(path, error);
        if (error) fail(named, error.message());
        path = folder_of(path) / target;
    }
    fail(named, "too many symbolic links");
}

/// Whether the path names an open descriptor of a process, as /dev/stdout does: what lies behind cannot be replaced.
bool names_descriptor(const fs::path& path) {
    std::error_code error;
    const auto folder = fs::canonical(folder_of(path), error);
    if (!error && folder.string().starts_with("/proc/")) return true;
    if (!fs::is_symlink(fs::symlink_status(path, error))) return false;
    const auto target = fs::read_symlink(path, error);
    return !error && target.string().starts_with("/proc/");
}

/// A pipe or device takes the bytes as they come.
void write_through(const fs::path& path, std::string_view bytes) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (!file.open()) fail_with_errno(path);
    write_all(file.number(), bytes, path);
}

/// A name that nobody else has, in the folder.
fs::path new_name(const fs::path& folder, unsigned attempt) {
    return folder / (".entente-" + std::to_string(::getpid()) + "-" + std::to_string(attempt));
}

/// Opens a file that was not there; nothing where the name is taken.
std::optional<int> open_new(const fs::path& path, const fs::path& named) {
    const int number = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (number >= 0) return number;
    if (errno == EEXIST) return std::nullopt;
    if (errno == ENOENT) fail(named, "its folder does not exist");
    fail_with_errno(named);
}

/// So that the new name outlives a power cut; a file system that cannot do it has the file all the same.
void sync_folder(const fs::path& folder) {
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.open()) ::fsync(opened.number());
}

void replace(const fs::path& target, std::string_view bytes, const std::optional<struct stat>& existing,
             const fs::path& named) {
    const auto folder = folder_of(target);
    for (unsigned attempt = 0;; ++attempt) {
        write::Unfinished temporary(new_name(folder, attempt));
        const auto number = open_new(temporary.path(), named);
        if (!number) {
            temporary.keep();
            continue;
        }
        const Descriptor file(*number);
        if (existing && ::fchmod(*number, existing->st_mode & 07777) != 0) fail_with_errno(named);
        write_all(*number, bytes, named);
        if (::fsync(*number) != 0) fail_with_errno(named);
        if (::rename(temporary.path().c_str(), target.c_str()) != 0) fail_with_errno(named);
        temporary.keep();
        return sync_folder(folder);
    }
}

}  // namespace

void write_file(const fs::path& path, std::string_view bytes) {
    if (!path.has_filename()) fail(path, "it names no file");
    const auto status = status_of(path);
    if (status && S_ISDIR(status->st_mode)) fail(path, "it is a folder");
    if (status && (!S_ISREG(status->st_mode) || names_descriptor(path))) return write_through(path, bytes);
    if (status && ::access(path.c_str(), W_OK) != 0) fail_with_errno(path);
    replace(link_target(path, path), bytes, status, path);
}

}  // namespace entente
