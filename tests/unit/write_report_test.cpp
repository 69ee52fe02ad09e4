#include "model/unicode.hpp"
#include "write_region.hpp"
#include <entente/write.hpp>

#include <doctest/doctest.h>

using namespace entente;

namespace {

struct Case {
    Model model = region();
    RelationGraph graph{model};
    VertexIndex at(const char* id) const { return *model.find_vertex(id); }
    std::vector<VertexIndex> parties{at("AFG"), at("PAK")};

    Brokerage brokers() const {
        BrokerOptions options;
        options.records = true;
        return find_brokers(graph, parties, options);
    }
    std::string text(const Result& result, std::size_t width = 100) const {
        return to_text(graph, result, {Colour::off, width});
    }
    std::vector<Result> results() const {
        Clustering clustering;
        clustering.clusters = {{1, {{at("AFG"), 0.5}, {at("IND"), 0.5}}, 0.4, 0.0, std::nullopt}};
        clustering.unattached = {at("TLB")};
        return {ModelPortrait{measure_coverage(graph)},
                portray_vertex(graph, at("CHN")),
                portray_vertex(graph, at("TRI")),
                portray_pair(graph, at("AFG"), at("PAK")),
                clustering,
                find_tensions(graph, {}),
                brokers(),
                find_all_brokers(graph, {}, Threats::left_out),
                find_reach(graph, at("CHN"), {}, Threats::left_out),
                explain_broker(graph, parties, at("CHN"), {}),
                explain_broker(graph, parties, at("TLB"), {})};
    }
};

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// Fields of a CSV record that has no line end within.
std::size_t count_fields(std::string_view line) {
    std::size_t fields = 1;
    bool quoted = false;
    for (const char byte : line) {
        if (byte == '"') quoted = !quoted;
        fields += byte == ',' && !quoted;
    }
    return fields;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t begin = 0;
    for (auto end = text.find('\n'); end != std::string::npos; begin = end + 1, end = text.find('\n', begin))
        lines.push_back(text.substr(begin, end - begin));
    return lines;
}

}  // namespace

TEST_CASE("the answer comes first, in a sentence") {
    const Case one;
    CHECK(one.text(one.brokers())
              .starts_with("China (0.50) is best placed to broker between Afghanistan and Pakistan, "
                           "at the table of Afghanistan–"));
    CHECK(one.text(find_reach(one.graph, one.at("CHN"), {}, Threats::left_out))
              .starts_with("China is a candidate for the 2 pairs in tension listed, and the first for 2 of them."));
    CHECK(
        one.text(explain_broker(one.graph, one.parties, one.at("TLB"), {}))
            .starts_with("Taliban is no candidate between Afghanistan and Pakistan: no cooperation with Afghanistan"));
}

TEST_CASE("where all are refused or nobody is trusted, the answer says so") {
    Case one;
    one.model.refusals[0].anyone = true;
    CHECK(one.text(one.brokers()).starts_with("All who could broker between Afghanistan and Pakistan are refused;"));
    const auto nobody = find_brokers(one.graph, std::vector{one.at("AFG"), one.at("TLB")}, {});
    CHECK(one.text(nobody).starts_with("There is no candidate to broker between"));
    CHECK(to_csv(one.graph, nobody) ==
          "rank,name,id,kind,score,p_first,p_top3,rank_low,rank_high,access,leverage,convening,parity,detachment,"
          "standing,forum,refused_by,dependent_on,"
          "strained_with\n");
}

TEST_CASE("marks are in the row and explained beneath, those in use alone") {
    Case one;
    const auto text = one.text(one.brokers());
    CHECK(holds(text, "refused by PAK\n"));
    CHECK(holds(text, "\nrefused by: that party refuses its mediation"));
    CHECK(holds(text, "\ndepends on: "));
    auto unmarked = one.brokers();
    for (auto& candidate : unmarked.candidates)
        candidate.dependent_on.clear();
    CHECK(!holds(one.text(unmarked), "depends on"));
}

