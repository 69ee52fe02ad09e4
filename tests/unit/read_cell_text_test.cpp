#include "read/cell_text.hpp"

#include <doctest/doctest.h>

using namespace entente;

namespace {

std::string taken(void (*take)(std::string&), std::string text) {
    take(text);
    return text;
}

}  // namespace

TEST_CASE("a decimal comma is taken between digits alone") {
    const auto comma = [](const char* text) { return taken(take_decimal_comma, text); };
    CHECK(comma("0,6") == "0.6");
    CHECK(comma("-12,05") == "-12.05");
    CHECK(comma("2,5E-05") == "2.5E-05");
    for (const auto* const other : {"0.6", ",6", "6,", "1,000,000", "1.000,5", "high", "-,5", "a,b", "", "-"})
        CHECK(comma(other) == other);
}

TEST_CASE("an exponent is written out to the digit") {
    const auto plain = [](const char* text) { return taken(take_exponent, text); };
    CHECK(plain("2.2907427e-05") == "0.000022907427");
    CHECK(plain("2E-05") == "0.00002");
    CHECK(plain("1e0") == "1");
    CHECK(plain("1.5e+3") == "1500");
    CHECK(plain("1.25e1") == "12.5");
    CHECK(plain("123.4e-2") == "1.234");
    CHECK(plain("-12e-1") == "-1.2");
    CHECK(plain("0.005e2") == "0.5");
    CHECK(plain("0.0e5") == "0");
    CHECK(plain("10e-1") == "1.0");
    for (const auto* const other :
         {"high", "1", "e5", "1e", "1e5x", "1.e5", ".5e1", "1e99999999999", "1e500", "e", "", "-e1"})
        CHECK(plain(other) == other);
}

TEST_CASE("true and false are taken in any capitals") {
    const auto flag = [](const char* text) { return taken(take_flag, text); };
    CHECK(flag("TRUE") == "true");
    CHECK(flag("False") == "false");
    CHECK(flag("Yes") == "Yes");
}
