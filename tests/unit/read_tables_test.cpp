#include "read_folder.hpp"
#include "recorded_data.hpp"

#include <doctest/doctest.h>

using namespace entente;
namespace fs = std::filesystem;

namespace {

const std::string start = R"(entente: 1
title: Case
as_of: 2016-07-18
layers: {security: {}, diplomacy: {}}
sources: {s: {title: Study, date: 2016-07-18}}
countries: {AFG: {name: Afghanistan}, PAK: {name: Pakistan}, IND: {name: India}}
)";

/// The model `start` with one table of that section, beside `more`.
class OneTable : public Folder {
  public:
    OneTable(const std::string& section, const std::string& text, const std::string& more = {}) {
        write("model.yaml", start + more + "tables: {" + section + ": t.csv}\n").write("t.csv", text);
    }
    Model model() const {
        const auto result = read();
        INFO(format_diagnostics(result.diagnostics));
        REQUIRE(result.ok());
        return result.model;
    }
};

}  // namespace

TEST_CASE("a row of a table is the tie that YAML would say, field by field") {
    OneTable folder("ties",
                    "a,b,layer,stance,weight,confidence,from,to,half_life,source,at,evidence_note,note\n"
                    "PAK,Afghanistan,security,,-0.35,0.8,2001,2014-06,2.5,s,p. 4,\"talks, broken off\",a note\n"
                    "IND,PAK,diplomacy,hostile,,high,,,,,,,\n");
    Folder yaml;
    yaml.write("model.yaml", start + R"(ties:
  - {between: [PAK, Afghanistan], layer: security, weight: -0.35, confidence: 0.8, from: 2001, to: 2014-06,
     half_life: 2.5, evidence: [{source: s, at: p. 4, note: "talks, broken off"}], note: a note}
  - {between: [IND, PAK], layer: diplomacy, stance: hostile, confidence: high}
)");
    const auto from_table = folder.model().ties;
    const auto from_yaml = yaml.read().model.ties;
    REQUIRE(from_table.size() == 2);
    for (std::size_t index = 0; index < 2; ++index) {
        const auto& one = from_table[index];
        const auto& other = from_yaml[index];
        CHECK(std::tuple(one.a, one.b, one.layer, double{one.weight}, double{one.confidence}, one.half_life,
                         one.note) == std::tuple(other.a, other.b, other.layer, double{other.weight},
                                                 double{other.confidence}, other.half_life, other.note));
        CHECK(one.period.from == other.period.from);
        CHECK(one.period.to == other.period.to);
        REQUIRE(one.evidence.size() == other.evidence.size());
        for (std::size_t item = 0; item < one.evidence.size(); ++item) {
            CHECK(one.evidence[item].at == other.evidence[item].at);
            CHECK(one.evidence[item].note == other.evidence[item].note);
        }
    }
}

TEST_CASE("vertices of every kind come from tables, with names, places, tags and lists") {
    Folder folder;
    folder
        .write("model.yaml", start +
                                 "tables: {countries: c.csv, groups: g.csv, organisations: o.csv, mechanisms: m.csv, "
                                 "projects: p.csv}\n")
        .write("c.csv",
               "id,name,aliases,lat,lng,capital,capability,reach,tags.region,tags.bloc,source,at,note\n"
               "TUR,Türkiye,Turkey; Turkiye,39.93,32.86,Ankara,0.0145,,Middle East,NATO,s,p. 1,\n"
               "CHN,China,,,,,2.5e-1,global,,,,,a note\n")
        .write("g.csv", "id,name,party\nTLB,Taliban,TRUE\nISK,Islamic State,FALSE\n")
        .write("o.csv",
               "id,name,actor,layers,size,about,effectiveness,confidence,from\n"
               "UN,United Nations,true,security;diplomacy,193,peace;law,limited,0.9,1945\n")
        .write("m.csv", "id,under\nQCG,UN\n")
        .write("p.csv", "id,effectiveness\nTAPI,0.25\n");
    const auto result = folder.read();
    INFO(format_diagnostics(result.diagnostics));
    REQUIRE(result.ok());
    const auto& model = result.model;
    const auto vertex = [&](const char* name) -> const Vertex& {
        return model.vertices[model.find_vertex(name).value()];
    };
    CHECK(vertex("Turkiye").id == "TUR");
    CHECK(vertex("TUR").aliases == std::vector<std::string>{"Turkey", "Turkiye"});
    CHECK(vertex("TUR").at->latitude == 39.93);
    CHECK(vertex("TUR").at->longitude == 32.86);
    CHECK(vertex("TUR").capability.front().value == 0.0145);
    CHECK(vertex("TUR").tags.at("bloc") == "NATO");
    CHECK(vertex("TUR").evidence.front().at == "p. 1");
    CHECK(vertex("CHN").capability.front().value == 0.25);
    CHECK(vertex("CHN").global_reach);
    CHECK(vertex("CHN").tags.empty());
    CHECK(vertex("TLB").is_side());
    CHECK(vertex("ISK").is_threat());
    CHECK(vertex("UN").acts);
    CHECK(vertex("UN").forum->size == 193);
    CHECK(vertex("UN").forum->layers.size() == 2);
    CHECK(vertex("UN").forum->about == std::vector<std::string>{"peace", "law"});
    CHECK(vertex("UN").forum->effectiveness == doctest::Approx(0.4));
    CHECK(vertex("QCG").under == model.find_vertex("UN"));
    CHECK(vertex("TAPI").kind == Kind::project);
}

