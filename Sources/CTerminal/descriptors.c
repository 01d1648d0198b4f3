#include "descriptors.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

ct_ready_t ct_wait(int input, int signals, int wakes, int milliseconds) {
  struct pollfd all[] = {{input, POLLIN, 0}, {signals, POLLIN, 0}, {wakes, POLLIN, 0}};
  ct_ready_t ready = {false, false, false};
  if (poll(all, 3, milliseconds) <= 0) return ready;
  ready.input = all[0].revents != 0;
  ready.signals = all[1].revents != 0;
  ready.wakes = all[2].revents != 0;
  return ready;
}

long ct_read(int descriptor, unsigned char *bytes, size_t count) {
  ssize_t got = read(descriptor, bytes, count);
  if (got > 0) return got;
  if (got < 0) return errno == EINTR || errno == EAGAIN ? 0 : CT_GONE;
  // A terminal that has hung up reads like Ctrl-D.
  struct pollfd ended = {descriptor, POLLIN, 0};
  return poll(&ended, 1, 0) > 0 && (ended.revents & POLLHUP) != 0 ? CT_GONE : CT_ENDED;
}

int ct_write_all(int descriptor, const void *bytes, size_t count) {
  const char *rest = bytes;
  while (count > 0) {
    ssize_t written = write(descriptor, rest, count);
    if (written > 0) {
      rest += written;
      count -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      struct pollfd full = {descriptor, POLLOUT, 0};
      poll(&full, 1, -1);
    } else if (written == 0) {
      return EIO;
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

bool ct_is_read(int descriptor) {
  struct pollfd end = {descriptor, 0, 0};
  return poll(&end, 1, 0) <= 0 || (end.revents & (POLLERR | POLLHUP | POLLNVAL)) == 0;
}

const char *ct_reason(int code) { return code == EPIPE ? "" : strerror(code); }

bool ct_write(int descriptor, const void *bytes, size_t count) {
  return ct_write_all(descriptor, bytes, count) == 0;
}

void ct_discard_input(int descriptor) { tcflush(descriptor, TCIFLUSH); }

void ct_signal_pipe(int descriptor) {
  ssize_t written = write(descriptor, "", 1);
  (void)written;
}

bool ct_pipe(int ends[2]) {
  if (pipe(ends) != 0) return false;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
  return true;
}

void ct_close(int descriptor) { close(descriptor); }

bool ct_is_terminal(int descriptor) { return isatty(descriptor) == 1; }

/// No screen is larger. A cell takes about 100 bytes, and the numbers come from outside.
enum { MOST_ROWS = 500, MOST_COLUMNS = 1000 };

static int size_from_environment(const char *name, int most) {
  const char *text = getenv(name);
  if (text == NULL || *text < '1' || *text > '9') return 0;
  char *end;
  long number = strtol(text, &end, 10);
  return *end == '\0' && number <= most ? (int)number : 0;
}

ct_window_t ct_window_size(void) {
  struct winsize window = {0};
  // The output of a command may go elsewhere.
  const int streams[] = {STDOUT_FILENO, STDERR_FILENO, STDIN_FILENO};
  for (size_t i = 0; i < sizeof streams / sizeof *streams && window.ws_col == 0; i++) {
    if (ioctl(streams[i], TIOCGWINSZ, &window) != 0) window = (struct winsize){0};
  }
  ct_window_t size = {window.ws_row, window.ws_col};
  if (size.rows == 0) size.rows = size_from_environment("LINES", MOST_ROWS);
  if (size.columns == 0) size.columns = size_from_environment("COLUMNS", MOST_COLUMNS);
  if (size.rows > MOST_ROWS) size.rows = MOST_ROWS;
  if (size.columns > MOST_COLUMNS) size.columns = MOST_COLUMNS;
  return size;
}
