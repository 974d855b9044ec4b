// Ctrl-C and SIGTERM as a request to stop in order.
#pragma once

#include <stop_token>
#include <thread>

namespace clout::cli {

/// While it lives, the first SIGINT or SIGTERM requests a stop; a second one ends the process at
/// once. One at a time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  std::stop_token token() const noexcept { return stop_.get_token(); }

 private:
  std::stop_source stop_;
  std::jthread waiter_;  ///< takes the signals, so that no handler has to be careful
};

}  // namespace clout::cli
