/// What a scenario does to a model (METHOD 9).
#pragma once

#include <entente/model.hpp>

namespace entente {

// Each change stands alone on the days of its period: no earlier record of its key counts then, faded ones included.
// True where, on some day, other records count than before. Records that count on no day any more are dropped, so
// positions in the model's lists move; vertices keep theirs. The model need not be sorted.

/// Key: pair and layer.
bool set_tie(Model& model, Tie tie);
bool remove_tie(Model& model, VertexIndex a, VertexIndex b, LayerIndex layer, const Period& period);

/// Key: vertex and forum.
bool join(Model& model, Membership membership);
bool leave(Model& model, VertexIndex actor, VertexIndex forum, const Period& period);

/// Key: of and over.
bool set_influence(Model& model, Influence influence);

/// Key: the forum.
bool set_effectiveness(Model& model, VertexIndex forum, Effectiveness effectiveness);

/// Key: by and on.
bool set_refusal(Model& model, Refusal refusal);
bool remove_refusal(Model& model, VertexIndex by, const std::vector<VertexIndex>& on, const Period& period);

}  // namespace entente
