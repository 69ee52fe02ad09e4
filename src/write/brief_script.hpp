/// What moves in a page: a script that is always the same, and what it needs to rank anew.
#pragma once

#include "write/brief_document.hpp"

#include <string>
#include <string_view>

namespace entente::write::brief {

extern const std::string_view script_text;  // brief.js, embedded

/// {components, profile {name, weights}, words [[word, number]], pairs [{anchor, candidates [{id, name, parts,
/// refused}]}]}; numbers read back exactly; nothing in it can end the element that holds it.
std::string standings_json(const Standings& standings);

}  // namespace entente::write::brief
