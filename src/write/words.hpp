/// Numbers, names and words of the scale as a reader meets them.
#pragma once

#include "model/phrasing.hpp"
#include <entente/analysis.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::write {

/// Two digits after the point, with their sign: +0.84, −0.30 (U+2212), 0.00.
std::string signed_digits(double value);
/// The shortest decimal that reads back as the same double; 0 for -0. The value must be finite.
std::string exact_number(double value);

/// "1 forum", "3 forums".
std::string count_of(std::size_t count, std::string_view singular, std::string_view plural);
/// "first", "second", … "tenth", then "11th", "22nd".
std::string ordinal(std::size_t number);

/// The strongest stance that the number reaches: "strained" for −0.4 and for −0.55. What several ties add up to is not
/// called a war unless it is one.
std::string_view stance_word(const Model& model, double net);
/// The model's word nearest to the number: "moderate" for 0.55; no word for nothing where there is something.
std::string_view strength_word(const Model& model, double strength);
std::string_view effectiveness_word(const Model& model, double effectiveness);
std::string_view confidence_word(const Model& model, double confidence);
/// How hard a tension is: the stance word of its negative; one that is there at all is never called neutral.
std::string_view tension_word(const Model& model, double tension);

std::string_view role_word(Role role);
/// "countries", "groups", …
std::string_view plural_of(Kind kind);
/// The name of a component with what it says: "access (trusted by all)".
std::string_view component_phrase(std::size_t component);

std::vector<std::string> names_of(const Model& model, std::span<const VertexIndex> vertices);
std::vector<std::string> ids_of(const Model& model, std::span<const VertexIndex> vertices);
/// Parted by en dashes; where a part holds one itself, by " – ".
std::string joined_by_dash(const std::vector<std::string>& parts);
/// "Afghanistan–Pakistan"; where a name holds an en dash itself, parted by " – ".
std::string pair_names(const Model& model, VertexIndex a, VertexIndex b);
/// "AFG–PAK".
std::string pair_ids(const Model& model, VertexIndex a, VertexIndex b);
/// "Afghanistan–China–Pakistan".
std::string names_joined(const Model& model, std::span<const VertexIndex> vertices);

/// "Afghanistan–Pakistan: on balance cool (−0.19), cooperation 0.41, tension 0.60; ambivalent."
std::string pair_sentence(const Model& model, const Pair& pair);

/// Whether nearly everyone stands against a few: camps then say who is outcast, and hardly who could change sides.
bool is_lopsided(const Balance& balance);

/// Who is first in more draws than the candidate that ranks first, and in the most of all; null where nobody is.
const Candidate* more_often_first(const Brokerage& brokerage);

/// One row's marks in words, empty where there are none: "refused by India; depends on Pakistan; strained with China".
std::string marks_of(const Model& model, const Candidate& candidate);

}  // namespace entente::write
