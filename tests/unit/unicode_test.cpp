#include "model/unicode.hpp"

#include "model/nearest.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("names are compared composed, with a straight apostrophe") {
    CHECK(comparison_form("Co\u0302te d\u2019Ivoire") == comparison_form("C\u00f4te d'Ivoire"));
    CHECK(comparison_form("Niger") != comparison_form("niger"));
}

TEST_CASE("wide characters take two cells, joiners none") {
    CHECK(display_width("上海") == 4);
    CHECK(display_width("a\u200cb") == 2);
    CHECK(count_characters("上海a") == 3);
}

TEST_CASE("overrides and controls are forbidden, joiners and tabs are not") {
    CHECK(find_forbidden_character("ab\u202ec") == 2);
    CHECK(find_forbidden_character(std::string_view("a\0b", 3)) == 1);
    CHECK_FALSE(find_forbidden_character("همکاری\u200cهای\t").has_value());
}

TEST_CASE("bytes that are no UTF-8 are found") {
    CHECK(find_invalid_utf8("ab\xff") == 2);
    CHECK(find_invalid_utf8("\xed\xa0\x80") == 0);
    CHECK(find_invalid_utf8("\xc0\xaf") == 0);
    CHECK_FALSE(find_invalid_utf8("ab\u202e").has_value());
}

TEST_CASE("the nearest word is offered only where it is near") {
    const std::array<std::string_view, 3> known{"PAK", "IND", "Niger"};
    CHECK(nearest("PKA", known) == "PAK");
    CHECK(nearest("Nigerr", known) == "Niger");
    CHECK(nearest("niger", known) == "Niger");
    CHECK(nearest("XYZ", known).empty());
}
