/// The records behind an answer, with their evidence, and what the model remarks.
#pragma once

#include "write/brief_sentences.hpp"

namespace entente::write::brief {

/// What a record says: "China–Pakistan, security: partners (+0.80)".
Text record_in_words(const Context& context, const RecordRef& record);
/// "[3] p. 12: note (speaks against it)", the number that of the source in the list of sources; empty for none.
Text evidence_in_words(const Context& context, std::span<const Evidence> evidence);

/// " [3][5]": the sources alone.
Text source_numbers(const Context& context, std::span<const Evidence> evidence);

/// One row a record; all who hold one concern share a row.
Table record_table(const Context& context, std::string caption, std::span<const RecordRef> records);
/// One row a remark, in the order given.
Table remark_table(const Context& context, std::string caption, std::span<const std::size_t> remarks);
/// The ties in force between the parties.
std::vector<RecordRef> ties_between(const Context& context, std::span<const VertexIndex> parties);

}  // namespace entente::write::brief
