#include "model_builder.hpp"
#include "write/sheet.hpp"
#include "write/yaml.hpp"

#include <charconv>
#include <limits>

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::write;

namespace {

Row with_text(const std::string& text) {
    Row row;
    row.text("note", text);
    return row;
}

}  // namespace

TEST_CASE("a text goes into a cell unless reading would change it") {
    for (const auto* text : {"plain", "a, b; c", "say \"x\"", "two\nlines", "=1", "'=1", "سازمان", "a\u00a0b"})
        CHECK(with_text(text).fits());
    for (const auto* text : {" x", "x ", "x\n", "\tx", "\u00a0x", "x\u3000", "a\rb", "x\u202f"})
        CHECK_FALSE(with_text(text).fits());
    CHECK(with_text("").cells().empty());
}

TEST_CASE("a list goes into a cell unless an item holds what parts items") {
    Row row;
    const std::vector<std::string> good{"a b", "c, d"};
    row.list("aliases", good);
    CHECK(row.fits());
    CHECK(row.cells().front().second == "\"a b;c, d\"");
    for (const std::vector<std::string>& bad : {std::vector<std::string>{"a;b"}, {""}, {"a", " b"}}) {
        Row refused;
        refused.list("aliases", bad);
        CHECK_FALSE(refused.fits());
    }
}

TEST_CASE("a row has a place for one evidence") {
    Model model;
    model.sources = {{"s", "S", {}, {}, {}, {}, {}}};
    Row one;
    one.evidence(model, std::vector<Evidence>{{0, "p. 1", "a note", true}});
    CHECK(one.fits());
    CHECK(one.cells() == std::vector<std::pair<std::string, std::string>>{
                             {"source", "s"}, {"at", "p. 1"}, {"evidence_note", "a note"}, {"disputes", "true"}});
    Row two;
    two.evidence(model, std::vector<Evidence>{{0, "p. 1", "", false}, {0, "p. 2", "", false}});
    CHECK_FALSE(two.fits());
}

TEST_CASE("a sheet leaves out columns without a cell, keeps their order, and puts those of tags last") {
    Sheet sheet("countries", {"id", "name", "capital"});
    Row first;
    first.text("id", "A");
    first.text("tags.z", "1");
    Row second;
    second.text("id", "B");
    second.text("capital", "Be, the capital");
    second.text("tags.a", "2");
    sheet.add(first);
    sheet.add(second);
    CHECK(sheet.files(1000) == std::vector<std::string>{"id,capital,tags.a,tags.z\nA,,,1\nB,\"Be, the capital\",2,\n"});
}

TEST_CASE("a sheet too large for one file goes on in the next, under the same header") {
    Sheet sheet("ties", {"a"});
    for (const auto* id : {"A", "B", "C", "D", "E"}) {
        Row row;
        row.text("a", id);
        sheet.add(row);
    }
    CHECK(sheet.files(6) == std::vector<std::string>{"a\nA\nB\n", "a\nC\nD\n", "a\nE\n"});
}

TEST_CASE("a plain decimal has no exponent and reads back as the same double") {
    CHECK(plain_decimal(0.1) == "0.1");
    CHECK(plain_decimal(-0.8) == "-0.8");
    CHECK(plain_decimal(-0.0) == "0");
    CHECK(plain_decimal(193) == "193");
    CHECK(plain_decimal(1e-23) == "0.00000000000000000000001");
    for (const double value : {1.0 / 3, 1e300, 5e-324, std::numeric_limits<double>::max(), 0.1 + 0.2}) {
        const auto text = plain_decimal(value);
        CHECK(text.find('e') == std::string::npos);
        double back = 0;
        std::from_chars(text.data(), text.data() + text.size(), back);
        CHECK(back == value);
    }
}

TEST_CASE("a text in YAML is plain only where nothing in it could be taken for YAML") {
    CHECK(yaml_text("The Asia Foundation") == "The Asia Foundation");
    CHECK(yaml_text("p. 4") == "p. 4");
    CHECK(yaml_text("null") == "\"null\"");
    CHECK(yaml_text("") == "\"\"");
    CHECK(yaml_text(" x") == "\" x\"");
    CHECK(yaml_text("x ") == "\"x \"");
    CHECK(yaml_text("a: b") == "\"a: b\"");
    CHECK(yaml_text("- a") == "\"- a\"");
    CHECK(yaml_text("a, b") == "\"a, b\"");
    CHECK(yaml_text("\"q\" \\N\n\r\t") == "\"\\\"q\\\" \\\\N\\n\\r\\t\"");
}

TEST_CASE("a map of YAML leaves out what is missing") {
    YamlMap map;
    map.text("name", "").texts("aliases", {}).number("weight", -0.5).text("note", "a: b");
    CHECK(map.str() == "{weight: -0.5, note: \"a: b\"}");
    CHECK(YamlMap().str() == "{}");
}
