/// Waiting, reading and writing without `errno`, which Swift would have to fetch at once.

#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Which descriptors can be read, or have ended.
typedef struct {
  bool input, signals, wakes;
} ct_ready_t;

/// Sleeps until a descriptor is ready, or `milliseconds` are over (-1: never), or a signal was handled.
///
/// Descriptors of -1 are left out.
ct_ready_t ct_wait(int input, int signals, int wakes, int milliseconds);

/// Why there is nothing more to read: a file or a person has ended it, or the terminal is gone.
enum { CT_ENDED = -1, CT_GONE = -2 };

/// Reads what is there: the number of bytes, 0 if there is nothing now, CT_ENDED or CT_GONE if there
/// never will be.
long ct_read(int descriptor, unsigned char *bytes, size_t count);

/// Writes everything, waiting as long as it takes: 0, or why it could not, as errno has it.
int ct_write_all(int descriptor, const void *bytes, size_t count);

/// Why writing failed, in the system's words; empty if nobody reads any more.
const char *ct_reason(int code);

/// Writes everything, waiting as long as it takes; false if the reader is gone.
bool ct_write(int descriptor, const void *bytes, size_t count);

/// Throws away what a terminal has received and nobody has read.
void ct_discard_input(int descriptor);

/// Puts one byte on a pipe, unless it is full already.
void ct_signal_pipe(int descriptor);

/// Makes a pipe whose ends never block and aren't inherited.
bool ct_pipe(int ends[2]);

void ct_close(int descriptor);

bool ct_is_terminal(int descriptor);

/// The size of a window in cells; 0 where it isn't known.
typedef struct {
  int rows, columns;
} ct_window_t;

/// The size of the terminal's window, as the system has it; only what it doesn't know is taken from
/// LINES and COLUMNS. Either way never more than a screen can have.
ct_window_t ct_window_size(void);
