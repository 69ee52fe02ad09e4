#include "recorded.hpp"

#include "analysis/thresholds.hpp"
#include <entente/read.hpp>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

namespace entente::bench {
namespace {

Model read(const std::string& path, const ReadOptions& options) {
    auto result = read_model(path, options);
    if (result.ok()) return std::move(result.model);
    std::fputs(format_diagnostics(result.diagnostics).c_str(), stderr);
    std::exit(1);
}

std::vector<Window> read_windows() {
    const auto path = data_folder() + "/cow-signed.csv";
    std::ifstream file(path);
    std::vector<Window> windows;
    std::vector<std::map<std::string, std::uint32_t>> places;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream cells(line);
        std::string window, a, b, sign;
        std::getline(cells, window, ',');
        std::getline(cells, a, ',');
        std::getline(cells, b, ',');
        std::getline(cells, sign);
        const auto at = std::stoul(window);
        windows.resize(std::max(windows.size(), at + 1));
        places.resize(windows.size());
        const auto place = [&](const std::string& id) {
            return places[at].emplace(id, static_cast<std::uint32_t>(places[at].size())).first->second;
        };
        const auto from = place(a);
        const auto to = place(b);
        windows[at].ties.push_back({from, to, std::stod(sign)});
        windows[at].size = places[at].size();
    }
    if (!windows.empty()) return windows;
    std::fprintf(stderr, "there is no %s\n", path.c_str());
    std::exit(1);
}

}  // namespace

std::string data_folder() {
    const char* const named = std::getenv("ENTENTE_DATA");
    return named != nullptr ? named : ENTENTE_ROOT "/../shared/data";
}

std::string world_path() {
    return ENTENTE_ROOT "/examples/world";
}

const RelationGraph& region() {
    static const auto model = read(ENTENTE_ROOT "/model/heart-of-asia", {});
    static const RelationGraph graph(model);
    return graph;
}

const RelationGraph& world() {
    static const auto model = read(world_path(), {{}, {data_folder() + "/world"}});
    static const RelationGraph graph(model);
    return graph;
}

SignedGraph Window::graph() const {
    std::vector<SignedPair> pairs;
    for (const auto& tie : ties)
        pairs.push_back({tie.a, tie.b, {tie.weight > 0 ? 1.0 : 0.0, tie.weight > 0 ? 0.0 : 1.0}});
    return {size, pairs, tau};
}

const std::vector<Window>& windows() {
    static const auto all = read_windows();
    return all;
}

}  // namespace entente::bench
