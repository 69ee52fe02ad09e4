/// How a briefing looks, as one stylesheet that a page carries within.
#pragma once

#include <string>
#include <string_view>

namespace entente::write::brief {

/// The stylesheet, with the marking and the title repeated in the margins of every printed page.
std::string stylesheet(std::string_view marking, std::string_view title);
/// The source by which a Content-Security-Policy knows exactly this inline text: 'sha256-…'.
std::string policy_hash(std::string_view text);

}  // namespace entente::write::brief
