#include "temporary_folder.hpp"
#include <entente/write.hpp>

#include <doctest/doctest.h>

using namespace entente;
namespace fs = std::filesystem;

namespace {

const std::vector<NamedFile> two_files{{"model.yaml", "entente: 1\n"}, {"ties.csv", "a,b\nX,Y\n"}};

std::string failure(const fs::path& path) {
    try {
        write_folder(path, {{"model.yaml", "new\n"}});
    } catch (const WriteError& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("a folder holds its files, and its model begins with a signature") {
    const TemporaryFolder folder;
    write_folder(folder / "f.csv", two_files);
    CHECK(content(folder / "f.csv" / "ties.csv") == "a,b\nX,Y\n");
    const auto model = content(folder / "f.csv" / "model.yaml");
    CHECK(model.starts_with("# Written by `entente convert`"));
    CHECK(model.ends_with("\nentente: 1\n"));
    CHECK(folder.entries() == 1);
}

TEST_CASE("a folder is replaced only while it is as it was written") {
    const TemporaryFolder folder;
    const auto path = folder / "f.csv";
    write_folder(path, two_files);
    write_folder(path, two_files);
    write_file(path / "ties.csv", "a,b\nX,Z\n");
    CHECK(failure(path).find("changed since") != std::string::npos);
    CHECK(content(path / "ties.csv") == "a,b\nX,Z\n");
    write_file(path / "ties.csv", "a,b\nX,Y\n");
    CHECK(failure(path).empty());
    CHECK_FALSE(fs::exists(path / "ties.csv"));
    CHECK(folder.entries() == 1);
}

TEST_CASE("the names of a folder's files count as its content") {
    const TemporaryFolder folder;
    const auto path = folder / "f.csv";
    write_folder(path, two_files);
    fs::rename(path / "ties.csv", path / "tie.csv");
    CHECK_FALSE(failure(path).empty());
}

TEST_CASE("an empty folder is filled, and a file in the way stays") {
    const TemporaryFolder folder;
    fs::create_directory(folder / "empty.csv");
    write_folder(folder / "empty.csv", two_files);
    CHECK(fs::exists(folder / "empty.csv" / "ties.csv"));
    write_file(folder / "file.csv", "mine");
    CHECK(failure(folder / "file.csv").find("it is a file") != std::string::npos);
    CHECK(content(folder / "file.csv") == "mine");
}

TEST_CASE("a folder that cannot be written leaves nothing") {
    const TemporaryFolder folder;
    CHECK(failure(folder / "missing" / "f.csv").find("does not exist") != std::string::npos);
    CHECK_THROWS_AS(write_folder(folder / "f.csv", {{"no/such/name", "x"}}), WriteError);
    CHECK(folder.entries() == 0);
}
