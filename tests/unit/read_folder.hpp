/// A model's files in a folder of their own.
#pragma once

#include "read_helpers.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <unistd.h>

namespace entente {

/// A folder of files that is gone at the end.
class Folder {
  public:
    Folder() {
        auto name = (std::filesystem::temp_directory_path() / "entente-read-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    Folder& write(const std::string& name, const std::string& text) {
        std::filesystem::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << text;
        return *this;
    }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    ReadResult read(const std::string& name = "model.yaml", const ReadOptions& options = {}) const {
        return read_model((path_ / name).string(), options);
    }
    /// `FILE:LINE:COLUMN message; hint` of each error, or each warning.
    std::vector<std::string> said_of(Severity severity, const ReadOptions& options = {}) const {
        std::vector<std::string> list;
        for (const auto& diagnostic : read("model.yaml", options).diagnostics)
            if (diagnostic.severity == severity)
                list.push_back(std::filesystem::path(diagnostic.file).lexically_relative(path_).string() + ":" +
                               said(diagnostic));
        return list;
    }
    std::vector<std::string> errors(const ReadOptions& options = {}) const { return said_of(Severity::error, options); }
    std::string only_error(const ReadOptions& options = {}) const {
        const auto list = errors(options);
        INFO(fmt::format("{}", fmt::join(list, "\n")));
        REQUIRE(list.size() == 1);
        return list.front();
    }

  private:
    std::filesystem::path path_;
};

}  // namespace entente
