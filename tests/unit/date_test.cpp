#include <entente/model.hpp>

#include <doctest/doctest.h>

using entente::parse_date;

TEST_CASE("a year covers all of its days, a month all of its own, a day itself") {
    CHECK(parse_date("2015")->first.text() == "2015-01-01");
    CHECK(parse_date("2015")->last.text() == "2015-12-31");
    CHECK(parse_date("2016-02")->last.text() == "2016-02-29");
    CHECK(parse_date("1386-05-09")->first.text() == "1386-05-09");
}

TEST_CASE("what is no day is no date") {
    for (const auto* text : {"", "201", "2015-02-29", "2012-6-7", "07/06/2012", "1902-07--9", "-9", "2015-13",
                             "2015-00", "0000", "2015-01-01T", "2015-01-1", "20150101"})
        CHECK_FALSE(parse_date(text).has_value());
}
