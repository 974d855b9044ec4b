#include "sim/cli/interrupt.hpp"

#include <csignal>

#include <pthread.h>
#include <unistd.h>

#include "sim/cli/command.hpp"

namespace clout::cli {

namespace {

/// Tells the waiter to look whether it is to end: no command waits for it longer than that takes.
constexpr int wake = SIGUSR1;

sigset_t waited_for() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, wake);
  return set;
}

void wait_for_signals(const std::stop_token& end, std::stop_source stop) {
  const sigset_t set = waited_for();
  for (int signal = 0; sigwait(&set, &signal) == 0;) {
    if (end.stop_requested()) return;
    if (signal == wake) continue;
    if (stop.stop_requested()) _exit(static_cast<int>(Exit::interrupted));
    stop.request_stop();
  }
}

}  // namespace

Interrupt::Interrupt() {
  // Threads started from here on inherit the mask: only the waiter takes the signals.
  const sigset_t set = waited_for();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  waiter_ =
      std::jthread([stop = stop_](const std::stop_token& end) { wait_for_signals(end, stop); });
}

Interrupt::~Interrupt() {
  waiter_.request_stop();
  pthread_kill(waiter_.native_handle(), wake);
  waiter_.join();
  const sigset_t set = waited_for();
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace clout::cli
