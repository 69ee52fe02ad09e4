/// What a model holds, how much of it is evidenced and how much of the map is silence, in sentences.
#pragma once

#include <entente/analysis.hpp>

#include <string>

namespace entente::write {

/// "14 countries, 1 group and 3 organisations; 91 relations, 12 pairs in tension."
std::string holdings_sentence(const Coverage& coverage);
/// "120 of 124 records carry evidence (96 %)."
std::string evidence_sentence(const Coverage& coverage);
/// "70 of 105 pairs of sides have no tie (66 %): nothing is recorded, which is not peace."
std::string silence_sentence(const Coverage& coverage);

}  // namespace entente::write
