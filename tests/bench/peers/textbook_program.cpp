#include "textbook_program.hpp"

#include <array>
#include <limits>

#include <coin/Cbc_C_Interface.h>

namespace entente::bench {
namespace {

constexpr auto anything = std::numeric_limits<double>::max();

/// frustrated >= sign · (x_a + other · x_b) + constant
void add_row(Cbc_Model* model, const std::array<int, 3>& columns, double a, double b, double least) {
    const std::array<double, 3> factors{a, b, 1};
    Cbc_addRow(model, "", 3, columns.data(), factors.data(), 'G', least);
}

}  // namespace

ProgramAnswer solve_textbook_program(std::size_t size, std::span<const WeightedEdge> ties, double seconds) {
    auto* const model = Cbc_newModel();
    Cbc_setLogLevel(model, 0);
    for (std::size_t vertex = 0; vertex < size; ++vertex)
        Cbc_addCol(model, "", 0, 1, 0, 1, 0, nullptr, nullptr);
    for (std::size_t tie = 0; tie < ties.size(); ++tie)
        Cbc_addCol(model, "", 0, 1, 1, 1, 0, nullptr, nullptr);
    for (std::size_t tie = 0; tie < ties.size(); ++tie) {
        const std::array columns{static_cast<int>(ties[tie].a), static_cast<int>(ties[tie].b),
                                 static_cast<int>(size + tie)};
        if (ties[tie].weight > 0) {  // frustrated where the camps differ
            add_row(model, columns, 1, -1, 0);
            add_row(model, columns, -1, 1, 0);
        } else {  // frustrated where they are the same
            add_row(model, columns, -1, -1, -1);
            add_row(model, columns, 1, 1, 1);
        }
    }
    Cbc_setMaximumSeconds(model, seconds);
    Cbc_solve(model);
    const ProgramAnswer answer{Cbc_getObjValue(model), Cbc_isProvenOptimal(model) != 0};
    Cbc_deleteModel(model);
    return answer;
}

}  // namespace entente::bench
