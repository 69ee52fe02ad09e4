/// One loop over many threads; what each of them adds up is added together at the end.
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <type_traits>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/enumerable_thread_specific.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

namespace entente::certainty {

/// Tells how much is done, now and then.
class ProgressMeter {
  public:
    using Progress = std::function<void(double share)>;

    ProgressMeter(const Progress& progress, std::size_t steps) : progress_(progress), steps_(steps) {}
    void step() {
        if (!progress_) return;
        const std::lock_guard lock(mutex_);
        progress_(static_cast<double>(++done_) / static_cast<double>(steps_));
    }

  private:
    const Progress& progress_;
    std::size_t steps_;
    std::size_t done_ = 0;
    std::mutex mutex_;
};

/// Calls `work(worker, index)` for every index below `count`. A worker is made by `make_worker()` for each thread that
/// takes part, and given to `collect` at the end. In which order is chance: what is collected must not depend on it.
template <class MakeWorker, class Work, class Collect>
void for_each_index(std::size_t count, std::size_t threads, const MakeWorker& make_worker, const Work& work,
                    const Collect& collect) {
    namespace tbb = oneapi::tbb;
    using tbb::global_control;
    const auto wanted = threads == 0 ? global_control::active_value(global_control::max_allowed_parallelism) : threads;
    if (wanted == 1) {
        auto worker = make_worker();
        for (std::size_t index = 0; index < count; ++index)
            work(worker, index);
        collect(worker);
        return;
    }
    const global_control limit(global_control::max_allowed_parallelism, wanted);
    tbb::task_arena arena(static_cast<int>(wanted));
    tbb::enumerable_thread_specific<std::invoke_result_t<const MakeWorker&>> workers(make_worker);
    arena.execute([&] {
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, 1), [&](const auto& range) {
            auto& worker = workers.local();
            for (auto index = range.begin(); index != range.end(); ++index)
                work(worker, index);
        });
    });
    for (auto& worker : workers)
        collect(worker);
}

/// The same where nothing is added up: each index has a place of its own for what it finds.
template <class Work>
void for_each_index(std::size_t count, std::size_t threads, const Work& work) {
    struct Nobody {};
    for_each_index(
        count, threads, [] { return Nobody{}; }, [&](Nobody, std::size_t index) { work(index); }, [](Nobody) {});
}

}  // namespace entente::certainty
