#include "read/documents.hpp"

#include "read/input_file.hpp"
#include "read/table_files.hpp"

#include <deque>
#include <map>

#include <fmt/format.h>

namespace entente {

namespace {

namespace fs = std::filesystem;

class DocumentReader {
  public:
    DocumentReader(Diagnostics& diagnostics, Documents& documents, const std::vector<std::string>& data = {})
        : diagnostics_(diagnostics), documents_(documents), data_(data) {}

    void read_file(const std::string& path) {
        std::error_code failure;
        const fs::path file = fs::is_directory(path, failure) ? fs::path(path) / "model.yaml" : fs::path(path);
        main_folder_ = file.parent_path().empty() ? fs::path(".") : file.parent_path();
        auto content = read_regular_file(file, largest_yaml);
        if (!content.fault.empty()) return refuse_main(file.string(), std::move(content));
        folder_ = fs::canonical(main_folder_, failure);
        seen_.emplace(fs::canonical(file, failure), 0);
        add(file.string(), std::move(content.bytes));
        read_includes();
        read_tables();
    }

    void read_input() {
        auto content = read_standard_input(largest_yaml);
        if (!content.fault.empty()) return refuse_main("standard input", std::move(content));
        std::error_code failure;
        main_folder_ = ".";
        folder_ = fs::canonical(main_folder_, failure);
        add("standard input", std::move(content.bytes));
        read_includes();
        read_tables();
    }

    void read_single_file(const std::string& path) {
        auto content = read_regular_file(path, largest_yaml);
        if (!content.fault.empty()) return refuse_main(path, std::move(content));
        add(path, std::move(content.bytes));
    }

    void read_text(std::string text, std::string name) {
        if (text.size() > largest_yaml)
            return refuse_main(name, {std::move(text), "the text is larger than 4 MB", "split it with include"});
        add(std::move(name), std::move(text));
        for (const auto& include : pending_)
            refuse(include.path->span, "a text by itself includes no files", "read the model from a file");
        read_tables();
    }

  private:
    struct Pending {
        const Node* path;
        std::size_t from;  ///< the file that names it
    };

    void refuse_main(const std::string& name, FileBytes content) {
        documents_.all_read = false;
        if (content.bytes.empty()) return diagnostics_.error_in_file(name, content.fault, content.hint);
        const auto& document = documents_.add(name, std::move(content.bytes));
        diagnostics_.error({document.source.get(), 0, 1}, content.fault, content.hint);
    }

    void refuse(const Span& at, const std::string& message, const std::string& hint) {
        diagnostics_.error(at, message, hint);
        documents_.all_read = false;
    }

    void add(std::string name, std::string bytes) {
        auto& document = documents_.add(std::move(name), std::move(bytes));
        if (check_characters(*document.source, diagnostics_)) document.root = read_yaml(*document.source, diagnostics_);
        if (!document.root) documents_.all_read = false;
        queue_includes(documents_.list.size() - 1);
    }

    void queue_includes(std::size_t file) {
        const auto& root = documents_.list[file].root;
        if (!root) return;
        for (const auto& [key, value] : entries(*root)) {
            if (key.text != "include") continue;
            if (!value.is_sequence() && value.type != Node::Type::refused)
                refuse(value.span, "include is no list", "write [FILE, …]");
            if (!value.is_sequence()) continue;
            for (const auto& path : value.children)
                pending_.push_back({&path, file});
        }
    }

    void read_includes() {
        while (!pending_.empty()) {
            const auto next = pending_.front();
            pending_.pop_front();
            read_include(*next.path, next.from);
        }
    }

    void read_include(const Node& path, std::size_t from) {
        if (path.type == Node::Type::refused) return;
        if (!path.is_scalar() || path.text.empty()) return refuse(path.span, "this is no path", "name a file");
        if (documents_.list.size() == most_files)
            return refuse(path.span, fmt::format("more than {} files", most_files), "join some of them");

        const auto named = (folder_of(from) / path.text).lexically_normal();
        std::error_code failure;
        const auto real = fs::weakly_canonical("." / folder_of(from) / path.text, failure);
        if (failure || !lies_inside(real, folder_))
            return refuse(path.span, fmt::format("{} lies outside the model's folder", in_quotes(path.text)),
                          "an include lies in the folder of the main file or below");
        if (const auto found = seen_.find(real); found != seen_.end()) return refuse_again(path, from, found->second);
        auto content = read_regular_file(real, largest_yaml);
        if (!content.fault.empty())
            return refuse(path.span, fmt::format("cannot include {}: {}", in_quotes(path.text), content.fault),
                          content.hint);
        seen_.emplace(real, documents_.list.size());
        included_by_[documents_.list.size()] = from;
        add(named.string(), std::move(content.bytes));
    }

    /// Of every file; a text by itself has none beside it.
    void read_tables() {
        TableFiles files(folder_, data_, diagnostics_, documents_);
        const auto count = documents_.list.size();
        for (std::size_t file = 0; file < count; ++file)
            if (const auto& root = documents_.list[file].root)
                if (const auto* const tables = find_key(*root, "tables")) files.read(*tables, folder_of(file));
    }

    void refuse_again(const Node& path, std::size_t from, std::size_t file) {
        auto ancestor = from;
        while (ancestor != file && ancestor != 0)
            ancestor = included_by_.at(ancestor);
        diagnostics_.error(path.span,
                           ancestor == file ? fmt::format("including {} closes a circle", in_quotes(path.text))
                                            : fmt::format("{} is included twice", in_quotes(path.text)),
                           "leave it out");
    }

    fs::path folder_of(std::size_t file) const {
        if (file == 0) return main_folder_ == "." ? fs::path() : main_folder_;
        return fs::path(documents_.list[file].source->name()).parent_path();
    }

    Diagnostics& diagnostics_;
    Documents& documents_;
    std::vector<std::string> data_;
    fs::path main_folder_;
    fs::path folder_;
    std::map<fs::path, std::size_t> seen_;
    std::map<std::size_t, std::size_t> included_by_;
    std::deque<Pending> pending_;
};

}  // namespace

Document& Documents::add(std::string name, std::string text, std::future<std::string> sha256) {
    auto source = std::make_unique<SourceText>(std::move(name), std::move(text), list.size());
    if (!sha256.valid()) sha256 = std::async(std::launch::async, sha256_of, source->content());
    list.push_back({std::move(source), {}, std::move(sha256)});
    return list.back();
}

void read_documents(const std::string& path, const std::vector<std::string>& data, Diagnostics& diagnostics,
                    Documents& documents) {
    DocumentReader reader(diagnostics, documents, data);
    if (path == "-")
        reader.read_input();
    else
        reader.read_file(path);
}

void read_single_document(const std::string& path, Diagnostics& diagnostics, Documents& documents) {
    DocumentReader(diagnostics, documents).read_single_file(path);
}

void read_documents_from_text(std::string text, std::string name, const std::vector<std::string>& data,
                              Diagnostics& diagnostics, Documents& documents) {
    DocumentReader(diagnostics, documents, data).read_text(std::move(text), std::move(name));
}

}  // namespace entente
