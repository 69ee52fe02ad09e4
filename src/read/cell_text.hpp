/// What spreadsheets and programs write in a cell, as the format writes it. Any other text stays as it is.
#pragma once

#include <string>

namespace entente {

/// 0,5 as 0.5.
void take_decimal_comma(std::string& text);
/// 2.5e-05 as 0.000025, to the digit.
void take_exponent(std::string& text);
/// TRUE and True as true, FALSE and False as false.
void take_flag(std::string& text);

}  // namespace entente
