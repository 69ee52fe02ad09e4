#include "analysis/cut_relaxation.hpp"

#include <algorithm>
#include <cmath>

#include <ClpSimplex.hpp>

namespace entente {
namespace {

constexpr double least_cut_edges = 2;
constexpr std::size_t spare_rows = 500;  ///< over one an edge; with more, those that bind nothing go

double seconds_until(std::chrono::steady_clock::time_point time) {
    return std::max(0.0, std::chrono::duration<double>(time - std::chrono::steady_clock::now()).count());
}

}  // namespace

struct CutRelaxation::Program {
    ClpSimplex simplex;
};

CutRelaxation::CutRelaxation(std::size_t size, std::span<const WeightedEdge> edges)
    : edges_(edges), separation_(size, edges), program_(std::make_unique<Program>()), values_(edges.size()) {
    auto& simplex = program_->simplex;
    const auto columns = static_cast<int>(edges.size());
    simplex.setLogLevel(0);
    simplex.resize(0, columns);
    std::vector<int> all;
    for (int edge = 0; edge < columns; ++edge) {
        simplex.setColumnBounds(edge, 0, 1);
        simplex.setObjectiveCoefficient(edge, edges[edge].weight);
        all.push_back(edge);
    }
    const std::vector<double> ones(edges.size(), 1.0);
    simplex.addRow(columns, all.data(), ones.data(), least_cut_edges, COIN_DBL_MAX);
}

CutRelaxation::~CutRelaxation() = default;

void CutRelaxation::allow_empty_cut() {
    empty_allowed_ = true;
    program_->simplex.setRowBounds(0, -COIN_DBL_MAX, COIN_DBL_MAX);
}

void CutRelaxation::fix(const std::vector<std::int8_t>& edges) {
    for (int edge = 0; edge < static_cast<int>(edges.size()); ++edge)
        program_->simplex.setColumnBounds(edge, edges[edge] == 1 ? 1 : 0, edges[edge] == 0 ? 0 : 1);
}

void CutRelaxation::solve(const Deadline& deadline) {
    auto& simplex = program_->simplex;
    if (deadline) simplex.setMaximumSeconds(seconds_until(*deadline));
    simplex.dual();
    const double* const solution = simplex.getColSolution();
    const double* const lower = simplex.getColLower();
    const double* const upper = simplex.getColUpper();
    for (std::size_t edge = 0; edge < edges_.size(); ++edge)
        values_[edge] =
            std::isfinite(solution[edge]) ? std::clamp(solution[edge], lower[edge], upper[edge]) : lower[edge];
    bound_ = proved_bound();
}

double CutRelaxation::proved_bound() const {
    const auto& simplex = program_->simplex;
    const double* const prices = simplex.getRowPrice();
    const auto usable = [](double price) { return std::isfinite(price); };
    double bound = 0;
    std::vector<double> reduced(edges_.size());
    const double of_empty = empty_allowed_ || !usable(prices[0]) ? 0 : std::max(0.0, prices[0]);
    bound += of_empty * least_cut_edges;
    for (std::size_t edge = 0; edge < edges_.size(); ++edge)
        reduced[edge] = edges_[edge].weight - of_empty;
    for (std::size_t at = 0; at < inequalities_.size(); ++at) {
        if (!usable(prices[at + 1]) || prices[at + 1] >= 0) continue;
        const double price = prices[at + 1];
        bound += price * inequalities_[at].bound();
        for (const auto edge : inequalities_[at].odd)
            reduced[edge] -= price;
        for (const auto edge : inequalities_[at].rest)
            reduced[edge] += price;
    }
    const double* const lower = simplex.getColLower();
    const double* const upper = simplex.getColUpper();
    for (std::size_t edge = 0; edge < edges_.size(); ++edge)
        bound += reduced[edge] * (reduced[edge] > 0 ? lower[edge] : upper[edge]);
    return bound;
}

bool CutRelaxation::tighten() {
    auto found = separation_.find(values_);
    if (found.empty()) return false;
    if (inequalities_.size() > edges_.size() + spare_rows) relax();
    add(std::move(found));
    return true;
}

void CutRelaxation::add(std::vector<CycleInequality> inequalities) {
    std::vector<double> lower(inequalities.size(), -COIN_DBL_MAX);
    std::vector<double> upper;
    std::vector<CoinBigIndex> starts{0};
    std::vector<int> columns;
    std::vector<double> elements;
    for (const auto& inequality : inequalities) {
        columns.insert(columns.end(), inequality.odd.begin(), inequality.odd.end());
        columns.insert(columns.end(), inequality.rest.begin(), inequality.rest.end());
        elements.insert(elements.end(), inequality.odd.size(), 1.0);
        elements.insert(elements.end(), inequality.rest.size(), -1.0);
        starts.push_back(static_cast<CoinBigIndex>(columns.size()));
        upper.push_back(inequality.bound());
    }
    program_->simplex.addRows(static_cast<int>(inequalities.size()), lower.data(), upper.data(), starts.data(),
                              columns.data(), elements.data());
    std::move(inequalities.begin(), inequalities.end(), std::back_inserter(inequalities_));
}

void CutRelaxation::relax() {
    auto& simplex = program_->simplex;
    std::vector<int> idle;
    std::vector<CycleInequality> kept;
    for (std::size_t at = 0; at < inequalities_.size(); ++at) {
        const auto row = static_cast<int>(at + 1);
        if (simplex.getRowStatus(row) == ClpSimplex::basic)
            idle.push_back(row);
        else
            kept.push_back(std::move(inequalities_[at]));
    }
    simplex.deleteRows(static_cast<int>(idle.size()), idle.data());
    inequalities_ = std::move(kept);
}

}  // namespace entente
