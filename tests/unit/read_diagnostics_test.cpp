#include "read_helpers.hpp"

#include <doctest/doctest.h>

using namespace entente;

namespace {

std::string shown(const std::string& text) {
    return format_diagnostics(read_model_text(text).diagnostics);
}

}  // namespace

TEST_CASE("a diagnostic shows the line, and a caret under the word at fault") {
    CHECK(shown(head + "ties:\n  - {between: [IND, PKA], layer: security, stance: cool}\n") ==
          "model.yaml:10:21: error: unknown vertex 'PKA'; did you mean 'PAK' (Pakistan)?\n"
          "  - {between: [IND, PKA], layer: security, stance: cool}\n"
          "                    ^~~\n"
          "1 error\n");
}

TEST_CASE("the caret allows for wide characters and tabs") {
    CHECK(
        shown("entente: 1\nas_of: 2016\ntitle: \"上海\"\t # x\nborders: [[上海\u200c合作, B]]\ncountries: {B: {}}\n") ==
        "model.yaml:4:12: error: unknown vertex '上海\u200c合作'; declare it under countries, groups, organisations, "
        "mechanisms or projects\n"
        "borders: [[上海\u200c合作, B]]\n"
        "           ^~~~~~~~\n"
        "1 error\n");
}

TEST_CASE("a long line is shortened about the fault") {
    const std::string padding(300, 'x');
    const auto result = read_model_text("entente: 1\nas_of: 2016\ngroups: {A: {note: " + padding +
                                        ", nam: y, capital: " + padding + "}}\n");
    REQUIRE(result.diagnostics.size() == 1);
    const auto& diagnostic = result.diagnostics[0];
    CHECK(diagnostic.column == 322);
    CHECK(diagnostic.source_line.size() < 120);
    CHECK(diagnostic.source_line.substr(diagnostic.caret + std::string("…").size() - 1, diagnostic.length) == "nam");
}

TEST_CASE("no control character reaches the terminal") {
    CHECK(shown("entente: 1\nas_of: 2016\ntitle: a\u202eb\n").find("\u202e") == std::string::npos);
    CHECK(shown("entente: 1\nas_of: 2016\n\"x\\e[31m\": 1\n").find('\033') == std::string::npos);
}

TEST_CASE("errors and warnings are counted at the end") {
    CHECK(format_diagnostics({}).empty());
    Diagnostic error;
    error.file = "a.yaml";
    error.message = "there is no such file";
    Diagnostic warning = error;
    warning.severity = Severity::warning;
    CHECK(
        format_diagnostics({error, warning, error}) ==
        "a.yaml: error: there is no such file\na.yaml: warning: there is no such file\na.yaml: error: there is no such "
        "file\n2 errors, 1 warning\n");
    CHECK(format_diagnostics({error}, Colour::on).find("\033[1;31merror") != std::string::npos);
}