TEST_CASE("memberships, influence, refusals, borders, concerns and capability come from tables") {
    Folder folder;
    folder
        .write("model.yaml", start +
                                 "organisations: {SCO: {effectiveness: limited, confidence: low}}\n"
                                 "tables: {memberships: m.csv, influence: i.csv, refusals: r.csv, borders: b.csv, "
                                 "concerns: c.csv, capability: v.csv}\n")
        .write("m.csv", "forum,actor,role,from,source\nSCO,PAK,member,2017,s\nSCO,IND,observer,2005,\nSCO,AFG,,,\n")
        .write("i.csv", "of,over,strength,confidence\nIND,AFG,strong,high\n")
        .write("r.csv", "by,a,b,who\nIND,IND,PAK,any\nPAK,IND,PAK,AFG; SCO\nAFG,AFG,PAK,\nAFG,AFG,IND,PAK\n")
        .write("b.csv", "a,b,from\nAFG,PAK,1947-08-14\nIND,PAK,\n")
        .write("c.csv",
               "id,label,actor,strength,source,note\n"
               "water,Water,AFG,decisive,s,\nwater,,IND,0.4,,theirs\ntrade,Trade,,,s,ours\n")
        .write("v.csv", "id,value,reach,from,to,source\nIND,0.07,,2010,2010,s\nIND,0.08,global,2011,,s\n");
    const auto result = folder.read();
    INFO(format_diagnostics(result.diagnostics));
    REQUIRE(result.ok());
    const auto& model = result.model;
    REQUIRE(model.memberships.size() == 3);
    CHECK(model.memberships[0].role == Role::member);
    CHECK(model.memberships[1].role == Role::observer);
    CHECK(model.memberships[2].evidence.size() == 1);
    CHECK(model.influences.front().strength == doctest::Approx(0.8));
    REQUIRE(model.refusals.size() == 4);
    CHECK(model.refusals[0].who == std::vector{*model.find_vertex("PAK")});
    CHECK(model.refusals[1].anyone);
    CHECK(model.refusals[3].who.size() == 2);
    CHECK(model.borders.size() == 2);
    REQUIRE(model.concerns.size() == 2);
    CHECK(model.concerns[0].label == "Trade");
    CHECK(model.concerns[0].evidence.size() == 1);
    CHECK(model.concerns[0].held_by.empty());
    CHECK(model.concerns[1].held_by.size() == 2);
    CHECK(model.concerns[1].held_by[0].evidence.size() == 1);
    CHECK(model.concerns[1].held_by[1].note == "theirs");
    const auto& india = model.vertices[*model.find_vertex("IND")];
    REQUIRE(india.capability.size() == 2);
    CHECK(india.capability[1].global);
    CHECK(india.evidence.size() == 1);
    CHECK(india.capability[0].period.to == Date::from_civil(2010, 12, 31));
}

