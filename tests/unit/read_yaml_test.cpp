#include "read_helpers.hpp"

#include <doctest/doctest.h>

using namespace entente;

namespace {

std::string repeated(const std::string& piece, std::size_t times) {
    std::string text;
    for (std::size_t time = 0; time < times; ++time)
        text += piece;
    return text;
}

}  // namespace

TEST_CASE("an unclosed quote is an error where it opens, wherever it ends up") {
    const std::string rest = "as_of: 2016\ncountries: {A: {name: \"x\"}}\n";
    CHECK(error_of("entente: 1\ntitle: \"Heart of Asia\nas_of: 2016\n") == Contains("2:8 this quote is not closed"));
    CHECK(error_of("entente: 1\ntitle: 'Heart of Asia\nas_of: 2016\n") == Contains("2:8 this quote is not closed"));
    CHECK(error_of("entente: 1\ntitle: \"Heart of Asia\n" + rest) == Contains("2:8 this quote is not closed"));
    CHECK(error_of("entente: 1\nas_of: 2016\ncountries: {A: {aliases: [\"x, y], name: \"z\"}}\n") ==
          Contains("3:27 this quote is not closed"));
    CHECK(error_of("entente: 1\nas_of: 2016\ntitle: 'Asia's heart'\n") == Contains("3:14 text after a closing quote"));
}

TEST_CASE("quoted text may go on in deeper lines") {
    CHECK(sound_model("entente: 1\nas_of: 2016\ntitle: \"Heart\n  of: 'Asia'\"\n").title == "Heart of: 'Asia'");
}

TEST_CASE("a bracket left open is told where it opens") {
    CHECK(error_of("ties: [{between: [IND, PAK") == Contains("1:18 this '[' is not closed"));
    CHECK(error_of("ties: [{between: [IND, PAK}]\n") == Contains("1:18 this '[' meets a '}'"));
    CHECK(errors_of("[:").size() == 1);
    CHECK(errors_of("{# k\ny{:").size() == 1);
}

TEST_CASE("a forgotten colon is told on its own line") {
    const std::string start = "entente: 1\nas_of: 2016\n";
    CHECK(error_of(start + "countries:\n  AFG {name: A}\n  PAK: {}\n") ==
          Contains("4:3 a colon is missing after 'AFG'"));
    CHECK(error_of(start + "countries:\n  AFG\n    name: A\n  PAK: {}\n") == Contains("4:3 a colon is missing"));
    CHECK(error_of(start + "countries\n  PAK: {}\n") == Contains("3:1 a colon is missing"));
    CHECK(error_of(start + "title:Case\nmarking: x\n") == Contains("3:6 a blank is missing after this colon"));
}

TEST_CASE("a tab as indentation is told as one") {
    CHECK(error_of("entente: 1\ncountries:\n\tAFG: {}\n") == Contains("3:1 a tab as indentation"));
    CHECK(error_of("entente: 1\ncountries:\n  AFG:\n  \tname: x\n") == Contains("4:3 a tab as indentation"));
    CHECK(sound_model("entente: 1\nas_of: 2016\ncountries: {\n\tA: {}}\n").vertices.size() == 1);
}

TEST_CASE("anchors, aliases, tags, merge keys and further documents are refused") {
    CHECK(error_of(head + "marking: &m x\n") == Contains("9:10 a YAML anchor"));
    CHECK(error_of(head + "marking: *m\n") == Contains("9:10 a YAML alias"));
    CHECK(error_of(head + "marking: !!str x\n") == Contains("9:10 a YAML tag"));
    CHECK(error_of(head + "groups: {A: {<<: {name: x}}}\n") == Contains("9:14 a YAML merge key"));
    CHECK(error_of(head + "---\nentente: 1\n") == Contains("9:1 a further document"));
}

TEST_CASE("nesting without end is one error, soon") {
    CHECK(error_of(repeated("[", 100'000)) == Contains("1:33 nested too deeply"));
    CHECK(error_of(repeated("- ", 50'000)) == Contains("1:65 nested too deeply"));
    CHECK(error_of(repeated("{a: ", 50'000)) == Contains("1:129 nested too deeply"));
    CHECK(error_of(repeated("? ", 50'000)) == Contains("nested too deeply"));
}

TEST_CASE("what is no plain text is one error") {
    CHECK(error_of(std::string("\xff\xfe"
                               "e\0",
                               4)) == Contains("UTF-16"));
    CHECK(error_of(std::string("a: \0b\n", 6)) == Contains("1:4 a NUL byte"));
    CHECK(error_of("a: \xff\n") == Contains("1:4 a byte that is no UTF-8"));
    CHECK(error_of(std::string(4 * 1024 * 1024 + 1, '#')) == Contains("larger than 4 MB"));
}
