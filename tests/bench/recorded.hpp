/// What is measured on: the region's model, the world's, and the windows of signed ties. The recorded data lie in the
/// folder that the environment variable ENTENTE_DATA names.
#pragma once

#include "analysis/cut_relaxation.hpp"
#include "analysis/signed_graph.hpp"
#include <entente/graph.hpp>

#include <string>
#include <vector>

namespace entente::bench {

std::string data_folder();
std::string world_path();

/// Each is read once. What cannot be read ends the program.
const RelationGraph& region();
const RelationGraph& world();

/// Ties of weight 1 and -1 among `size` vertices.
struct Window {
    std::size_t size = 0;
    std::vector<WeightedEdge> ties;

    SignedGraph graph() const;
};
const std::vector<Window>& windows();

}  // namespace entente::bench
