#include <entente/read.hpp>

namespace entente {

extern const std::string_view schema_json;  // schema/entente.schema.json, embedded

std::string_view schema_text() {
    return schema_json;
}

}  // namespace entente
