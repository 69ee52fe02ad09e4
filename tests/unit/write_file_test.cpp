#include "temporary_folder.hpp"
#include <entente/write.hpp>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace entente;
namespace fs = std::filesystem;

namespace {

std::string failure(const fs::path& path) {
    try {
        write_file(path, "bytes");
    } catch (const WriteError& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("a file is written byte for byte and nothing is left beside it") {
    const TemporaryFolder folder;
    const std::string bytes("a\0b\r\n\xff", 6);
    write_file(folder / "x", bytes);
    CHECK(content(folder / "x") == bytes);
    CHECK(folder.entries() == 1);
}

TEST_CASE("an existing file is replaced as a whole and keeps its permissions") {
    const TemporaryFolder folder;
    write_file(folder / "x", "long before");
    REQUIRE(::chmod((folder / "x").c_str(), 0640) == 0);
    write_file(folder / "x", "now");
    CHECK(content(folder / "x") == "now");
    CHECK((fs::status(folder / "x").permissions() & fs::perms::mask) == static_cast<fs::perms>(0640));
}

TEST_CASE("a link is written through to its target, existing or not") {
    const TemporaryFolder folder;
    write_file(folder / "target", "before");
    fs::create_symlink("target", folder / "link");
    write_file(folder / "link", "after");
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(content(folder / "target") == "after");

    fs::create_symlink("new", folder / "dangling");
    write_file(folder / "dangling", "made");
    CHECK(fs::is_symlink(folder / "dangling"));
    CHECK(content(folder / "new") == "made");
}

TEST_CASE("a link to itself is refused") {
    const TemporaryFolder folder;
    fs::create_symlink("loop", folder / "loop");
    CHECK(failure(folder / "loop").find("too many symbolic links") != std::string::npos);
}

TEST_CASE("what cannot be written is named with the reason and leaves what was there") {
    const TemporaryFolder folder;
    CHECK(failure(folder / "none/x").find("none/x: cannot be written: its folder does not exist") != std::string::npos);
    fs::create_directory(folder / "sub");
    CHECK(failure(folder / "sub").find("it is a folder") != std::string::npos);
    CHECK(failure(folder / "sub/").find("it names no file") != std::string::npos);
    CHECK(folder.entries() == 1);
}

TEST_CASE("a device takes the bytes directly and says when it is full") {
    CHECK(failure("/dev/full").find("/dev/full: cannot be written") != std::string::npos);
    CHECK(failure("/dev/null").empty());
    CHECK(fs::is_character_file("/dev/full"));
}

TEST_CASE("a write that fails half way leaves the file that was there and nothing else") {
    const TemporaryFolder folder;
    write_file(folder / "x", "before");
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{4096, before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    CHECK_THROWS_AS(write_file(folder / "x", std::string(10000, 'x')), WriteError);
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK(content(folder / "x") == "before");
    CHECK(folder.entries() == 1);
}
