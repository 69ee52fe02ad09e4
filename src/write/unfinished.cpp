#include "write/unfinished.hpp"

#include <atomic>
#include <string>
#include <system_error>
#include <utility>

#include <unistd.h>

namespace entente::write {

namespace {

/// What a handler may read: null, or a name that stays as it is while it stands here.
std::atomic<const char*> unfinished{nullptr};
/// The same of a folder: names of its files, its own, null.
std::atomic<const char* const*> unfinished_folder{nullptr};
static_assert(std::atomic<const char*>::is_always_lock_free);
static_assert(std::atomic<const char* const*>::is_always_lock_free);

}  // namespace

Unfinished::Unfinished(std::filesystem::path path) : path_(std::move(path)) {
    unfinished = path_.c_str();
}

Unfinished::~Unfinished() {
    if (unfinished != nullptr) ::unlink(path_.c_str());
    unfinished = nullptr;
}

void Unfinished::keep() {
    unfinished = nullptr;
}

UnfinishedFolder::UnfinishedFolder(const std::filesystem::path& parent, const std::vector<std::string>& names) {
    const SignalsHeld held;
    unsigned attempt = 0;
    do
        path_ = parent / (".entente-" + std::to_string(::getpid()) + "-folder-" + std::to_string(attempt++));
    while (!std::filesystem::create_directory(path_));
    for (const auto& name : names)
        files_.push_back((path_ / name).string());
    for (const auto& file : files_)
        names_.push_back(file.c_str());
    names_.push_back(path_.c_str());
    names_.push_back(nullptr);
    unfinished_folder = names_.data();
}

UnfinishedFolder::~UnfinishedFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
    unfinished_folder = nullptr;
}

SignalsHeld::SignalsHeld() {
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before_);
}

SignalsHeld::~SignalsHeld() {
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void remove_unfinished() noexcept {
    if (const char* const path = unfinished) ::unlink(path);
    const char* const* name = unfinished_folder;
    if (name == nullptr) return;
    for (; name[1] != nullptr; ++name)
        ::unlink(*name);
    ::rmdir(*name);
}

}  // namespace entente::write
