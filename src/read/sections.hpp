/// The top level of a model: which sections its files hold, gathered over all of them.
#pragma once

#include "read/context.hpp"
#include "read/documents.hpp"

#include <map>
#include <string_view>
#include <vector>

namespace entente {

/// Whether a model may have the key at its top level.
bool is_section(std::string_view key);
/// The format version must be 1.
void check_version(Context& context, const Node& version);

class Sections {
  public:
    /// Tells unknown keys, keys that may stand once and stand twice, and what a main file lacks.
    Sections(Context& context, const Documents& documents);

    /// Of every file that has it, in their order.
    const std::vector<const Node*>& of(std::string_view key) const;
    /// The first of them; null where there is none.
    const Node* one(std::string_view key) const;
    /// The tables of a section, in the order in which they are named.
    const std::vector<const DataTable*>& tables(std::string_view section) const;
    /// The first node of the main file's top level; null where there is none.
    const Node* main_root() const { return main_root_; }

  private:
    void gather(Context& context, const Node& root);
    void check_main(Context& context) const;

    const Node* main_root_ = nullptr;
    std::map<std::string_view, std::vector<Entry>, std::less<>> found_;
    std::map<std::string_view, std::vector<const Node*>, std::less<>> values_;
    std::map<std::string_view, std::vector<const DataTable*>, std::less<>> tables_;
};

}  // namespace entente
