#include "modes.h"
#include "giveback.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// Handlers may use only these, and only functions that POSIX calls async-signal-safe. While the
// terminal is held, only `holding` changes.
static atomic_bool holding;
static int terminal = -1;
static struct termios modes;
static bool has_modes;
static int way = TCSANOW;
static char last_bytes[512];
static size_t last_count;

static bool is_ours(int descriptor) {
  pid_t owner = tcgetpgrp(descriptor);
  return owner < 0 || owner == getpgrp();
}

bool ct_in_foreground(void) { return is_ours(STDOUT_FILENO); }

/// Never waits: a terminal that takes no output must not keep the process alive.
static void write_last_bytes(void) {
  if (last_count == 0) return;
  int flags = fcntl(STDOUT_FILENO, F_GETFL);
  fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
  ssize_t written = write(STDOUT_FILENO, last_bytes, last_count);
  (void)written;
  // The shell shares these flags.
  fcntl(STDOUT_FILENO, F_SETFL, flags);
}

void ct_give_back(void) {
  if (!atomic_exchange(&holding, false)) return;
  write_last_bytes();
  // In the background, the modes are another job's by now.
  if (has_modes && is_ours(terminal)) tcsetattr(terminal, way, &modes);
}

static bool remember(int descriptor, int way_back) {
  terminal = descriptor;
  way = way_back;
  has_modes = tcgetattr(descriptor, &modes) == 0;
  return has_modes;
}

void ct_remember_modes(void) { remember(STDOUT_FILENO, TCSANOW); }

void ct_hold(const char *bytes, size_t count) {
  atomic_store(&holding, false);
  last_count = count < sizeof last_bytes ? count : sizeof last_bytes;
  memcpy(last_bytes, bytes, last_count);
  atomic_store(&holding, true);
}

void ct_let_go(void) { atomic_store(&holding, false); }

bool ct_hide_input(void) {
  // A secret that was begun goes with the process: the next reader, such as a shell, would show it.
  if (!remember(STDIN_FILENO, TCSAFLUSH)) return false;
  struct termios unseen = modes;
  unseen.c_lflag &= ~(tcflag_t)ECHO;
  unseen.c_lflag |= ECHONL;
  ct_hold("", 0);
  if (tcsetattr(STDIN_FILENO, TCSANOW, &unseen) == 0) return true;
  ct_show_input(false);
  return false;
}

void ct_show_input(bool discards) {
  while (tcsetattr(terminal, discards ? TCSAFLUSH : TCSANOW, &modes) != 0 && errno == EINTR) {}
  ct_let_go();
}

bool ct_collects_lines(void) {
  struct termios now;
  return tcgetattr(STDOUT_FILENO, &now) == 0 && (now.c_lflag & ICANON) != 0;
}
