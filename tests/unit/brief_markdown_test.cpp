#include "brief_case.hpp"

#include <sstream>

#include <doctest/doctest.h>

using namespace entente;

namespace {

std::string markdown_of(ModelBuilder builder, const std::vector<std::string>& named = {},
                        const std::string& folder = "pictures") {
    const auto model = builder.build();
    const RelationGraph graph(model);
    return to_markdown(graph, briefing_of(graph, named), folder);
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

std::size_t bars_in(const std::string& line) {
    std::size_t bars = 0;
    for (std::size_t at = 0; at < line.size(); ++at)
        if (line[at] == '|' && (at == 0 || line[at - 1] != '\\')) ++bars;
    return bars;
}

ModelBuilder refusing() {
    auto builder = rivals();
    builder.with([](Model& model) {
        Refusal refusal;
        refusal.by = 0;
        refusal.on = {0, 1};
        model.refusals.push_back(refusal);
    });
    return builder;
}

}  // namespace

TEST_CASE("a briefing says who can broker, where, why and what stands in the way") {
    const auto text = markdown_of(rivals());
    CHECK(holds(text, "| AAA–BBB 0.80 (hostile)"));
    CHECK(holds(text, "**KKK**, 0.50 (limited)"));
    CHECK(holds(text, "**TALKS**, with KKK at the table"));
    CHECK(holds(text, "strong leverage over BBB (0.80), none on record over AAA"));
    CHECK(holds(text, "KKK is a friend of both and torn between them"));
}

TEST_CASE("a pair whose party refuses everyone has no broker, and the briefing says who would be best placed") {
    const auto text = markdown_of(refusing());
    CHECK(holds(text, "**Nobody unrefused**; best placed if accepted: KKK"));
    CHECK(holds(text, "AAA refuses mediation by anyone"));
    CHECK(holds(text, "~~KKK~~"));
    CHECK_FALSE(holds(text, "KKK can broker"));
}

TEST_CASE("a pair without a candidate is said to have none") {
    const auto text = markdown_of(rivals());
    CHECK(holds(text, "| BBB–ZZZ 0.10"));
    CHECK(holds(text, "Nobody: no actor is trusted by all parties"));
    CHECK(holds(text, "no forum seats both") == false);
    CHECK(holds(text, "No forum seats both"));
}

TEST_CASE("the briefing of a pair holds that pair alone") {
    const auto text = markdown_of(rivals(), {"AAA", "BBB"});
    CHECK(holds(text, "Between AAA and BBB, tension stands at 0.80 (hostile). **KKK** can broker"));
    CHECK_FALSE(holds(text, "ZZZ"));
    CHECK_FALSE(holds(text, "## The answer"));
}

TEST_CASE("the briefing of an actor says whom it can broker and what tears it") {
    const auto text = markdown_of(rivals(), {"KKK"});
    CHECK(holds(text, "**KKK** is a candidate broker in 1 pair in tension, the first in 1"));
    CHECK(holds(text, "## Whom it can broker"));
    CHECK(holds(text, "## What tears it"));
    CHECK(holds(text, "## Relations"));
}

TEST_CASE("Markdown links each picture in its folder, and without a folder leaves them out") {
    CHECK(holds(markdown_of(rivals()), "![A finding](<pictures/AAA–BBB.svg>)"));
    CHECK_FALSE(holds(markdown_of(rivals(), {}, ""), "!["));
}

TEST_CASE("no name of a model is markup in Markdown") {
    const auto text = markdown_of(rivals().with([](Model& model) {
        model.title = "# <b>1. *x*";
        model.vertices[0].name = "[a](javascript:alert(1)) | `b`";
        model.sources.push_back({"s1", "S", "", {}, "", "javascript:alert(1)", ""});
        model.ties[0].evidence = {{0, "", "", false}};
    }));
    CHECK(holds(text, "# \\# &lt;b&gt;1. \\*x\\*"));
    CHECK(holds(text, "\\[a\\](javascript:alert(1)) \\| \\`b\\`"));
    CHECK_FALSE(holds(text, "](<javascript"));
    CHECK_FALSE(holds(text, " [a]("));
}

TEST_CASE("every row of a Markdown table has the cells of its header") {
    std::size_t wanted = 0;
    for (const auto& line : lines_of(markdown_of(refusing()))) {
        if (!line.starts_with('|')) {
            wanted = 0;
            continue;
        }
        if (wanted == 0) wanted = bars_in(line);
        CHECK(bars_in(line) == wanted);
    }
}

TEST_CASE("a score in a briefing is the sum of the contributions shown with it") {
    const auto text = markdown_of(rivals(), {"AAA", "BBB"});
    CHECK(holds(text, "access 0.22 + leverage 0.16 + convening 0.12"));
}

TEST_CASE("a scenario is told in a part of its own, and leaves the rest as it is") {
    const auto model = rivals().build();
    const auto changed = rivals().influence("ZZZ", "AAA", 1).tie("AAA", "ZZZ", 1).tie("BBB", "ZZZ", 0.9).build();
    const RelationGraph graph(model);
    const RelationGraph with_scenario(changed);
    auto briefing = briefing_of(graph);
    const auto plain = to_markdown(graph, briefing, "pictures");
    WhatIf what_if{"ZZZ turns | to both", &with_scenario, find_supposition(graph, with_scenario), {}, {}};
    for (const auto& brokerage : briefing.pairs)
        what_if.pairs.push_back(find_brokers(with_scenario, brokerage.parties, {}));
    what_if.comparison = compare(graph, with_scenario, {});
    briefing.what_ifs.push_back(what_if);
    const auto text = to_markdown(graph, briefing, "pictures");
    const auto part = text.find("## What if?");
    REQUIRE(part != std::string::npos);
    CHECK(plain.starts_with(text.substr(0, part)));
    CHECK(holds(text, "### ZZZ turns \\| to both"));
    CHECK(holds(text, "influence of ZZZ over AAA: decisive (1.00)"));
    CHECK(holds(text, "| KKK"));
    CHECK(holds(text, "ZZZ first (was no candidate); KKK second (was first)"));
    CHECK(holds(text, "2 pairs in tension have another best broker: AAA–BBB (ZZZ; was KKK)"));
}

TEST_CASE("two who would do better together are told in the part of their pair") {
    auto builder = rivals();
    const auto model =
        builder.countries({"LLL"}).tie("LLL", "AAA", 0.9).tie("KKK", "LLL", 0.5).influence("LLL", "AAA", 0.9).build();
    const RelationGraph graph(model);
    auto briefing = briefing_of(graph);
    BrokerOptions options;
    options.together = 2;
    const VertexIndex parties[]{*model.find_vertex("AAA"), *model.find_vertex("BBB")};
    briefing.pairs = {find_brokers(graph, parties, options)};
    REQUIRE_FALSE(briefing.pairs.front().joint.empty());
    const auto text = to_markdown(graph, briefing, "pictures");
    CHECK(holds(text, "#### Who together"));
    CHECK(holds(text, "KKK and LLL together, with a score of"));
}
