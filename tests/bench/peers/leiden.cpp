#include "leiden.hpp"

#include <igraph.h>

namespace entente::bench {

struct Leiden::Data {
    igraph_t graph;
    igraph_vector_t weights;
    igraph_vector_t strengths;
    igraph_vector_int_t membership;
    double twice_weight = 0;
};

Leiden::Leiden(std::size_t size, std::span<const SignedPair> pairs) : data_(std::make_unique<Data>()) {
    igraph_vector_int_t ends;
    igraph_vector_int_init(&ends, static_cast<igraph_integer_t>(pairs.size()) * 2);
    igraph_vector_init(&data_->weights, static_cast<igraph_integer_t>(pairs.size()));
    igraph_vector_init(&data_->strengths, static_cast<igraph_integer_t>(size));
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        const auto place = static_cast<igraph_integer_t>(at);
        const double weight = pairs[at].weight.positive;
        VECTOR(ends)[2 * place] = pairs[at].a;
        VECTOR(ends)[2 * place + 1] = pairs[at].b;
        VECTOR(data_->weights)[place] = weight;
        VECTOR(data_->strengths)[pairs[at].a] += weight;
        VECTOR(data_->strengths)[pairs[at].b] += weight;
        data_->twice_weight += 2 * weight;
    }
    igraph_create(&data_->graph, &ends, static_cast<igraph_integer_t>(size), IGRAPH_UNDIRECTED);
    igraph_vector_int_destroy(&ends);
    igraph_vector_int_init(&data_->membership, 0);
}

Leiden::~Leiden() {
    igraph_destroy(&data_->graph);
    igraph_vector_destroy(&data_->weights);
    igraph_vector_destroy(&data_->strengths);
    igraph_vector_int_destroy(&data_->membership);
}

Partition Leiden::run(int rounds, unsigned long seed) {
    igraph_rng_seed(igraph_rng_default(), seed);
    if (rounds > 0) {
        go_on(rounds, false);
    } else {
        // Up to igraph 0.10, its own way to the end (-1) stops after the first round that changes anything.
        double quality = go_on(1, false);
        for (double before = quality - 1; quality > before;) {
            before = quality;
            quality = go_on(1, true);
        }
    }
    Partition partition;
    for (igraph_integer_t vertex = 0; vertex < igraph_vector_int_size(&data_->membership); ++vertex)
        partition.push_back(static_cast<std::uint32_t>(VECTOR(data_->membership)[vertex]));
    return partition;
}

double Leiden::go_on(int rounds, bool from_here) {
    constexpr double randomness = 0.01;  // igraph's own choice
    igraph_real_t quality = 0;
    igraph_community_leiden(&data_->graph, &data_->weights, &data_->strengths, 1 / data_->twice_weight, randomness,
                            from_here, rounds, &data_->membership, nullptr, &quality);
    return quality;
}

}  // namespace entente::bench
