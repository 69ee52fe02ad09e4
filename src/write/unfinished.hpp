/// The file or folder that is being written, so that a signal which ends the program can remove it.
#pragma once

#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

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

/// A new folder under a name that nobody else has, until it is renamed or removed. One at a time.
class UnfinishedFolder {
  public:
    /// `names` are those of the files that will be in it. A failure is a std::filesystem::filesystem_error.
    UnfinishedFolder(const std::filesystem::path& parent, const std::vector<std::string>& names);
    /// Removes the folder where it still has its name.
    ~UnfinishedFolder();
    UnfinishedFolder(const UnfinishedFolder&) = delete;
    UnfinishedFolder& operator=(const UnfinishedFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
    std::vector<std::string> files_;
    std::vector<const char*> names_;  ///< of the files, at last of the folder, then null: what a handler reads
};

/// Signals wait while it lives: for steps that must not come apart.
class SignalsHeld {
  public:
    SignalsHeld();
    ~SignalsHeld();
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

  private:
    sigset_t before_;
};

/// Safe to call from a signal handler.
void remove_unfinished() noexcept;

}  // namespace entente::write
