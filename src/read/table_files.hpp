/// The files of a model's tables: where they lie, and that they are text.
#pragma once

#include "read/documents.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace entente {

class TableFiles {
  public:
    /// `model_folder` is that of the main file, links resolved; empty where there is none.
    TableFiles(std::filesystem::path model_folder, const std::vector<std::string>& data, Diagnostics& diagnostics,
               Documents& documents);
    /// What stands under `tables` in a file of `folder`.
    void read(const Node& tables, const std::filesystem::path& folder);

  private:
    void read_entry(const TableForm& form, const Node& entry, const std::filesystem::path& folder);
    /// Null where it cannot be read, which is told.
    const SourceText* source_of(const Node& path, const std::filesystem::path& folder);
    const SourceText* load(const Node& path, const std::string& name, const std::filesystem::path& real);
    void warn_of_stray_controls(const SourceText& source, std::size_t count);
    bool is_allowed(const std::filesystem::path& real) const;

    std::filesystem::path model_folder_;
    std::vector<std::filesystem::path> data_;
    Diagnostics& diagnostics_;
    Documents& documents_;
    std::map<std::filesystem::path, const SourceText*> loaded_;
};

/// Links resolved.
bool lies_inside(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace entente
