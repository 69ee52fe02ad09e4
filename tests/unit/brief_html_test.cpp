#include "brief_case.hpp"
#include "write/brief_script.hpp"
#include "write/brief_style.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <doctest/doctest.h>

using namespace entente;

namespace {

struct Tag {
    std::string name;  ///< with its slash where it closes
    std::vector<std::pair<std::string, std::string>> attributes;
    bool empty = false;
};

/// Reads a page as strictly as XML: every value quoted, no bare `<`. The stylesheet and doctype hold no tag; what a
/// script holds is none.
std::vector<Tag> tags_of(const std::string& page) {
    std::vector<Tag> tags;
    for (auto at = page.find('<', 1); at != std::string::npos; at = page.find('<', at + 1)) {
        Tag tag;
        auto end = page.find_first_of(" />", at + 2);
        tag.name = page.substr(at + 1, end - at - 1);
        while (page[end] == ' ') {
            const auto equals = page.find('=', end);
            REQUIRE(page[equals + 1] == '"');
            const auto close = page.find('"', equals + 2);
            tag.attributes.emplace_back(page.substr(end + 1, equals - end - 1),
                                        page.substr(equals + 2, close - equals - 2));
            end = close + 1;
        }
        tag.empty = page[end] == '/';
        REQUIRE(page[end + (tag.empty ? 1 : 0)] == '>');
        if (tag.name == "script") at = page.find("</script>", at) - 1;
        tags.push_back(std::move(tag));
    }
    return tags;
}

std::string page_of(ModelBuilder builder, const std::vector<std::string>& named = {}) {
    const auto model = builder.build();
    const RelationGraph graph(model);
    return to_html(graph, briefing_of(graph, named));
}

ModelBuilder hostile() {
    auto builder = rivals();
    builder.seat("ZZZ", "TALKS", Role::observer).with([](Model& model) {
        model.title = "<!-- --><svg onload=alert(1)>";
        model.marking = "</title><style>*{}</style>\"onclick=\"";
        model.vertices[0].name = "\"><img src=x onerror=alert(1)>";
        model.vertices[1].name = "Trinidad & Tobago";
        model.vertices[2].name = "R&amp;D Pact";
        model.vertices[3].name = "<Contact Group>";
        model.vertices[4].name = "Q \"Quad\" 'x'";
        model.sources.push_back(
            {"s1", "</script><script>alert(1)</script>", "`${alert(1)}`", {}, "", "javascript:alert(1)", ""});
        model.sources.push_back({"s2", "Plain", "", {}, "2016", "https://example.org/?a=1&b=2", ""});
        model.ties[0].evidence = {{0, "p. <1>", "`${alert(1)}`", true}, {1, "", "", false}};
        Remark remark;
        remark.about = {0, 1};
        remark.kind = "view";
        remark.text = "</script><script>alert(1)</script>";
        model.remarks.push_back(remark);
    });
    return builder;
}

}  // namespace

TEST_CASE("no element or handler of a page comes from the model") {
    const std::set<std::string> known{"html",  "head",    "meta",   "title",   "style",   "body",   "header",  "p",
                                      "h1",    "h2",      "h3",     "h4",      "nav",     "ol",     "ul",      "li",
                                      "a",     "main",    "bdi",    "strong",  "span",    "s",      "section", "div",
                                      "table", "caption", "thead",  "tbody",   "tr",      "th",     "td",      "svg",
                                      "rect",  "g",       "figure", "details", "summary", "footer", "script"};
    for (const auto& tag : tags_of(page_of(hostile()))) {
        const auto name = tag.name.substr(tag.name.starts_with('/') ? 1 : 0);
        CHECK_MESSAGE(known.contains(name), name);
        for (const auto& [attribute, value] : tag.attributes) {
            CHECK_FALSE(attribute.starts_with("on"));
            CHECK_FALSE(attribute == "style");
            if (attribute == "href") CHECK((value.starts_with('#') || value == "https://example.org/?a=1&amp;b=2"));
        }
    }
}

TEST_CASE("every name and remark reads on the page exactly as it was typed") {
    const auto page = page_of(hostile());
    CHECK(holds(page, "<bdi>&quot;&gt;&lt;img src=x onerror=alert(1)&gt;</bdi>"));
    CHECK(holds(page, "<bdi>Trinidad &amp; Tobago</bdi>"));
    CHECK(holds(page, "<bdi>R&amp;amp;D Pact</bdi>"));
    CHECK(holds(page, "<bdi>&lt;Contact Group&gt;</bdi>"));
    CHECK(holds(page, "<bdi>Q &quot;Quad&quot; &#39;x&#39;</bdi>"));
    CHECK(holds(page, "<bdi>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;</bdi>"));
    CHECK(holds(page, "<title>&lt;!-- --&gt;&lt;svg onload=alert(1)&gt;</title>"));
    CHECK(holds(page, "<bdi>javascript:alert(1)</bdi>"));
}

