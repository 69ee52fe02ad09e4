/// The sections of a model, each from its nodes into the model. Faults are told, and what is faulty is left out.
#pragma once

#include "read/context.hpp"
#include "read/sections.hpp"
#include "read/table_vertices.hpp"

#include <deque>

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
/// Of files and tables. What stands in tables becomes nodes in `rows`, which must outlive the declarations.
std::vector<Declaration> find_declarations(Context& context, const Sections& sections, std::deque<TableVertex>& rows);
/// Puts the vertices behind those of the model, sorted by id and with their names known, then reads the rest of them:
/// each may name any other.
void decode_vertices(Context& context, std::vector<Declaration> declarations);
/// What a forum has beside: layers, members and more; `map` is the vertex's.
class Fields;
void decode_forum(Context& context, const Fields& map, VertexIndex forum);

/// From tables: what a vertex of any place has beside.
void decode_capability(Context& context, const Sections& sections);
void decode_memberships(Context& context, const Sections& sections);
void decode_ties(Context& context, const Sections& sections);
void decode_influence(Context& context, const Sections& sections);
void decode_refusals(Context& context, const Sections& sections);
void decode_borders(Context& context, const Sections& sections);
void decode_concerns(Context& context, const Sections& sections);
void decode_remarks(Context& context, const Sections& sections);

/// What is sound but looks like an oversight in the model as written, which must be free of errors.
void warn_of_model(Context& context);
/// The same in what the scenarios add: vertices from `first_added` on, and defaults taken.
void warn_of_scenarios(Context& context, VertexIndex first_added);
void warn_of_uncited_sources(Context& context);

}  // namespace entente
