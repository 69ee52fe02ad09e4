/// One record from its node, in a model and in a scenario alike. What is faulty is told, and left out.
#pragma once

#include "read/context.hpp"
#include "read/fields.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace entente {

/// The vertex under a key that must be there.
std::optional<VertexIndex> require_vertex(Context& context, const Fields& fields, std::string_view key);

/// One a layer; none where the pair or the layer is faulty.
std::vector<Tie> read_tie(Context& context, const Node& node);
std::optional<Influence> read_influence(Context& context, const Node& node);
std::optional<Refusal> read_refusal(Context& context, const Node& node);

struct RefusalKey {
    VertexIndex by;
    std::vector<VertexIndex> on;  ///< sorted, two or more
};
std::optional<RefusalKey> read_refusal_key(Context& context, const Fields& fields);

std::optional<Role> read_role(Context& context, const Node& node);
/// Under `forum`, which must be one.
std::optional<VertexIndex> require_forum(Context& context, const Fields& fields);
/// With the keys `forum`, `actor` and `role`, which is `member` where it is left out; `what` names it in errors.
std::optional<Membership> read_membership(Context& context, const Node& node, std::string_view what);
/// The default, counted as one, where there is none.
double read_effectiveness(Context& context, const Fields& fields);

}  // namespace entente
