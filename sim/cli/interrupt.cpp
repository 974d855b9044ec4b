#include "sim/cli/interrupt.hpp"

#include <csignal>
#include <mutex>
#include <optional>

#include <pthread.h>
#include <unistd.h>

#include "sim/base/new_file.hpp"
#include "sim/cli/command.hpp"

namespace clout::cli {

namespace {

/// Tells the waiter to look whether it is to end: no command waits for it longer than that takes.
constexpr int wake = SIGUSR1;

/// What the Interrupt that lives, if any, is asked by. Global, as signals are the process's.
std::mutex mutex;
std::optional<std::stop_source> to_stop;

sigset_t waited_for() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, wake);
  return set;
}

/// As Ctrl-C is in what a script has put into the background.
bool is_ignored(int signal) {
  struct sigaction action {};
  return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

void take(int signal) {
  {
    const std::lock_guard lock(mutex);
    if (to_stop ? to_stop->request_stop() : is_ignored(signal)) return;
  }
  const auto abandoned = abandon_new_files();
  _exit(static_cast<int>(Exit::interrupted));
}

void wait_for_signals(const std::stop_token& end) {
  const sigset_t set = waited_for();
  for (int signal = 0; sigwait(&set, &signal) == 0;) {
    if (end.stop_requested()) return;
    if (signal != wake) take(signal);
  }
}

}  // namespace

Signals::Signals() {
  // Threads started from here on inherit the mask: only the waiter takes the signals.
  const sigset_t set = waited_for();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  waiter_ = std::jthread(wait_for_signals);
}

Signals::~Signals() {
  waiter_.request_stop();
  pthread_kill(waiter_.native_handle(), wake);
  waiter_.join();
  // Blocked they stay: one that comes now is too late to change how the command ended.
}

Interrupt::Interrupt() {
  const std::lock_guard lock(mutex);
  to_stop = stop_;
}

Interrupt::~Interrupt() {
  const std::lock_guard lock(mutex);
  to_stop.reset();
}

}  // namespace clout::cli
