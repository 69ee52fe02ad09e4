#include "read/input_file.hpp"

#include "model/unicode.hpp"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sha2.h>
#include <sys/stat.h>
#include <unistd.h>

namespace entente {

namespace {

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ > STDERR_FILENO) ::close(number_);
    }
    int number() const { return number_; }

  private:
    int number_;
};

FileBytes fault_of(std::string message, std::string hint = {}) {
    return {{}, std::move(message), std::move(hint)};
}

FileBytes system_fault(int code) {
    if (code == ENOENT || code == ENOTDIR) return fault_of("there is no such file");
    if (code == EACCES || code == EPERM) return fault_of("the file may not be read", "change its permissions");
    return fault_of(fmt::format("the file cannot be read: {}", std::strerror(code)));
}

FileBytes read_all(int descriptor, std::size_t limit) {
    FileBytes file;
    char buffer[64 * 1024];
    while (file.bytes.size() <= limit) {
        const auto count = ::read(descriptor, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return system_fault(errno);
        if (count == 0) return file;
        file.bytes.append(buffer, static_cast<std::size_t>(count));
    }
    file.fault = fmt::format("the file is larger than {} MB", limit / (1024 * 1024));
    file.hint = limit == largest_table ? "split it into several tables" : "split it with include";
    return file;
}

}  // namespace

FileBytes read_regular_file(const std::filesystem::path& path, std::size_t limit) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return system_fault(errno);
    if (!S_ISREG(status.st_mode)) return fault_of("this is no regular file", "name a file");
    const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (descriptor.number() < 0) return system_fault(errno);
    if (::fstat(descriptor.number(), &status) != 0) return system_fault(errno);
    if (!S_ISREG(status.st_mode)) return fault_of("this is no regular file", "name a file");
    return read_all(descriptor.number(), limit);
}

FileBytes read_standard_input(std::size_t limit) {
    return read_all(STDIN_FILENO, limit);
}

namespace {

bool is_utf16(std::string_view text) {
    return text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff");
}

/// yaml-cpp takes some of these for the end of the text.
bool ends_a_text(char character) {
    return static_cast<unsigned char>(character) < 0x20;
}

}  // namespace

bool check_characters(const SourceText& source, Diagnostics& diagnostics, std::string_view remedy) {
    const auto text = source.text();
    if (is_utf16(text)) {
        diagnostics.error({&source, 0, 2}, "the file is UTF-16", std::string(remedy));
        return false;
    }
    if (const auto nul = text.find('\0'); nul != text.npos) {
        diagnostics.error({&source, nul, 1}, "a NUL byte", fmt::format("the file is no plain text; {}", remedy));
        return false;
    }
    if (const auto invalid = find_invalid_utf8(text)) {
        diagnostics.error({&source, *invalid, 1}, "a byte that is no UTF-8", std::string(remedy));
        return false;
    }
    bool readable = true;
    for (std::size_t start = 0; readable;) {
        const auto found = find_forbidden_character(text.substr(start));
        if (!found) break;
        const auto at = start + *found;
        readable = !ends_a_text(text[at]);
        diagnostics.error({&source, at, 1},
                          readable ? "a bidirectional-override or control character" : "a control character",
                          "leave it out");
        start = at + 1;
        while (start < text.size() && (static_cast<unsigned char>(text[start]) & 0xc0) == 0x80)
            ++start;
    }
    return readable;
}

std::string sha256_of(std::string_view bytes) {
    char digest[SHA256_DIGEST_STRING_LENGTH];
    ::SHA256Data(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size(), digest);
    return digest;
}

}  // namespace entente
