/// The keys of a map, and those that every record has.
#pragma once

#include "read/context.hpp"

#include <initializer_list>
#include <string_view>
#include <vector>

namespace entente {

/// A map whose keys are known: any other key is an error, and so is a node that is no map. It points into the node.
class Fields {
  public:
    /// `what` names the map in errors: "a tie".
    Fields(Context& context, const Node& node, std::string_view what, std::initializer_list<std::string_view> known);

    bool is_map() const { return node_.is_map(); }
    const Node& node() const { return node_; }
    /// Null where it is absent.
    const Node* find(std::string_view key) const;
    /// Where the key stands; where the map begins if it is absent.
    Span key(std::string_view key) const;
    /// Null where it is absent, which is then an error.
    const Node* require(std::string_view key) const;

  private:
    Context& context_;
    const Node& node_;
    std::string_view what_;
};

/// The entries of a map whose keys are names; an error and none where the node is no map.
Entries map_entries(Context& context, const Node& node, std::string_view what);

/// The text under `key`; empty where it is absent or faulty.
std::string text_or_empty(Context& context, const Fields& fields, std::string_view key);
/// `from` and `to`; a period that ends before it starts is an error.
Period read_period(Context& context, const Fields& fields);
std::vector<Evidence> read_evidence(Context& context, const Fields& fields);
/// Period, evidence and note.
Record read_record(Context& context, const Fields& fields);
/// The strength under that key; the default, counted as one of `record`, where there is none.
double read_strength(Context& context, const Fields& fields, std::string_view record);
/// The confidence, likewise.
double read_confidence(Context& context, const Fields& fields, std::string_view record);

}  // namespace entente
