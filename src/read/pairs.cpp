#include "read/pairs.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente {

std::optional<VertexPair> read_pair(Context& context, const Node& node, std::string_view what) {
    if (node.type == Node::Type::refused) return std::nullopt;
    if (!node.is_sequence() || node.children.size() != 2) {
        context.diagnostics.error(node.span, fmt::format("{} is between two vertices", what), "write [A, B]");
        return std::nullopt;
    }
    const auto first = context.vertex(node.children[0]);
    const auto second = context.vertex(node.children[1]);
    if (!first || !second) return std::nullopt;
    if (*first == *second) {
        context.diagnostics.error(node.children[1].span,
                                  fmt::format("{} of {} to itself", what, context.model.vertices[*first].id),
                                  "name two different vertices");
        return std::nullopt;
    }
    return VertexPair{std::min(*first, *second), std::max(*first, *second)};
}

}  // namespace entente
