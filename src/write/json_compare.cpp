#include "write/json.hpp"
#include "write/moved.hpp"

#include <cstdint>

namespace entente::write {

namespace {

Json value_json(const Moved& moved, const Moved::Value& value) {
    if (const auto* const words = std::get_if<std::string>(&value)) return *words;
    const auto* const amount = std::get_if<double>(&value);
    if (amount == nullptr) return nullptr;
    return is_whole(moved) ? Json(static_cast<std::int64_t>(*amount)) : number(*amount);
}

Json rows_json(std::span<const Moved> rows) {
    auto list = Json::array();
    for (const auto& moved : rows)
        list.push_back({{"what", moved.what},
                        {"before", value_json(moved, moved.before)},
                        {"after", value_json(moved, moved.after)}});
    return list;
}

}  // namespace

Json result_json(const RelationGraph&, const Comparison& comparison) {
    auto object = Json::object();
    for (const auto& part : parts_of(comparison))
        object[std::string(part.key)] = rows_json(part.rows);
    return object;
}

}  // namespace entente::write
