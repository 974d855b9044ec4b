// Finished replicates on their way to the thread that writes them.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

#include "sim/engine/replicate.hpp"

namespace clout::store {

/// Outcomes of all arms of one replicate.
using ReplicateOutcomes = std::vector<engine::Outcome>;

class ReplicateQueue {
 public:
  /// Waits while the queue is full.
  void push(ReplicateOutcomes&& outcomes) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_.size() < most_waiting || closed_; });
    if (closed_) return;
    waiting_.push_back(std::move(outcomes));
    changed_.notify_all();
  }

  /// The next one; none once the queue is closed and empty.
  std::optional<ReplicateOutcomes> pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !waiting_.empty() || closed_; });
    if (waiting_.empty()) return std::nullopt;
    std::optional<ReplicateOutcomes> next(std::move(waiting_.front()));
    waiting_.pop_front();
    changed_.notify_all();
    return next;
  }

  /// No more is taken; what waits can still be popped.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }

 private:
  /// Enough to bridge a slow moment of the disk, few enough not to fill memory.
  static constexpr std::size_t most_waiting = 4;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<ReplicateOutcomes> waiting_;
  bool closed_ = false;
};

}  // namespace clout::store