TEST_CASE("a further row of one id with other dates is a further spell of existence") {
    OneTable folder("countries",
                    "id,name,capital,from,to,source\n"
                    "SYR,Syria,Damascus,1946-04-17,1958-02-01,s\n"
                    "EGY,Egypt,Cairo,,,\n"
                    "SYR,Syria,,1961-09-29,,s\n");
    const auto model = folder.model();
    const auto& syria = model.vertices[*model.find_vertex("SYR")];
    CHECK(syria.exists.size() == 2);
    CHECK(syria.exists_on(*Date::from_civil(1950, 1, 1)));
    CHECK_FALSE(syria.exists_on(*Date::from_civil(1960, 1, 1)));
    CHECK(syria.exists_on(*Date::from_civil(1970, 1, 1)));
    CHECK(syria.evidence.size() == 1);
    CHECK(model.vertices[*model.find_vertex("EGY")].exists.empty());
}

TEST_CASE("a further row of one id without other dates is a duplicate, and one that says something else an error") {
    CHECK(OneTable("countries", "id,name,from\nSYR,Syria,1946\nSYR,,1946\n").only_error() ==
          Contains("t.csv:3:1 duplicate id 'SYR'"));
    CHECK(OneTable("countries", "id,name,from\nSYR,Syria,1946\nSYR,Syria,\n").errors().front() ==
          Contains("t.csv:3:1 duplicate id 'SYR'"));
    CHECK(OneTable("countries", "id,name,from,to\nSYR,Syria,1946,1958\nSYR,Assyria,1961,\n").only_error() ==
          Contains("t.csv:3:5 'name' differs from that of SYR at "));
    CHECK(OneTable("countries", "id\nAFG\n").only_error() == Contains("t.csv:2:1 duplicate id 'AFG'"));
    CHECK(OneTable("groups", "id\nAFG\n").only_error() == Contains("model.yaml:6:13 already"));
}

TEST_CASE("headings are renamed, one may serve two columns, and constants stand for every row") {
    Folder folder;
    folder
        .write("model.yaml",
               start +
                   "tables:\n"
                   "  ties: [{file: t.csv, columns: {a: left, b: right}, with: {layer: security, source: s}}]\n"
                   "  capability: {file: v.csv, columns: {id: stateabb, from: year, to: year}}\n")
        .write("t.csv", "left,right,stance\nAFG,PAK,cool\nIND,PAK,hostile\n")
        .write("v.csv", "stateabb,year,value\nIND,2010,0.07\nIND,2011,0.08\n");
    const auto result = folder.read();
    INFO(format_diagnostics(result.diagnostics));
    REQUIRE(result.ok());
    CHECK(result.model.ties.size() == 2);
    CHECK(result.model.ties[1].evidence.size() == 1);
    const auto& india = result.model.vertices[*result.model.find_vertex("IND")];
    CHECK(india.capability[1].period.from == Date::from_civil(2011, 1, 1));
    CHECK(india.capability[1].period.to == Date::from_civil(2011, 12, 31));
}

TEST_CASE("a decimal comma is read where the delimiter is a semicolon, and nowhere else") {
    CHECK(double{OneTable("ties", "a;b;layer;weight\nAFG;PAK;security;0,6\n").model().ties.front().weight} == 0.6);
    CHECK(OneTable("ties", "a,b,layer,weight\nAFG,PAK,security,\"0,6\"\n").only_error() ==
          Contains("t.csv:2:18 '0,6' is no number for a weight"));
    CHECK(OneTable("ties", "a\tb\tlayer\tweight\nAFG\tPAK\tsecurity\t0,6\n").only_error() ==
          Contains("'0,6' is no number"));
}

TEST_CASE("an exponent is read where something is measured, and nowhere else") {
    CHECK(OneTable("capability", "id,value\nAFG,2.5E-05\n").model().vertices.front().capability.front().value ==
          0.000025);
    CHECK(OneTable("ties", "a,b,layer,weight\nAFG,PAK,security,2e-1\n").only_error() ==
          Contains("'2e-1' is no number"));
}

