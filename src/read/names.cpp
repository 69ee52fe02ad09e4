#include "read/names.hpp"

#include "model/nearest.hpp"
#include "model/unicode.hpp"

namespace entente {

namespace {

/// Letters compared in the search for near names over a whole run: thousands of misspelt names are no typing errors.
constexpr std::size_t most_work = 20'000'000;

}  // namespace

std::optional<Names::Owner> Names::add(std::string_view name, VertexIndex vertex, const Span& at) {
    const auto [found, is_new] = owners_.try_emplace(comparison_form(name), Owner{vertex, at});
    if (is_new) known_.emplace_back(name);
    if (found->second.vertex == vertex) return std::nullopt;
    return found->second;
}

std::optional<VertexIndex> Names::find(std::string_view name) const {
    const auto found = is_ascii(name) ? owners_.find(name) : owners_.find(comparison_form(name));
    if (found == owners_.end()) return std::nullopt;
    return found->second.vertex;
}

std::string Names::nearest_to(std::string_view name) const {
    const std::string word(name);
    if (const auto found = suggestions_.find(word); found != suggestions_.end()) return found->second;
    if (work_ > most_work) return {};
    std::vector<std::string_view> candidates;
    for (const auto& known : known_) {
        candidates.push_back(known);
        work_ += known.size() * word.size();
    }
    return suggestions_[word] = std::string(nearest(word, candidates));
}

}  // namespace entente
