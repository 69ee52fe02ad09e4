/// A YAML file as a tree in which every node knows its place.
#pragma once

#include "read/diagnostics.hpp"
#include "read/source_text.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

struct Node {
    enum class Type {
        missing,  ///< a key or dash with nothing after it
        scalar,
        sequence,
        map,
        refused  ///< its fault has been told
    };
    Type type = Type::missing;
    bool quoted = false;  ///< a scalar in quotes or a block of text: never a number
    Span span;
    std::string text;            ///< of a scalar, exactly as written; of a missing value, its key
    std::vector<Node> children;  ///< items, or keys and values by turns

    bool is_scalar() const { return type == Type::scalar; }
    bool is_sequence() const { return type == Type::sequence; }
    bool is_map() const { return type == Type::map; }
};

/// Entries of a map, as `for (const auto& [key, value] : entries(node))`.
struct Entry {
    const Node& key;
    const Node& value;
};
class Entries {
  public:
    explicit Entries(const std::vector<Node>& children) : children_(children) {}

    class Iterator {
      public:
        explicit Iterator(const Node* at) : at_(at) {}
        Entry operator*() const { return {at_[0], at_[1]}; }
        Iterator& operator++() {
            at_ += 2;
            return *this;
        }
        bool operator==(const Iterator&) const = default;

      private:
        const Node* at_;
    };
    Iterator begin() const { return Iterator(children_.data()); }
    Iterator end() const { return Iterator(children_.data() + children_.size()); }

  private:
    const std::vector<Node>& children_;
};
/// Of a map; none for any other node.
inline Entries entries(const Node& node) {
    static const std::vector<Node> none;
    return Entries(node.is_map() ? node.children : none);
}

/// What stands under `key`; null where it is absent or the node is no map.
const Node* find_key(const Node& node, std::string_view key);

/// A text of more characters than are read is an error, and the scalar refused.
void refuse_long_text(Node& scalar, Diagnostics& diagnostics);

/// The one document of `source`; nothing where it is no YAML. Anchors, aliases, tags, merge keys, duplicate keys,
/// further documents, texts too long and forbidden characters are errors, and left out of the tree.
std::optional<Node> read_yaml(const SourceText& source, Diagnostics& diagnostics);

}  // namespace entente
