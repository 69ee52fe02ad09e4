/// A model's files: the main one, and those that it includes.
#pragma once

#include "read/diagnostics.hpp"
#include "read/yaml_tree.hpp"
#include <entente/read.hpp>

#include <deque>
#include <memory>
#include <string>

namespace entente {

struct Document {
    std::unique_ptr<SourceText> source;
    std::optional<Node> root;  ///< nothing where the file is no YAML
    std::string sha256;
};

struct Documents {
    std::deque<Document> list;  ///< the main file first, then includes in the order they are named
    bool all_read = true;
};

/// Adds to `documents`, so that those read before too many errors keep the places of these alive.
/// A file, a folder that holds model.yaml, or "-" for standard input.
void read_documents(const std::string& path, Diagnostics& diagnostics, Documents& documents);
/// A regular file by itself, such as a scenario: it includes nothing.
void read_single_document(const std::string& path, Diagnostics& diagnostics, Documents& documents);
/// From text, with includes refused.
void read_documents_from_text(std::string text, std::string name, Diagnostics& diagnostics, Documents& documents);

}  // namespace entente