TEST_CASE("faults of a row have the place of their cell") {
    CHECK(OneTable("ties", "a,b,layer,stance\nAFG,PKA,security,cool\n").only_error() ==
          Contains("t.csv:2:5 unknown vertex 'PKA'; did you mean 'PAK'"));
    CHECK(OneTable("ties", "a,b,layer,stance\nAFG,PAK,securty,cool\n").only_error() ==
          Contains("t.csv:2:9 unknown layer 'securty'; did you mean 'security'?"));
    CHECK(OneTable("ties", "a,b,layer,stance\nAFG,PAK,security,\n").only_error() ==
          Contains("t.csv:2:1 a tie without a stance or a weight"));
    CHECK(OneTable("ties", "a,b,layer,stance\nAFG,,security,cool\n").only_error() ==
          Contains("t.csv:2:5 'b' has no value"));
    CHECK(OneTable("refusals", "by,a,b,who\nIND,IND,PAK,AFG;XXX\n").only_error() ==
          Contains("t.csv:2:17 unknown vertex 'XXX'"));
    CHECK(OneTable("refusals", "by,a,b,who\nIND,IND,PAK,\"AFG;\"\n").only_error() ==
          Contains("t.csv:2:18 a vertex is missing"));
    CHECK(OneTable("memberships", "forum,actor\nAFG,PAK\n").only_error() == Contains("t.csv:2:1 AFG is no forum"));
    CHECK(OneTable("countries", "id,lat,lng\nX,12,\n").only_error() == Contains("t.csv:2:6 'lng' has no value"));
    CHECK(OneTable("countries", "id,name\n,Nowhere\n").only_error() == Contains("t.csv:2:1 'id' has no value"));
}

TEST_CASE("faults of a header are told once, and its rows are not read") {
    CHECK(OneTable("ties", "a,b,layer,stanse\nX,Y,Z,cool\n").only_error() ==
          Contains("t.csv:1:11 unknown heading 'stanse' in a table of ties; did you mean 'stance'?"));
    CHECK(OneTable("ties", "a,b,a,layer,stance\nX,Y,Z,W,cool\n").only_error() ==
          Contains("t.csv:1:5 the heading 'a' stands twice"));
    CHECK(OneTable("ties", "a,b,stance\nX,Y,cool\n").only_error() ==
          Contains("t.csv:1:1 a table of ties without the column 'layer'"));
    CHECK(OneTable("ties", "a,b,layer\nX,Y,security\n").only_error() ==
          Contains("without the column 'stance' or 'weight'"));
    CHECK(OneTable("ties", "a,b,layer,stance,tags.region\n").only_error() == Contains("unknown heading 'tags.region'"));
}

TEST_CASE("a fault of `with` or `columns` is told in the model, and once") {
    Folder folder;
    folder.write("t.csv", "a,b,layer,stance\nAFG,PAK,security,cool\nIND,PAK,security,cool\n");
    const auto error = [&](const std::string& rest) {
        folder.write("model.yaml", start + "tables: {ties: {file: t.csv, " + rest + "}}\n");
        return folder.only_error();
    };
    CHECK(error("with: {source: x}") == Contains("model.yaml:7:45 unknown source 'x'"));
    CHECK(error("with: {layer: security}") == Contains("model.yaml:7:37 the column 'layer' is given twice"));
    CHECK(error("with: {colour: red}") == Contains("model.yaml:7:37 unknown column 'colour' of ties"));
    CHECK(error("columns: {a: left}") ==
          Contains("model.yaml:7:43 " + (folder / "t.csv").string() + " has no heading 'left'"));
    CHECK(error("columns: {a: b}") == Contains("t.csv:1:1 the column 'a' is given twice"));
    CHECK(error("delimiter: tab") == Contains("model.yaml:7:30 unknown key 'delimiter' of a table"));
}

TEST_CASE("a table is looked for beside the file that names it, then in the folders of data") {
    Folder folder;
    Folder data;
    Folder further;
    folder.write("model.yaml", start + "include: [parts/p.yaml]\n").write("parts/p.yaml", "tables: {borders: b.csv}\n");
    const ReadOptions options{{}, {(data / "").string(), (further / "").string()}};
    CHECK(folder.only_error(options) == Contains("parts/p.yaml:1:19 there is no table 'b.csv'"));
    further.write("b.csv", "a,b\nAFG,PAK\nIND,PAK\n");
    CHECK(folder.read("model.yaml", options).model.borders.size() == 2);
    data.write("b.csv", "a,b\nAFG,PAK\n");
    CHECK(folder.read("model.yaml", options).model.borders.size() == 1);
    folder.write("parts/b.csv", "a,b\n");
    const auto result = folder.read("model.yaml", options);
    CHECK(result.model.borders.empty());
    REQUIRE(result.files.size() == 3);
    CHECK(fs::path(result.files[2].path).filename() == "b.csv");
    CHECK(result.files[2].sha256.size() == 64);
}

