/// The sections of a model, each from its nodes into the model. Faults are told, and what is faulty is left out.
#pragma once

#include "read/context.hpp"
#include "read/sections.hpp"

namespace entente {

/// Title, date, marking, and what is derived.
void decode_header(Context& context, const Sections& sections);
void decode_scale(Context& context, const Sections& sections);
void decode_profiles(Context& context, const Sections& sections);
void decode_sources(Context& context, const Sections& sections);
void decode_layers(Context& context, const Sections& sections);

/// A vertex with its id known and the rest still in its node.
struct Declaration {
    const Node* key;
    const Node* body;
    Kind kind;
};
/// Puts the vertices into the model, sorted by id and with their names known, and gives their declarations in that
/// order.
std::vector<Declaration> declare_vertices(Context& context, const Sections& sections);
void decode_vertices(Context& context, const std::vector<Declaration>& declarations);
/// What a forum has beside: layers, members and more; `map` is the vertex's.
class Fields;
void decode_forum(Context& context, const Fields& map, VertexIndex forum);

void decode_ties(Context& context, const Sections& sections);
void decode_influence(Context& context, const Sections& sections);
void decode_refusals(Context& context, const Sections& sections);
void decode_borders(Context& context, const Sections& sections);
void decode_concerns(Context& context, const Sections& sections);
void decode_remarks(Context& context, const Sections& sections);

/// What is sound but looks like an oversight; the model must be free of errors.
void warn(Context& context);

}  // namespace entente
