#include "count_cells.hpp"

#include <stdexcept>

#include <csv.h>

namespace entente::bench {

void count_cells(const std::string& text, Cells& counted) {
    csv_parser parser;
    csv_init(&parser, CSV_APPEND_NULL);
    const auto cell = [](void*, std::size_t, void* to) { ++static_cast<Cells*>(to)->cells; };
    const auto row = [](int, void* to) { ++static_cast<Cells*>(to)->rows; };
    if (csv_parse(&parser, text.data(), text.size(), cell, row, &counted) != text.size())
        throw std::runtime_error(csv_strerror(csv_error(&parser)));
    csv_fini(&parser, cell, row, &counted);
    csv_free(&parser);
}

}  // namespace entente::bench
