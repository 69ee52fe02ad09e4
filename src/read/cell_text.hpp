/// What spreadsheets and programs write in a cell, as the format writes it. Any other text stays as it is.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// 0,5 as 0.5.
std::string with_decimal_point(std::string_view text);
/// 2.5e-05 as 0.000025, to the digit.
std::string without_exponent(std::string_view text);
/// TRUE and True as true, FALSE and False as false.
std::string with_small_flag(std::string_view text);

}  // namespace entente
