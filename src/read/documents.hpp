/// A model's files: the main one, those that it includes, and its tables.
#pragma once

#include "read/diagnostics.hpp"
#include "read/table_form.hpp"
#include "read/yaml_tree.hpp"
#include <entente/read.hpp>

#include <deque>
#include <future>
#include <memory>
#include <string>

namespace entente {

/// Of a model, tables included.
inline constexpr std::size_t most_files = 1000;

struct Document {
    std::unique_ptr<SourceText> source;
    std::optional<Node> root;         ///< nothing where the file is no YAML, or a table
    std::future<std::string> sha256;  ///< made beside the reading
};

struct Documents {
    std::deque<Document> list;  ///< the main file first, includes in the order they are named, tables likewise
    std::vector<DataTable> tables;
    bool all_read = true;

    /// Puts a file behind those there, before it is judged, since its faults point into it.
    /// Its digest is that of the text unless another is given.
    Document& add(std::string name, std::string text, std::future<std::string> sha256 = {});
};

/// Adds to `documents`, so that those read before too many errors keep the places of these alive.
/// A file, a folder that holds model.yaml, or "-" for standard input. `data` are the folders in which tables are looked
/// for that do not lie beside the file that names them.
void read_documents(const std::string& path, const std::vector<std::string>& data, Diagnostics& diagnostics,
                    Documents& documents);
/// A regular file by itself, such as a scenario: it includes nothing.
void read_single_document(const std::string& path, Diagnostics& diagnostics, Documents& documents);
/// From text, with includes refused.
void read_documents_from_text(std::string text, std::string name, const std::vector<std::string>& data,
                              Diagnostics& diagnostics, Documents& documents);

}  // namespace entente
