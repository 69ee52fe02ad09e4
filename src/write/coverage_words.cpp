#include "write/coverage_words.hpp"

#include "write/words.hpp"

#include <fmt/format.h>

namespace entente::write {

namespace {

/// 100 % is all, and 0 % is none.
std::string percentage(std::size_t part, std::size_t whole) {
    return whole == 0 ? std::string()
                      : fmt::format(" ({})", percent(static_cast<double>(part) / static_cast<double>(whole)));
}

}  // namespace

std::string holdings_sentence(const Coverage& coverage) {
    std::vector<std::string> counts;
    for (std::size_t index = 0; index < coverage.vertices.size(); ++index) {
        const auto kind = static_cast<Kind>(index);
        const auto count = coverage.vertices[index];
        if (count > 0) counts.push_back(count_of(count, name_of(kind), plural_of(kind)));
    }
    if (counts.empty()) return "It holds no vertex.";
    return fmt::format("{}; {}, {} in tension.", join_words(counts),
                       count_of(coverage.relations, "relation", "relations"),
                       count_of(coverage.tensions, "pair", "pairs"));
}

std::string evidence_sentence(const Coverage& coverage) {
    if (coverage.records == 0) return "It holds no record.";
    return fmt::format("{} of {} carry evidence{}.", coverage.evidenced,
                       count_of(coverage.records, "record", "records"),
                       percentage(coverage.evidenced, coverage.records));
}

std::string silence_sentence(const Coverage& coverage) {
    if (coverage.side_pairs == 0) return "There is no pair of sides.";
    return fmt::format("{} of {} of sides have no tie{}: nothing is recorded, which is not peace.",
                       coverage.silent_pairs, count_of(coverage.side_pairs, "pair", "pairs"),
                       percentage(coverage.silent_pairs, coverage.side_pairs));
}

}  // namespace entente::write
