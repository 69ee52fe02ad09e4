#include "write_region.hpp"
#include <entente/write.hpp>

#include <cmath>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace entente;
using Json = nlohmann::ordered_json;
using Names = std::vector<std::string>;

namespace {

struct Case {
    Model model = region();
    RelationGraph graph{model};
    VertexIndex at(const char* id) const { return *model.find_vertex(id); }
    std::vector<VertexIndex> parties{at("AFG"), at("PAK")};

    Json document(const Result& result) const {
        return Json::parse(to_json({"command", {{"m.yaml", "00ff"}}}, graph, result));
    }
    Json result(const Result& result) const { return document(result)["result"]; }
    Json brokers() const {
        BrokerOptions options;
        options.records = true;
        return result(find_brokers(graph, parties, options));
    }
};

Names keys(const Json& object) {
    Names names;
    for (const auto& item : object.items())
        names.push_back(item.key());
    return names;
}

const Names candidate_keys{"rank",     "id",         "name",         "kind",          "score",    "access",
                           "leverage", "convening",  "parity",       "detachment",    "standing", "contributions",
                           "forum",    "refused_by", "dependent_on", "strained_with", "agenda",   "p_first",
                           "p_top3",   "rank_low",   "rank_high",    "evidence"};

}  // namespace

TEST_CASE("every JSON says its version, command, model and lens beside its result") {
    const Case one;
    const auto document = one.document(find_tensions(one.graph, {}));
    CHECK(keys(document) == Names{"entente", "command", "model", "lens", "result"});
    CHECK(document["entente"] == version);
    CHECK(document["model"] == Json::parse(R"j({"title": "A region", "marking": "TLP:CLEAR",
                                               "files": [{"path": "m.yaml", "sha256": "00ff"}]})j"));
    CHECK(
        document["lens"] ==
        Json::parse(
            R"j({"as_of": "2016-07-18", "layers": {"security": 1.0, "economy": 0.8, "forums": 0.4}, "scenarios": []})j"));
}

TEST_CASE("a model without a marking has null there") {
    Case one;
    one.model.marking.clear();
    CHECK(one.document(find_tensions(one.graph, {}))["model"]["marking"].is_null());
}

TEST_CASE("brokers have their fields in the order of the interface, those of later issues null or empty") {
    const auto brokers = Case().brokers();
    CHECK(keys(brokers) == Names{"parties", "pairs", "profile", "candidates", "joint", "forums", "chain", "flips",
                                 "find_out", "remarks"});
    CHECK(keys(brokers["pairs"][0]) == Names{"a", "b", "cooperation", "tension", "net", "ambivalent"});
    CHECK(keys(brokers["profile"]) == Names{"name", "weights"});
    CHECK(keys(brokers["forums"][0]) ==
          Names{"rank", "id", "name", "kind", "score", "members", "effectiveness", "cohesion", "obstruction", "worst"});
    CHECK(keys(brokers["forums"][1]["worst"]) == Names{"a", "b", "net"});
    CHECK(brokers["forums"][0]["worst"].is_null());
    CHECK(keys(brokers["chain"]) == Names{"ids", "product"});
    for (const auto* key : {"joint", "flips", "find_out"})
        CHECK(brokers[key] == Json::array());
    for (const auto& candidate : brokers["candidates"]) {
        CHECK(keys(candidate) == candidate_keys);
        for (const auto* key : {"p_first", "p_top3", "rank_low", "rank_high"})
            CHECK(candidate[key].is_null());
        CHECK(candidate["rank"].is_number_integer());
    }
}

TEST_CASE("a candidate's numbers read back exactly and its contributions sum to its score") {
    const Case one;
    const auto computed = find_brokers(one.graph, one.parties, {});
    const auto brokers = one.brokers();
    REQUIRE(brokers["candidates"].size() == computed.candidates.size());
    for (std::size_t place = 0; place < computed.candidates.size(); ++place) {
        const auto& candidate = brokers["candidates"][place];
        CHECK(candidate["score"].get<double>() == computed.candidates[place].score);
        CHECK(candidate["access"].get<double>() == computed.candidates[place].components[0]);
        double sum = 0;
        for (const auto& part : candidate["contributions"])
            sum += part.get<double>();
        CHECK(sum == doctest::Approx(candidate["score"].get<double>()));
    }
}

