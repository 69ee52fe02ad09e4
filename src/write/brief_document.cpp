#include "write/brief_document.hpp"

namespace entente::write::brief {

Text plain(std::string_view words) {
    return {{std::string(words)}};
}

Text join(const std::vector<Text>& items, std::string_view last, std::string_view between) {
    Prose joined;
    for (std::size_t position = 0; position < items.size(); ++position) {
        if (position > 0) joined.say(position + 1 == items.size() ? last : between);
        joined.add(items[position]);
    }
    return joined;
}

Text join_first(std::vector<Text> items, std::size_t most) {
    if (items.size() > most + 1) {
        const auto others = items.size() - most;
        items.resize(most);
        items.push_back(plain(std::to_string(others) + " others"));
    }
    return join(items);
}

Text join_clauses(const std::vector<Text>& clauses) {
    std::vector<Text> kept;
    for (const auto& clause : clauses)
        if (!clause.empty()) kept.push_back(clause);
    return join(kept, "; ", "; ");
}

Text capitalised(Text text) {
    if (text.empty() || text.front().from_model || text.front().text.empty()) return text;
    auto& first = text.front().text.front();
    if (first >= 'a' && first <= 'z') first = static_cast<char>(first - 'a' + 'A');
    return text;
}

std::string pair_anchor(const Model& model, std::span<const VertexIndex> parties) {
    std::string anchor = "pair";
    for (const auto party : parties)
        anchor += ":" + model.id(party);
    return anchor;
}

std::string source_anchor(const Source& source) {
    return "source-" + source.id;
}

}  // namespace entente::write::brief
