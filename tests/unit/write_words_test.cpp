#include "model_builder.hpp"
#include "write/words.hpp"

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::write;

TEST_CASE("numbers for reading have two digits and no negative zero") {
    CHECK(two_digits(0.845) == "0.84");
    CHECK(two_digits(-0.001) == "0.00");
    CHECK(signed_digits(0.3) == "+0.30");
    CHECK(signed_digits(-0.3) == "−0.30");
    CHECK(signed_digits(-0.0) == "0.00");
}

TEST_CASE("numbers for machines read back exactly") {
    CHECK(exact_number(0.1) == "0.1");
    CHECK(exact_number(-0.0) == "0");
    CHECK(exact_number(1.0 / 3) == "0.3333333333333333");
}

TEST_CASE("counts, places and lists read as a sentence does") {
    CHECK(count_of(1, "forum", "forums") == "1 forum");
    CHECK(count_of(0, "forum", "forums") == "0 forums");
    CHECK(ordinal(1) == "first");
    CHECK(ordinal(11) == "11th");
    CHECK(ordinal(22) == "22nd");
    CHECK(ordinal(113) == "113th");
    CHECK(join_words(std::vector<std::string>{}) == "");
    CHECK(join_words(std::vector<std::string>{"A"}) == "A");
    CHECK(join_words(std::vector<std::string>{"A", "B"}) == "A and B");
    CHECK(join_words(std::vector<std::string>{"A", "B", "C"}, "or") == "A, B or C");
}

TEST_CASE("a date is written out") {
    CHECK(date_words(*Date::from_civil(2016, 7, 18)) == "18 July 2016");
    CHECK(date_words(*Date::from_civil(987, 12, 1)) == "1 December 987");
}

TEST_CASE("a number takes the model's own words: of stances the one it reaches, of others the nearest") {
    auto model = ModelBuilder().countries({"A", "B"}).build();
    CHECK(stance_word(model, -0.45) == "strained");
    CHECK(stance_word(model, -0.59) == "strained");
    CHECK(stance_word(model, 0.05) == "neutral");
    CHECK(tension_word(model, 0.8) == "hostile");
    CHECK(tension_word(model, 0.97) == "hostile");
    CHECK(tension_word(model, 1) == "war");
    CHECK(effectiveness_word(model, 0.55) == "moderate");
    model.scale.stance["frosty"] = -0.45;
    CHECK(stance_word(model, -0.45) == "frosty");
}

TEST_CASE("a pair of names that hold a dash is parted by a spaced one") {
    const auto model = ModelBuilder()
                           .vertex("A", Kind::country, [](Vertex& vertex) { vertex.name = "Afghanistan"; })
                           .vertex("M", Kind::mechanism, [](Vertex& vertex) { vertex.name = "Iran–Turkey trade"; })
                           .build();
    CHECK(pair_names(model, 0, 0) == "Afghanistan–Afghanistan");
    CHECK(pair_names(model, 0, 1) == "Afghanistan – Iran–Turkey trade");
    CHECK(pair_ids(model, 0, 1) == "A–M");
}