TEST_CASE("a table lies, links resolved, in the model's folder or one of data, and is a regular file") {
    Folder folder;
    Folder outside;
    outside.write("b.csv", "a,b\nAFG,PAK\n");
    fs::create_symlink(outside / "b.csv", folder / "link.csv");
    fs::create_directory(folder / "sub");
    const auto named = [&](const std::string& path) -> Folder& {
        folder.write("model.yaml", start + "tables: {borders: " + path + "}\n");
        return folder;
    };
    CHECK(named("link.csv").only_error() == Contains("model.yaml:7:19 'link.csv' lies outside the model's folder"));
    CHECK(named((outside / "b.csv").string()).only_error() == Contains("lies outside the model's folder"));
    CHECK(named("sub").only_error() == Contains("cannot read 'sub': this is no regular file"));
    CHECK(named("link.csv").read("model.yaml", {{}, {(outside / "").string()}}).model.borders.size() == 1);
}

TEST_CASE("of thousands of errors in a table the first are told, the others counted") {
    std::string text = "a,b,layer,stance\n";
    for (int row = 0; row < 5000; ++row)
        text += "AFG,PAK,security,icy\n";
    OneTable folder("ties", text);
    folder.write("model.yaml", start + "tables: {ties: t.csv, borders: b.csv}\n").write("b.csv", "a,b\nAFG,XXX\n");
    const auto result = folder.read();
    REQUIRE(result.diagnostics.size() == 22);
    CHECK(result.diagnostics[20].message == "4980 more errors in this table");
    CHECK(result.diagnostics[21].message == Contains("unknown vertex 'XXX'"));
    CHECK(result.errors() == 5001);
    CHECK(format_diagnostics(result.diagnostics).ends_with("5001 errors\n"));
}

TEST_CASE("letters once misread as control characters are shown as such, with a warning") {
    OneTable folder("countries", "id,name\nX,Pole europ\u008een\n");
    CHECK(folder.said_of(Severity::warning).back() ==
          Contains("t.csv:2:13 1 control character, read as \ufffd; the file was saved in another encoding"));
    CHECK(OneTable("countries", "id,name\nX,a\u202eb\n").only_error() ==
          Contains("t.csv:2:4 a bidirectional-override"));
}

TEST_CASE("the world of recorded data reads without an error") {
    const char* const set = std::getenv("ENTENTE_DATA");
    const fs::path folder = fs::path(set != nullptr ? set : ENTENTE_DATA_BESIDE) / "world";
    if (!fs::exists(folder / "countries.csv")) {
        MESSAGE("SKIPPED: there is no " << folder.string() << "; set ENTENTE_DATA");
        return;
    }
    Folder model;
    model.write("model.yaml", R"(entente: 1
as_of: 2014-12-31
sources: {atop: {title: A}, tss: {title: B}, mid: {title: C}, cow-igo: {title: D}}
layers: {alliance: {}, rivalry: {}, dispute: {}}
tables: {countries: countries.csv, organisations: organisations.csv, capability: capability.csv,
  ties: [alliances.csv, rivalries.csv, disputes.csv], borders: borders.csv, memberships: memberships.csv}
)");
    const auto result = model.read("model.yaml", {{}, {folder.string()}});
    INFO(format_diagnostics(result.diagnostics));
    REQUIRE(result.ok());
    CHECK(result.warnings() <= 2);
    CHECK(result.files.size() == 9);
    CHECK(result.model.vertices.size() == 202 + 491);
    CHECK(result.model.ties.size() == 5847 + 185 + 2549);
    CHECK(result.model.memberships.size() == 17'758);
    CHECK(result.model.borders.size() == 430);
    std::size_t capabilities = 0;
    for (const auto& vertex : result.model.vertices)
        capabilities += vertex.capability.size();
    CHECK(capabilities == 11'688);
}
