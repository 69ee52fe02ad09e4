/// libcsv: the cells and rows of a text, counted.
#pragma once

#include <cstddef>
#include <string>

namespace entente::bench {

struct Cells {
    std::size_t cells = 0;
    std::size_t rows = 0;
};
void count_cells(const std::string& text, Cells& counted);

}  // namespace entente::bench
