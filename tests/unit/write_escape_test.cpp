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

TEST_CASE("CSV quotes what holds a comma, quote or line end, and only that") {
    CHECK(escape_csv("plain text; with – dash") == "plain text; with – dash");
    CHECK(escape_csv("a,b") == "\"a,b\"");
    CHECK(escape_csv("say \"x\"") == "\"say \"\"x\"\"\"");
    CHECK(escape_csv("two\nlines") == "\"two\nlines\"");
}
