/// igraph's Leiden method (Traag, Waltman & van Eck 2019).
#pragma once

#include "analysis/signed_graph.hpp"

#include <memory>
#include <span>

namespace entente::bench {

class Leiden {
  public:
    /// The positive weights count.
    Leiden(std::size_t size, std::span<const SignedPair> pairs);
    ~Leiden();

    /// One run for modularity; of no round: until a round improves nothing.
    Partition run(int rounds, unsigned long seed);

  private:
    double go_on(int rounds, bool from_here);

    struct Data;
    std::unique_ptr<Data> data_;
};

}  // namespace entente::bench
