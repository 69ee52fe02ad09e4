#include "write/unfinished.hpp"

#include <atomic>
#include <utility>

#include <unistd.h>

namespace entente::write {

namespace {

/// What a handler may read: null, or a name that stays as it is while it stands here.
std::atomic<const char*> unfinished{nullptr};
static_assert(std::atomic<const char*>::is_always_lock_free);

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

void remove_unfinished() noexcept {
    if (const char* const path = unfinished) ::unlink(path);
}

}  // namespace entente::write