TEST_CASE("a pair is shown with each record's source, place and note, and what speaks against it") {
    const Case one;
    const auto text = one.text(portray_pair(one.graph, one.at("AFG"), one.at("PAK")), 160);
    CHECK(holds(text, "tie AFG–PAK (security)"));
    CHECK(holds(text, "−0.60 rivals"));
    CHECK(holds(text, "shelling at the line"));
    CHECK(holds(text, "taf2016, p. 9 (disputes it): transit"));
    CHECK(holds(text, "tie AFG–PAK (security), 1999-01-01 to 1999-12-31"));
    CHECK(holds(text, "as for TRI"));
    CHECK(holds(text, "refusal by PAK"));
}

TEST_CASE("nothing of the model reaches a terminal as a control character, and no line is wider than asked") {
    const Case one;
    for (const auto& result : one.results()) {
        for (const std::size_t width : {80, 120}) {
            const auto text = one.text(result, width);
            CHECK(text.find('\x1b') == std::string::npos);
            for (const auto& line : lines_of(text)) {
                CAPTURE(line);
                CHECK(display_width(line) <= width);
                CHECK(!line.ends_with(' '));
            }
        }
    }
}

TEST_CASE("colour adds marks to the same words") {
    const Case one;
    for (const auto& result : one.results()) {
        auto coloured = to_text(one.graph, result, {Colour::on, 100});
        CHECK(holds(coloured, "\x1b[1m"));
        for (auto mark = coloured.find('\x1b'); mark != std::string::npos; mark = coloured.find('\x1b'))
            coloured.erase(mark, coloured.find('m', mark) - mark + 1);
        CHECK(coloured == one.text(result));
    }
}

TEST_CASE("every CSV has as many fields in each row as in its header, and a key for each") {
    const Case one;
    for (const auto& result : one.results()) {
        const auto lines = lines_of(to_csv(one.graph, result));
        REQUIRE(lines.size() > 1);
        CHECK(!holds(lines[0], ",,"));
        CHECK(!lines[0].ends_with(','));
        for (const auto& line : lines) {
            CAPTURE(line);
            CHECK(count_fields(line) == count_fields(lines[0]));
        }
    }
}

TEST_CASE("a pair in tension that nobody could broker is in the CSV of all pairs") {
    const Case one;
    const auto csv = to_csv(one.graph, find_all_brokers(one.graph, {}, Threats::left_out));
    CHECK(holds(csv, "\nAFG,Afghanistan,TLB,Taliban,1,,,,,,,,,,,,,,,,,,,\n"));
}

TEST_CASE("a spreadsheet takes a name for text and a weight for a number") {
    Case one;
    one.model.vertices[one.at("CHN")].name = "=cmd|' /C calc'!A0";
    const auto csv = to_csv(one.graph, portray_pair(one.graph, one.at("AFG"), one.at("PAK")));
    CHECK(holds(csv, "\ntie,AFG;PAK,security,-0.6,0.6,,,taf2016,p. 3,shelling at the line,false\n"));
    CHECK(holds(to_csv(one.graph, one.brokers()), "\n1,'=cmd|' /C calc'!A0,CHN,"));
}

TEST_CASE("Markdown holds no markup of the model's") {
    const Case one;
    for (const auto& result : one.results()) {
        const auto markdown = to_markdown(one.graph, result);
        CHECK(markdown.starts_with("# "));
        CHECK(!holds(markdown, "<b>"));
        CHECK(!holds(markdown, " *other*"));
    }
    CHECK(holds(to_markdown(one.graph, one.brokers()), "&lt;b&gt;India&lt;/b&gt; \\| =x"));
}

TEST_CASE("the marking and the date stand under every result") {
    const Case one;
    for (const auto& result : one.results()) {
        CHECK(one.text(result).ends_with("\nA region, as of 18 July 2016; TLP:CLEAR\n"));
        CHECK(to_markdown(one.graph, result).ends_with("\nA region, as of 18 July 2016; TLP:CLEAR\n"));
    }
}

TEST_CASE("check says what the model holds, how much is evidenced and how much is silence") {
    const Case one;
    CHECK(to_text(CheckReport{"m.yaml", measure_coverage(one.graph), 1}, {}) ==
          "m.yaml: sound, with 1 warning\n"
          "  6 countries, 1 group, 1 organisation and 1 mechanism; 18 relations, 4 pairs in tension.\n"
          "  10 of 29 records carry evidence (34 %).\n"
          "  10 of 21 pairs of sides have no tie (48 %): nothing is recorded, which is not peace.\n");
}