TEST_CASE("a link to a source tells the other side nothing") {
    CHECK(holds(page_of(hostile()), "<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener noreferrer\">"));
}

TEST_CASE("tags of a page close in the order in which they open") {
    for (const auto& named : {std::vector<std::string>{}, {"KKK"}, {"AAA", "BBB"}}) {
        std::vector<std::string> open;
        for (const auto& tag : tags_of(page_of(hostile(), named))) {
            if (!tag.name.starts_with('/')) {
                if (!tag.empty) open.push_back(tag.name);
                continue;
            }
            REQUIRE_FALSE(open.empty());
            CHECK("/" + open.back() == tag.name);
            open.pop_back();
        }
        CHECK(open.empty());
    }
}

TEST_CASE("ids are unique, and every link within a page has its end") {
    for (const auto& named : {std::vector<std::string>{}, {"KKK"}, {"AAA", "BBB"}}) {
        std::set<std::string> ids;
        std::set<std::string> targets;
        for (const auto& tag : tags_of(page_of(hostile(), named)))
            for (const auto& [attribute, value] : tag.attributes) {
                if (attribute == "id") CHECK_MESSAGE(ids.insert(value).second, value);
                if (attribute == "href" && value.starts_with('#')) targets.insert(value.substr(1));
            }
        CHECK_FALSE(targets.empty());
        CHECK(std::includes(ids.begin(), ids.end(), targets.begin(), targets.end()));
    }
}

TEST_CASE("headings of a page go down one level at a time") {
    int level = 0;
    for (const auto& tag : tags_of(page_of(rivals()))) {
        if (tag.name.size() != 2 || tag.name[0] != 'h' || tag.name[1] < '1' || tag.name[1] > '6') continue;
        const int next = tag.name[1] - '0';
        CHECK(next <= level + 1);
        level = next;
    }
    CHECK(level >= 2);
}

TEST_CASE("the policy of a page allows its own stylesheet and script, and nothing that is fetched") {
    const auto page = page_of(hostile());
    const auto begin = page.find("<style>") + 7;
    const auto style = page.substr(begin, page.find("</style>") - begin);
    const auto script = std::string(write::brief::script_text);
    CHECK(holds(page, "content=\"default-src 'none'; style-src " + write::brief::policy_hash(style) + "; script-src " +
                          write::brief::policy_hash(script) + "; img-src data:;"));
    CHECK(count(page, "<style>") == 1);
    CHECK(count(page, "<script>" + script + "</script>") == 1);
    CHECK(count(page, "<script") == 2);
    CHECK(count(style, "url(") == 0);
    CHECK(count(style, "@import") == 0);
}

TEST_CASE("the marking stands at the head, at the foot and in the margin of a printed page") {
    const auto page = page_of(rivals().with([](Model& model) { model.marking = "TLP:AMBER"; }));
    CHECK(count(page, "<p class=\"marking\"><bdi>TLP:AMBER</bdi></p>") == 2);
    CHECK(holds(page, "@top-center { content: \"TLP\\00003aAMBER\"; }"));
}

TEST_CASE("the answer comes before the matrix, the tensions, the pairs and the sources") {
    const auto page = page_of(rivals());
    std::vector<std::size_t> places;
    for (const auto* id : {"answer", "matrix", "tensions", "clusters", "forums", "pairs", "sources", "method"})
        places.push_back(page.find(std::string("<section id=\"") + id + "\""));
    CHECK(std::is_sorted(places.begin(), places.end()));
    CHECK(places.back() != std::string::npos);
}

TEST_CASE("every picture is followed by its data") {
    const auto page = page_of(rivals());
    CHECK(count(page, "<figure>") == 6);
    CHECK(count(page, "role=\"img\" aria-label=\"A finding. What is drawn.\"") == 6);
    for (const auto* section : {"matrix", "tensions", "clusters", "forums"}) {
        const auto figure = page.find("<figure>", page.find(std::string("<section id=\"") + section + "\""));
        CHECK(page.find("<table>", figure) < page.find("</section>", figure));
    }
}

TEST_CASE("the same briefing gives the same bytes") {
    CHECK(page_of(rivals()) == page_of(rivals()));
}
