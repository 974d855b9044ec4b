#include "sim/cli/interrupt.hpp"

#include <csignal>
#include <ctime>

#include <pthread.h>
#include <unistd.h>

#include "sim/cli/command.hpp"

namespace clout::cli {

namespace {

sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

void wait_for_signals(const std::stop_token& end, std::stop_source stop) {
  const sigset_t set = stop_signals();
  const timespec patience{0, 100'000'000};
  while (!end.stop_requested()) {
    if (sigtimedwait(&set, nullptr, &patience) < 0) continue;
    if (stop.stop_requested()) _exit(static_cast<int>(Exit::interrupted));
    stop.request_stop();
  }
}

}  // namespace

Interrupt::Interrupt() {
  // Threads started from here on inherit the mask: only the waiter takes the signals.
  const sigset_t set = stop_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  waiter_ =
      std::jthread([stop = stop_](const std::stop_token& end) { wait_for_signals(end, stop); });
}

Interrupt::~Interrupt() {
  waiter_.request_stop();
  waiter_.join();
  const sigset_t set = stop_signals();
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace clout::cli
