/// Waiting, reading and writing without `errno`, which Swift would have to fetch at once.

#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Which descriptors can be read, or have ended.
typedef struct {
  bool input, signals, wakes;
} cn_ready_t;

/// Sleeps until a descriptor is ready, or `milliseconds` are over (-1: never), or a signal was handled.
///
/// Descriptors of -1 are left out.
cn_ready_t cn_wait(int input, int signals, int wakes, int milliseconds);

/// Reads what is there: the number of bytes, 0 if there is nothing now, -1 if there never will be.
long cn_read(int descriptor, unsigned char *bytes, size_t count);

/// Writes everything, waiting as long as it takes; false if the reader is gone.
bool cn_write(int descriptor, const void *bytes, size_t count);

/// Puts one byte on a pipe, unless it is full already.
void cn_signal_pipe(int descriptor);

/// Makes a pipe whose ends never block and aren't inherited.
bool cn_pipe(int ends[2]);

void cn_close(int descriptor);

bool cn_is_terminal(int descriptor);

/// The size of a window in cells; 0 where it isn't known.
typedef struct {
  int rows, columns;
} cn_window_t;

/// The size of the terminal's window, as the system has it; only what it doesn't know is taken from
/// LINES and COLUMNS. Either way never more than a screen can have.
cn_window_t cn_window_size(void);
