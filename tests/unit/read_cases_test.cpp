#include "read_helpers.hpp"

#include <filesystem>
#include <fstream>

#include <unistd.h>

using namespace entente;
namespace fs = std::filesystem;

namespace {

constexpr auto* columns = "case,year,a,b,brokers\n";

/// Reads a file of this text, which is gone afterwards.
CasesResult cases_of(const std::string& text) {
    const auto path = fs::temp_directory_path() / fmt::format("entente-cases-{}.csv", getpid());
    std::ofstream(path, std::ios::binary) << text;
    auto result = read_cases(path.string());
    fs::remove(path);
    return result;
}

/// `LINE:COLUMN message; hint` of the only error.
std::string fault_of(const std::string& text) {
    const auto result = cases_of(text);
    INFO(format_diagnostics(result.diagnostics));
    REQUIRE(result.diagnostics.size() == 1);
    return said(result.diagnostics.front());
}

}  // namespace

TEST_CASE("a case has a name, a year, two parties and brokers") {
    const auto result = cases_of("case,year,a,b,brokers\ncenepa,1995,ECU,PER,BRA;ARG; CHL\n");
    REQUIRE(result.ok());
    REQUIRE(result.cases.size() == 1);
    const auto& made = result.cases.front();
    CHECK(made.name == "cenepa");
    CHECK(made.year == 1995);
    CHECK(made.a == "ECU");
    CHECK(made.b == "PER");
    CHECK(made.brokers == std::vector<std::string>{"BRA", "ARG", "CHL"});
    CHECK(result.file.sha256.size() == 64);
}

TEST_CASE("columns of cases come in any order, and further ones are not looked at") {
    const auto result =
        cases_of("what;brokers;b;a;year;case;a note\n\"talks; in, secret\";\"USA;UKG\";PAK;IND;2002;twin peaks;\n");
    REQUIRE(result.ok());
    CHECK(result.cases.at(0).brokers == std::vector<std::string>{"USA", "UKG"});
    CHECK(result.cases.at(0).a == "IND");
}

TEST_CASE("names of cases are not judged by whether a model knows them") {
    CHECK(cases_of("case,year,a,b,brokers\nx,2000,Atlantis,\"Republic, of Commas\",نام\n").ok());
}

TEST_CASE("a table of cases that lacks a column says which") {
    CHECK(fault_of("case,year,a,b\nx,2000,A,B\n") ==
          "1:1 there is no column 'brokers'; cases have the columns case, year, a, b and brokers");
    CHECK(fault_of("countries:\n") ==
          "1:1 there is no column 'case', 'year', 'a', 'b', 'brokers'; cases have the columns case, year, a, b and "
          "brokers");
    CHECK(fault_of("case,year,a,b,brokers,a\nx,2000,A,B,C,A\n") ==
          "1:23 the column 'a' stands here again; leave one out");
}

TEST_CASE("what is missing of a case is an error at its place") {
    CHECK(fault_of(std::string(columns) + ",2000,A,B,C\n") == "2:1 a case without 'case'; add it");
    CHECK(fault_of(std::string(columns) + "x,,A,B,C\n") == "2:3 a case without 'year'; add it");
    CHECK(fault_of(std::string(columns) + "x,2000,,B,C\n") == "2:8 a case without 'a'; add it");
    CHECK(fault_of(std::string(columns) + "x,2000,A,,C\n") == "2:10 a case without 'b'; add it");
    CHECK(fault_of(std::string(columns) + "x,2000,A,B,\n") == "2:12 a case without 'brokers'; add it");
    CHECK(fault_of(std::string(columns) + "x,2000,A,B,;\n") ==
          "2:12 nobody is named; part several brokers by semicolons");
}

TEST_CASE("a year of a case is a whole number with a year before it") {
    for (const auto* year : {"1974a", "1974-05-31", "1", "10000", "-5", "99999999999"})
        CHECK(fault_of(std::string(columns) + fmt::format("x,{},A,B,C\n", year)) ==
              fmt::format("2:3 '{}' is no year; write a whole number, 2 to 9999", year));
}

TEST_CASE("a party is not twice in a case, nor its own broker") {
    CHECK(fault_of(std::string(columns) + "x,2000,A,A,C\n") == "2:10 'A' is both parties; name two that differ");
    CHECK(fault_of(std::string(columns) + "x,2000,A,B,C;B\n") ==
          "2:12 the broker 'B' is a party; name those who stood between the two");
}

TEST_CASE("a case named twice is an error that tells of the first") {
    CHECK(fault_of(std::string(columns) + "x,2000,A,B,C\ny,2000,A,B,C\nx,2001,A,B,C\n") ==
          Contains{"4:1 the case 'x' stands here again; it is first at "});
}

TEST_CASE("all errors of a table of cases are told in one run") {
    CHECK(cases_of(std::string(columns) + "x,now,A,A,C\ny,2000,A,B\nz,,A,B,C\n").diagnostics.size() == 4);
}

TEST_CASE("cases that cannot be read are an error of the file") {
    const auto result = read_cases("/nowhere/cases.csv");
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics.front().file == "/nowhere/cases.csv");
    CHECK(result.diagnostics.front().line == 0);
    CHECK(!cases_of("").ok());
    CHECK(!read_cases("/").ok());
}
