#include "write/escape.hpp"

#include <doctest/doctest.h>

using namespace entente::write;

TEST_CASE("no control character of a model reaches the terminal") {
    CHECK(escape_terminal("a\x1b[31mb") == "a\xef\xbf\xbd[31mb");
    CHECK(escape_terminal("one\ntwo\tthree") == "one two three");
    CHECK(escape_terminal("\xc2\x9b\xe2\x80\xae!") == "\xef\xbf\xbd\xef\xbf\xbd!");
    CHECK(escape_terminal("broken \xff name") == "broken \xef\xbf\xbd name");
    CHECK(escape_terminal("Türkiye") == "Türkiye");
}

TEST_CASE("markup of a model is text in HTML") {
    CHECK(escape_html("<b onclick='x'>\"&\"</b>") == "&lt;b onclick=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/b&gt;");
}

TEST_CASE("markup of a model is text in Markdown") {
    CHECK(escape_markdown("<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;");
    CHECK(escape_markdown("[a](javascript:b)") == "\\[a\\](javascript:b)");
    CHECK(escape_markdown("![x](y) **b** `c` a|b ~~d~~") == "!\\[x\\](y) \\*\\*b\\*\\* \\`c\\` a\\|b \\~\\~d\\~\\~");
    CHECK(escape_markdown("see https://x.org or www.x.org") == "see https\\://x.org or www\\.x.org");
    CHECK(escape_markdown("a@x.org") == "a<!-- -->\\@x.org");
    CHECK(escape_markdown("a\\b") == "a\\\\b");
}

TEST_CASE("a model's line begins no list, heading, rule or code block in Markdown") {
    CHECK(escape_markdown("# head") == "\\# head");
    CHECK(escape_markdown("- item") == "\\- item");
    CHECK(escape_markdown("12. item") == "12\\. item");
    CHECK(escape_markdown("12.5 km") == "12.5 km");
    CHECK(escape_markdown("    code") == "code");
    CHECK(escape_markdown("line\n# head") == "line # head");
    CHECK(escape_markdown("Trans-Caspian 2.5") == "Trans-Caspian 2.5");
}

TEST_CASE("a cell that a spreadsheet would run is text in CSV") {
    for (const auto* formula : {"=1+1", "+1", "-1", "@SUM(A1)"})
        CHECK(escape_csv(formula) == std::string("'") + formula);
    CHECK(escape_csv("\tx") == "'\tx");
    CHECK(escape_csv("\rx") == "\"'\rx\"");
    CHECK(escape_csv("=HYPERLINK(\"http://x\",\"y\")") == "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
}

TEST_CASE("an apostrophe taken away from a CSV cell gives back what was typed") {
    CHECK(escape_csv("'=1") == "''=1");
    CHECK(escape_csv("''@x") == "'''@x");
    CHECK(escape_csv("'plain") == "'plain");
    CHECK(escape_csv("'") == "'");
}

TEST_CASE("XML holds line ends as references, and nothing that XML cannot hold") {
    CHECK(escape_xml("R&amp;D <Group> \"x\" 'y'") == "R&amp;amp;D &lt;Group&gt; &quot;x&quot; &#39;y&#39;");
    CHECK(escape_xml("a\nb\rc\td") == "a&#10;b&#13;c&#9;d");
    CHECK(escape_xml(std::string_view("a\0b\x1b\x7f", 5)) == "a\ufffdb\ufffd\ufffd");
    CHECK(escape_xml("\xff\ufffe\uffff\u202e") == "\ufffd\ufffd\ufffd\ufffd");
    CHECK(escape_xml("سازمان همکاری‌های") == "سازمان همکاری‌های");
}

TEST_CASE("a label of Graphviz's hides escapes, entities and quotes") {
    CHECK(escape_dot_label("R&amp;D") == "R&amp;amp;D");
    CHECK(escape_dot_label("\\N \\l \\") == "\\\\N \\\\l \\\\");
    CHECK(escape_dot_label("Q \"Quad\" 'x'") == "Q \\\"Quad\\\" 'x'");
    CHECK(escape_dot_label("<b>x</b>") == "<b>x</b>");
    CHECK(escape_dot_label("a\r\nb\nc\rd") == "a\\nb\\nc\\nd");
}

TEST_CASE("CSV quotes what holds a comma, quote or line end, and only that") {
    CHECK(escape_csv("plain text; with – dash") == "plain text; with – dash");
    CHECK(escape_csv("a,b") == "\"a,b\"");
    CHECK(escape_csv("say \"x\"") == "\"say \"\"x\"\"\"");
    CHECK(escape_csv("two\nlines") == "\"two\nlines\"");
}
