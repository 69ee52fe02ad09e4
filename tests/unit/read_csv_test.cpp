#include "read/csv.hpp"
#include "read_helpers.hpp"

#include <doctest/doctest.h>

using namespace entente;

namespace {

using Row = std::vector<std::string>;

/// What a text holds, and what is said of it.
struct Seen {
    Row header;
    std::vector<Row> rows;
    std::vector<std::string> errors;
    char delimiter;
};

Row texts(const std::vector<Cell>& cells) {
    Row row;
    for (const auto& cell : cells)
        row.emplace_back(cell.text);
    return row;
}

Seen read(const std::string& text) {
    const SourceText source("t.csv", text, 0);
    Diagnostics diagnostics;
    CsvReader reader(source, diagnostics);
    Seen seen{texts(reader.header()), {}, {}, reader.delimiter()};
    while (reader.next())
        seen.rows.push_back(texts(reader.cells()));
    for (const auto& diagnostic : diagnostics.in_file_order())
        seen.errors.push_back(said(diagnostic));
    CHECK(reader.is_whole() == seen.errors.empty());
    return seen;
}

/// `LINE:COLUMN+LENGTH` of every cell of the first row.
Row places(const std::string& text) {
    const SourceText source("t.csv", text, 0);
    Diagnostics diagnostics;
    CsvReader reader(source, diagnostics);
    REQUIRE(reader.next());
    Row row;
    for (const auto& cell : reader.cells()) {
        const auto [line, column] = source.position(cell.offset);
        row.push_back(fmt::format("{}:{}+{}", line, column, cell.length));
    }
    return row;
}

const std::vector<Row> two_rows{{"1", "2"}, {"3", "4"}};

}  // namespace

TEST_CASE("lines of a table end with LF, CRLF or CR, the last with or without") {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        CHECK(read("a,b" + end + "1,2" + end + "3,4" + end).rows == two_rows);
        CHECK(read("a,b" + end + "1,2" + end + "3,4").rows == two_rows);
    }
    CHECK(read("a,b\r1,2\n3,4\r\n").rows == two_rows);
}

TEST_CASE("the header decides the delimiter, whatever stands in the rows") {
    CHECK(read("a,b\n\"x;y;z;w\",2\n").rows == std::vector<Row>{{"x;y;z;w", "2"}});
    CHECK(read("a;b\n1,5;2,5\n").rows == std::vector<Row>{{"1,5", "2,5"}});
    CHECK(read("a\tb\n1,5;2\t3\n").rows == std::vector<Row>{{"1,5;2", "3"}});
    CHECK(read("\"a,b,c\";d\n1;2\n").delimiter == ';');
    CHECK(read("a\n1\n2\n").rows == std::vector<Row>{{"1"}, {"2"}});
}

TEST_CASE("a first line sep= is obeyed, and another delimiter refused") {
    CHECK(read("sep=;\na;b,c,d\n1;2\n").header == Row{"a", "b,c,d"});
    CHECK(read("\"sep=;\"\r\na;b\r\n1;2\r\n3;4\r\n").rows == two_rows);
    CHECK(read("SEP=\t\na\tb\n1\t2\n3\t4\n").rows == two_rows);
    CHECK(read("\xef\xbb\xbfsep=,\na,b;c\n1,2\n3,4\n").rows == two_rows);
    CHECK(read("sep=|\na,b\n1,2\n3,4\n").errors ==
          Row{"1:1 the delimiter '|' is not read; part the cells by commas, semicolons or tabs"});
}

TEST_CASE("quotes hold delimiters, line ends and doubled quotes") {
    CHECK(read("a,b\n\"x, y\",\"say \"\"so\"\"\"\n").rows == std::vector<Row>{{"x, y", "say \"so\""}});
    CHECK(read("a,b\n\"one\ntwo\",3\n\"one\r\ntwo\",4\n").rows ==
          std::vector<Row>{{"one\ntwo", "3"}, {"one\r\ntwo", "4"}});
    CHECK(read("a,b\n\"\",\"\"\"\"\n").rows == std::vector<Row>{{"", "\""}});
    CHECK(read("\"a\nb\",c\n1,2\n").header == Row{"a\nb", "c"});
}

