#include "analysis/signed_graph.hpp"

#include <entente/model.hpp>

#include <algorithm>
#include <limits>

namespace entente {

SignedGraph::SignedGraph(std::size_t size, std::span<const SignedPair> pairs, double threshold)
    : first_(size + 1), links_(2 * pairs.size()), strengths_(size) {
    for (const auto& pair : pairs) {
        ++first_[pair.a + 1];
        ++first_[pair.b + 1];
    }
    for (std::size_t vertex = 0; vertex < size; ++vertex)
        first_[vertex + 1] += first_[vertex];

    auto next = first_;
    for (const auto& pair : pairs) {
        const bool joined = at_least(pair.weight.positive, threshold);
        links_[next[pair.a]++] = {pair.b, joined, pair.weight};
        links_[next[pair.b]++] = {pair.a, joined, pair.weight};
    }
    for (std::uint32_t vertex = 0; vertex < size; ++vertex) {
        std::sort(links_.data() + first_[vertex], links_.data() + first_[vertex + 1],
                  [](const Link& left, const Link& right) { return left.to < right.to; });
        auto& strength = strengths_[vertex];
        for (const auto& link : links(vertex)) {
            strength.positive += link.weight.positive;
            strength.negative += link.weight.negative;
        }
        total_.positive += strength.positive;
        total_.negative += strength.negative;
    }
}

std::vector<std::vector<std::uint32_t>> SignedGraph::components() const {
    std::vector<std::vector<std::uint32_t>> found;
    std::vector<bool> seen(size());
    for (std::uint32_t root = 0; root < size(); ++root) {
        if (seen[root]) continue;
        seen[root] = true;
        auto& component = found.emplace_back(1, root);
        for (std::size_t next = 0; next < component.size(); ++next) {
            for (const auto& link : links(component[next])) {
                if (!link.joined || seen[link.to]) continue;
                seen[link.to] = true;
                component.push_back(link.to);
            }
        }
        std::sort(component.begin(), component.end());
    }
    return found;
}

double modularity(const SignedGraph& graph, const Partition& partition, double resolution) {
    const auto total = graph.total();
    double positive = 0;
    double negative = 0;
    for (const auto& part : sorted_form(partition)) {
        SignedWeight strength;
        for (const auto vertex : part) {
            strength.positive += graph.strength(vertex).positive;
            strength.negative += graph.strength(vertex).negative;
            for (const auto& link : graph.links(vertex)) {
                if (partition[link.to] != partition[vertex]) continue;
                positive += link.weight.positive;
                negative += link.weight.negative;
            }
        }
        if (total.positive > 0) positive -= resolution * strength.positive * strength.positive / total.positive;
        if (total.negative > 0) negative -= resolution * strength.negative * strength.negative / total.negative;
    }
    const double weight = total.positive + total.negative;
    return weight > 0 ? (positive - negative) / weight : 0;
}

std::vector<std::vector<std::uint32_t>> sorted_form(const Partition& partition) {
    constexpr auto unseen = std::numeric_limits<std::size_t>::max();
    std::vector<std::vector<std::uint32_t>> form;
    std::vector<std::size_t> place(partition.size(), unseen);
    for (std::uint32_t vertex = 0; vertex < partition.size(); ++vertex) {
        auto& at = place[partition[vertex]];
        if (at == unseen) {
            at = form.size();
            form.emplace_back();
        }
        form[at].push_back(vertex);
    }
    return form;
}

}  // namespace entente
