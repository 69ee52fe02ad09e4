/// Two different vertices.
#pragma once

#include "read/context.hpp"

#include <optional>
#include <string_view>

namespace entente {

/// a < b.
struct VertexPair {
    VertexIndex a;
    VertexIndex b;
};

/// Of a list of exactly two; `what` names the record in errors: "a tie".
std::optional<VertexPair> read_pair(Context& context, const Node& node, std::string_view what);

}  // namespace entente
