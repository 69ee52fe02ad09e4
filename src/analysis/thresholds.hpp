/// The thresholds of METHOD, each in one place.
#pragma once

#include <cstddef>

namespace entente {

inline constexpr double tau = 0.1;           ///< a tie that binds, or strains (METHOD 4 to 7)
inline constexpr double least_trust = 0.01;  ///< of a candidate in every party (METHOD 7)
inline constexpr double partnership = 0.2;   ///< cooperation of a pair that counts as tied in roles and joint brokering
inline constexpr double dependence = 0.6;    ///< influence of a party over a candidate (METHOD 7)

}  // namespace entente
