#include "read_folder.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

using namespace entente;
namespace fs = std::filesystem;

TEST_CASE("sections add up over the files of a model, and a folder stands for its model.yaml") {
    Folder folder;
    folder.write("model.yaml", head + "include: [parts/ties.yaml, more.yaml]\n")
        .write("parts/ties.yaml",
               "ties: [{between: [AFG, TLB], layer: security, stance: war}]\ninclude: [../deep.yaml]\n")
        .write("more.yaml", "groups: {TLB: {name: Taliban}}\n")
        .write("deep.yaml", "entente: 1\nborders: [[AFG, IND]]\n");
    const auto result = folder.read("");
    INFO(format_diagnostics(result.diagnostics));
    REQUIRE(result.ok());
    CHECK(result.model.ties.size() == 1);
    CHECK(result.model.borders.size() == 3);
    REQUIRE(result.files.size() == 4);
    CHECK(fs::path(result.files[1].path).filename() == "ties.yaml");
    CHECK(fs::path(result.files[2].path).filename() == "more.yaml");
    CHECK(result.files[3].sha256 == "0e3819b90cdceb19e07cfd555198079cc3ed2e1e7ba1306aa3a1f8494abda8aa");
}

TEST_CASE("a fault in an included file has its place there") {
    Folder folder;
    folder.write("model.yaml", head + "include: [parts/x.yaml]\n").write("parts/x.yaml", "borders:\n  - [AFG, PKA]\n");
    CHECK(folder.only_error() == Contains("parts/x.yaml:2:11 unknown vertex 'PKA'"));
}

TEST_CASE("a duplicate in an included file names the first in the other") {
    Folder folder;
    folder.write("model.yaml", head + "include: [x.yaml]\n").write("x.yaml", "title: Other\n");
    CHECK(folder.only_error() == Contains("x.yaml:1:1 duplicate key 'title'"));
    folder.write("x.yaml", "groups: {AFG: {}}\n");
    CHECK(folder.only_error() == Contains("model.yaml:6:13 already"));
}

TEST_CASE("an include stays within the model's folder, links resolved") {
    Folder outside;
    outside.write("x.yaml", "groups: {G: {}}\n");
    Folder folder;
    fs::create_symlink(outside / "x.yaml", folder / "link.yaml");
    for (const std::string path : {"../x.yaml", "/etc/hostname", "link.yaml", "a/../../x.yaml"}) {
        folder.write("model.yaml", head + "include: [" + path + "]\n");
        CHECK(folder.only_error() == Contains("model.yaml:9:11 "));
        CHECK(folder.only_error() == Contains("outside the model's folder"));
    }
}

TEST_CASE("a pipe, a folder and a file that is not there are refused, not opened") {
    Folder folder;
    REQUIRE(::mkfifo((folder / "pipe.yaml").c_str(), 0600) == 0);
    fs::create_directory(folder / "sub");
    for (const std::string path : {"pipe.yaml", "sub", "none.yaml"}) {
        folder.write("model.yaml", head + "include: [" + path + "]\n");
        CHECK(folder.only_error() == Contains("model.yaml:9:11 cannot include '" + path + "'"));
    }
    CHECK(read_model((folder / "pipe.yaml").string()).errors() == 1);
}

TEST_CASE("a circle of includes and a file included twice are errors") {
    Folder folder;
    folder.write("model.yaml", head + "include: [a.yaml]\n").write("a.yaml", "include: [model.yaml]\n");
    CHECK(folder.only_error() == Contains("a.yaml:1:11 including 'model.yaml' closes a circle"));
    folder.write("model.yaml", head + "include: [a.yaml, ./a.yaml]\n").write("a.yaml", "groups: {G: {}}\n");
    CHECK(folder.only_error() == Contains("model.yaml:9:19 './a.yaml' is included twice"));
}

TEST_CASE("where a file cannot be read, what it may hold is not called unknown") {
    Folder folder;
    folder.write("model.yaml", head + "include: [x.yaml]\nties: [{between: [AFG, TLB], layer: water, stance: cool}]\n")
        .write("x.yaml", "groups: {TLB: {name: \"Taliban}}\nlayers: {water: {}}\n");
    CHECK(folder.only_error() == Contains("x.yaml:1:22 this quote is not closed"));
}
