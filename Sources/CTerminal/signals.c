#define _GNU_SOURCE  // NSIG, SIGWINCH

#include "signals.h"
#include "descriptors.h"
#include "giveback.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// Handlers may use only these, and only functions that POSIX calls async-signal-safe.
static int reading = -1, writing = -1;
static atomic_llong ending_since;

static const int reported[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT};
enum { reported_count = sizeof reported / sizeof *reported };
static struct sigaction before[NSIG];
static bool catching;

/// INT is not among them: it asks the person, who may stay.
static bool ends_process(int number) { return number == SIGTERM || number == SIGHUP; }

/// Whether a signal ends the process at once: by default all do, except those named here.
///
/// See signal(7), "Standard signals" and "Real-time signals". PIPE is ignored; KILL can't be caught.
static bool is_fatal(int number) {
  switch (number) {
    case SIGKILL: case SIGPIPE: case SIGCHLD: case SIGURG:
    case SIGSTOP: case SIGTTIN: case SIGTTOU: return false;
  }
  for (int i = 0; i < reported_count; i++) {
    if (reported[i] == number) return false;
  }
  return true;
}

ct_request_t ct_request(int number) {
  switch (number) {
    case SIGWINCH: return CT_RESIZE;
    case SIGTSTP: return CT_STOP;
    case SIGCONT: return CT_CONTINUE;
    default: return CT_LEAVE;
  }
}

/// A terminal that closes sends HUP twice at once, by itself and by its shell. So the second only
/// counts once the first has had time to work.
static void note_ending(int number) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  long long milliseconds = now.tv_sec * 1000LL + now.tv_nsec / 1000000;
  long long first = 0;
  if (atomic_compare_exchange_strong(&ending_since, &first, milliseconds)) return;
  if (milliseconds - first < 1000) return;
  ct_give_back();
  _exit(128 + number);
}

static void on_reported(int number) {
  int error = errno;
  if (ends_process(number)) note_ending(number);
  unsigned char byte = (unsigned char)number;
  ssize_t written = write(writing, &byte, 1);
  (void)written;
  errno = error;
}

/// Swift's backtracer would come next and take the terminal, so it is left out.
static void on_fatal(int number) {
  ct_give_back();
  signal(number, SIG_DFL);
  raise(number);
}

/// Sets a handler; a signal that the process was started to ignore stays ignored.
static void install(int number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = handler;
  action.sa_flags = flags;
  if (before[number].sa_handler != SIG_IGN || number == SIGWINCH) {
    sigaction(number, &action, NULL);
  }
}

int ct_catch_signals(void) {
  static char stack[64 * 1024];
  if (reading < 0) {
    int ends[2];
    if (!ct_pipe(ends)) return -1;
    reading = ends[0];
    writing = ends[1];
    atexit(ct_give_back);
  }
  if (catching) return reading;
  catching = true;
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  for (int i = 1; i < NSIG; i++) sigaction(i, NULL, &before[i]);
  for (int i = 0; i < reported_count; i++) install(reported[i], on_reported, SA_RESTART);
  for (int i = 1; i < NSIG; i++) {
    if (is_fatal(i)) install(i, on_fatal, SA_ONSTACK | SA_NODEFER);
  }
  signal(SIGPIPE, SIG_IGN);
  return reading;
}

void ct_catch_stop(bool catches) {
  if (!catching) return;
  if (catches) install(SIGTSTP, on_reported, SA_RESTART);
  else sigaction(SIGTSTP, &before[SIGTSTP], NULL);
}

void ct_release_signals(void) {
  if (!catching) return;
  catching = false;
  for (int i = 0; i < reported_count; i++) {
    if (ends_process(reported[i]) && ct_is_ending()) continue;
    sigaction(reported[i], &before[reported[i]], NULL);
  }
  for (int i = 1; i < NSIG; i++) {
    if (is_fatal(i)) sigaction(i, &before[i], NULL);
  }
}

bool ct_is_ending(void) { return atomic_load(&ending_since) != 0; }

void ct_stop_job(void) {
  struct sigaction ours, stop;
  sigaction(SIGTSTP, NULL, &ours);
  // Without job control, nobody can continue the process.
  if (ours.sa_handler == SIG_IGN) return;
  memset(&stop, 0, sizeof stop);
  sigemptyset(&stop.sa_mask);
  stop.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &stop, NULL);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}