TEST_CASE("blanks around a cell are trimmed, in quotes and out, those that break no line too") {
    CHECK(read("a, b \n x ,\u00a0y\u00a0\n").rows == std::vector<Row>{{"x", "y"}});
    CHECK(read("a,b\n \"x \" ,\"\u202f y\n\"\n").rows == std::vector<Row>{{"x", "y"}});
    CHECK(read("a;b\n\tx y\t;\u2007\n").rows == std::vector<Row>{{"x y", ""}});
    CHECK(read("a,b\nà,é\n").rows == std::vector<Row>{{"à", "é"}});
}

TEST_CASE("lines without a filled cell are passed over") {
    CHECK(read("\n\na,b\n\n1,2\n,\n  \n,,,,\n\"\",\"\"\n3,4\n\n\n").rows == two_rows);
}

TEST_CASE("a header without rows is a table without records") {
    CHECK(read("a,b\n").rows.empty());
    CHECK(read("a,b").errors.empty());
}

TEST_CASE("a file without a header is an error") {
    for (const std::string text : {"", "\n\n", "\xef\xbb\xbf", "sep=;\n", " \r\n"})
        CHECK(read(text).errors == Row{"1:1 the table is empty; its first line names the columns"});
}

TEST_CASE("cells know their place in the file, however many lines a cell above has") {
    CHECK(places("a,b,c\n x,\"y z\",\n") == Row{"2:2+1", "2:4+5", "2:10+1"});
    CHECK(places("\"a\n\n\",b,c\n1,2,3\n") == Row{"4:1+1", "4:3+1", "4:5+1"});
    CHECK(places("a,b\nÄß, x\n") == Row{"2:1+4", "2:5+1"});
}

TEST_CASE("a row has as many cells as the header") {
    CHECK(read("a,b\n1,2,3\n4\n5,6\n").rows == std::vector<Row>{{"5", "6"}});
    CHECK(read("a,b\n1,2,3\n4\n5,6\n").errors ==
          Row{"2:5 3 cells, and the header has 2; a cell that holds a comma stands in quotes",
              "3:1 1 cell, and the header has 2; add the missing ones, empty where nothing is known"});
    CHECK(read("a;b\n1;2;\n").errors.front() == Contains("2:5 3 cells, and the header has 2"));
}

TEST_CASE("a quote that is not closed is an error where it opens, and ends the table") {
    const auto seen = read("a,b\n1,2\n3,\"4\n5,6\n7,8\n");
    CHECK(seen.rows == std::vector<Row>{{"1", "2"}});
    CHECK(seen.errors == Row{"3:3 this quote is not closed; close it; a quote inside a cell is written twice"});
    CHECK(read("\"a,b\n1,2\n").errors.size() == 1);
}

TEST_CASE("a quote out of place is an error, and the next row is read") {
    const auto inside = read("a,b\n5\" pipe,2\n3,4\n");
    CHECK(inside.rows == std::vector<Row>{{"3", "4"}});
    CHECK(inside.errors ==
          Row{"2:2 a quote inside a cell that does not begin with one; put the cell in quotes, and write a "
              "quote inside it twice"});
    const auto after = read("a,b\n\"5\" pipe\",2\n3,4\n");
    CHECK(after.rows == std::vector<Row>{{"3", "4"}});
    CHECK(after.errors == Row{"2:5 text after the closing quote; a quote inside a cell is written twice"});
    CHECK(read("a,b\n\"one,2\n3,\"four\"\n").errors ==
          Row{"3:4 text after the quotes that open at t.csv:2:1; a quote inside a cell is written twice"});
}
