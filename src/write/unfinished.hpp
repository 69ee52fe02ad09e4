/// The file that is being written, so that a signal which ends the program can remove it.
#pragma once

#include <filesystem>

namespace entente::write {

/// A temporary file's name, from before it is made until it is renamed or removed. One at a time.
class Unfinished {
  public:
    explicit Unfinished(std::filesystem::path path);
    /// Removes the file, unless it was kept.
    ~Unfinished();
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    const std::filesystem::path& path() const { return path_; }
    /// It is none of ours, or has its final name.
    void keep();

  private:
    std::filesystem::path path_;
};

/// Safe to call from a signal handler.
void remove_unfinished() noexcept;

}  // namespace entente::write