TEST_CASE("a candidate's evidence names the record that it stands under") {
    const auto evidence = Case().brokers()["candidates"][0]["evidence"];
    REQUIRE(!evidence.empty());
    CHECK(evidence[0] == Json::parse(R"j({"record": {"kind": "membership", "vertices": ["AFG", "TRI"], "layer": null,
                                                    "from": null},
                                         "source": "taf2016", "at": "Mechanisms a)", "note": null,
                                         "disputes": false
})j"));
}

TEST_CASE("remarks carry their evidence") {
    CHECK(Case().brokers()["remarks"] ==
          Json::parse(R"j([{"kind": "obstacle", "about": ["AFG", "PAK"], "text": "each blames the *other*\u001b[31m",
                           "rank": 1, "evidence": [{"source": "taf2016", "at": "p. 4", "note": null,
                                                    "disputes": false}]}])j"));
}

TEST_CASE("tensions are an array, and null stands where nobody could broker") {
    const Case one;
    const auto tensions = one.result(find_tensions(one.graph, {}));
    REQUIRE(tensions.is_array());
    CHECK(keys(tensions[0]) == Names{"a", "b", "tension", "cooperation", "net", "ambivalent", "torn", "strain",
                                     "forums", "best_broker", "best_score", "depends_on", "opportunity"});
    CHECK(tensions[0]["b"] == "TLB");
    CHECK(tensions[0]["best_broker"].is_null());
    CHECK(keys(tensions[2]["torn"][0]) == Names{"id", "weight"});
}

TEST_CASE("clusters without a mean have null there, never NaN") {
    const Case one;
    Clustering clustering;
    clustering.modularity = -0.0;
    clustering.clusters = {{1, {{one.at("AFG"), std::nullopt}}, std::nullopt, std::nan(""), 0.5}};
    clustering.unattached = {one.at("TLB")};
    const auto text = to_json({}, one.graph, clustering);
    CHECK(text.find("nan") == std::string::npos);
    CHECK(text.find("-0") == text.find("-07-18"));
    CHECK(Json::parse(text)["result"] == Json::parse(R"j({"modularity": 0.0, "resolution": 1.0,
                          "clusters": [{"number": 1, "members": [{"id": "AFG", "stability": null}],
                                        "cooperation_inside": null, "tension_inside": null,
                                        "cooperation_outside": 0.5}],
                          "unattached": ["TLB"]})j"));
}

TEST_CASE("all pairs, one broker's pairs and its reasons have the fields of the interface") {
    const Case one;
    const auto all = one.result(find_all_brokers(one.graph, {}, Threats::left_out));
    CHECK(keys(all) == Names{"pairs"});
    CHECK(keys(all["pairs"][1]) == Names{"a", "b", "tension", "candidates"});
    CHECK(keys(all["pairs"][1]["candidates"][0]) == candidate_keys);

    const auto reach = one.result(find_reach(one.graph, one.at("CHN"), {}, Threats::left_out));
    CHECK(keys(reach) == Names{"broker", "pairs"});
    CHECK(keys(reach["pairs"][0]) == Names{"a", "b", "tension", "rank", "score"});

    const auto why = one.result(explain_broker(one.graph, one.parties, one.at("TLB"), {}));
    CHECK(keys(why) == Names{"broker", "parties", "candidate", "candidates", "reasons", "links"});
    CHECK(why["candidate"].is_null());
    CHECK(why["reasons"].size() == 2);
    CHECK(keys(why["links"][0]) ==
          Names{"party", "cooperation", "tension", "net", "trust", "influence", "influence_derived"});
}

TEST_CASE("a pair is shown with every record in force, its value and its evidence") {
    const Case one;
    const auto pair = one.result(portray_pair(one.graph, one.at("PAK"), one.at("AFG")));
    CHECK(pair["a"] == "AFG");
    CHECK(pair["records"][0] ==
          Json::parse(R"j({"kind": "tie", "vertices": ["AFG", "PAK"], "layer": "security", "from": null, "to": null,
                          "value": -0.6, "confidence": 0.6, "note": null,
                          "evidence": [{"source": "taf2016", "at": "p. 3", "note": "shelling at the line",
                                        "disputes": false}]})j"));
    CHECK(pair["past_ties"].size() == 1);
    CHECK(pair["past_ties"][0]["to"] == "1999-12-31");
    CHECK(pair["remarks"].size() == 1);
}

TEST_CASE("what is no UTF-8 breaks no JSON") {
    Case one;
    const Envelope envelope{"show", {{"\xff.yaml", ""}}};
    const auto text = to_json(envelope, one.graph, ModelPortrait{measure_coverage(one.graph)});
    CHECK(Json::parse(text)["model"]["files"][0]["path"] == "\xef\xbf\xbd.yaml");
}
