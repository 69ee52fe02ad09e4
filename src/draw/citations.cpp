#include "draw/citations.hpp"

#include <algorithm>
#include <numeric>

namespace entente::drawing {

std::vector<std::size_t> most_cited(const Model& model) {
    std::vector<std::size_t> citations(model.sources.size());
    const auto count = [&](const std::vector<Evidence>& evidence) {
        for (const auto& item : evidence)
            ++citations[item.source];
    };
    const auto count_all = [&](const auto& records) {
        for (const auto& record : records)
            count(record.evidence);
    };
    count_all(model.vertices);
    count_all(model.ties);
    count_all(model.memberships);
    count_all(model.influences);
    count_all(model.refusals);
    count_all(model.borders);
    count_all(model.remarks);
    for (const auto& concern : model.concerns) {
        count(concern.evidence);
        count_all(concern.held_by);
    }
    std::vector<std::size_t> order(model.sources.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](auto left, auto right) { return citations[left] > citations[right]; });
    return order;
}

}  // namespace entente::drawing
