#include "model/unicode.hpp"
#include "write/table.hpp"

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::write;

namespace {

Table sample() {
    Table table;
    table.columns = {{"rank", "rank", Align::right},
                     {"broker", "name", Align::left, Reader::both, true},
                     {"", "id", Align::left, Reader::machine},
                     {"score", "score", Align::right},
                     {"mark", "mark", Align::left, Reader::person}};
    table.rows = {{std::uint64_t{1}, "China", "CHN", 0.8125, {}},
                  {std::uint64_t{10}, "Republic of Türkiye", "TUR", 1.0 / 3, {}}};
    return table;
}

}  // namespace

TEST_CASE("a text table aligns its columns by display cells and leaves out what is empty") {
    CHECK(to_text(sample(), {Colour::off, 80}) ==
          "rank  broker               score\n"
          "────  ───────────────────  ─────\n"
          "   1  China                 0.81\n"
          "  10  Republic of Türkiye   0.33\n");
}

TEST_CASE("wide characters count two cells") {
    Table table{{{"name", "name"}, {"n", "n", Align::right}}, {{"中国", std::uint64_t{1}}, {"abcd", std::uint64_t{2}}}};
    CHECK(to_text(table, {Colour::off, 80}) == "name  n\n────  ─\n中国  1\nabcd  2\n");
}

TEST_CASE("a table too wide wraps its widest text column between words") {
    auto table = sample();
    table.rows[1][1] = Cell("Organisation for Security and Cooperation in Europe");
    const auto text = to_text(table, {Colour::off, 40});
    CHECK(text.find("  10  Organisation for Security     0.33\n") != std::string::npos);
    CHECK(text.find("      and Cooperation in Europe\n") != std::string::npos);
    std::size_t begin = 0;
    for (auto end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin))
        CHECK(display_width(text.substr(begin, end - begin)) <= 40);
}

TEST_CASE("colour is only where it is asked for, and does not move a column") {
    Table table{{{"q", "q", Align::right}}, {{Cell(0.5, Tone::tension)}, {0.25}}};
    CHECK(to_text(table, {Colour::off, 80}).find('\x1b') == std::string::npos);
    CHECK(to_text(table, {Colour::on, 80}).find("\x1b[31m0.50\x1b[0m\n0.25\n") != std::string::npos);
}

TEST_CASE("CSV keeps every digit, lists by semicolon, and leaves numbers to be numbers") {
    Table table{{{"a", "a"}, {"b", "b"}, {"c", "c"}, {"d", "d"}},
                {{-0.1 - 0.2, std::vector<std::string>{"X", "Y"}, true, {}}, {-0.0, "-1", false, std::uint64_t{7}}}};
    CHECK(to_csv(table) == "a,b,c,d\n-0.30000000000000004,X;Y,true,\n0,'-1,false,7\n");
}

TEST_CASE("a Markdown table escapes its cells") {
    Table table{{{"who", "who"}, {"n", "n", Align::right}}, {{"<b>a|b</b>", 0.5}}};
    CHECK(to_markdown(table) == "| who | n |\n| --- | ---: |\n| &lt;b&gt;a\\|b&lt;/b&gt; | 0.50 |\n");
}

TEST_CASE("a long word is broken, a text is shortened with an ellipsis") {
    CHECK(wrap("abcdefgh ij", 4) == std::vector<std::string>{"abcd", "efgh", "ij"});
    CHECK(wrap("one two three", 7) == std::vector<std::string>{"one two", "three"});
    CHECK(shorten("Afghanistan", 5) == "Afgh…");
    CHECK(shorten("Chad", 4) == "Chad");
}

TEST_CASE("what is spare leaves a table that is too wide, from the right") {
    Table table{{{"name", "name"},
                 {"first", "first", Align::left, Reader::both, false, true},
                 {"last", "last", Align::left, Reader::both, false, true}},
                {{"abcdefghij", "klmnopqrst", "uvwxyz"}}};
    const auto header = [&](std::size_t width) {
        const auto text = to_text(table, {Colour::off, width});
        return text.substr(0, text.find('\n'));
    };
    CHECK(header(30) == "name        first       last");
    CHECK(header(29) == "name        first");
    CHECK(header(12) == "name");
}

TEST_CASE("a line breaks after a dash before it breaks a word") {
    CHECK(wrap("Afghanistan–China–Pakistan", 15) == std::vector<std::string>{"Afghanistan–", "China–Pakistan"});
}
