// Ctrl-C and SIGTERM: the end of the process, at once or in order, and never with a file
// half-written.
#pragma once

#include <stop_token>
#include <thread>

namespace clout::cli {

/// While it lives, SIGINT and SIGTERM end the process with Exit::interrupted, and its temporary
/// files go; after it they do nothing. One in a process, made before any other thread and gone when
/// all is done.
class Signals {
 public:
  Signals();
  ~Signals();
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

 private:
  std::jthread waiter_;  ///< takes the signals, so that no handler has to be careful
};

/// While it lives, the first SIGINT or SIGTERM requests a stop instead; a second one ends the
/// process. One at a time, and only while Signals lives.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  std::stop_token token() const noexcept { return stop_.get_token(); }

 private:
  std::stop_source stop_;
};

}  // namespace clout::cli
