/// Waiting, reading and writing without `errno`: Swift would have to read it at once.

#pragma once

#include <stdbool.h>
#include <stddef.h>

/// The descriptors that can be read, or have ended.
typedef struct {
  bool input, signals, wakes;
} ct_ready_t;

/// Waits until a descriptor is ready, `milliseconds` are over (-1: never), or a signal was handled.
///
/// A descriptor of -1 is left out.
ct_ready_t ct_wait(int input, int signals, int wakes, int milliseconds);

/// Why there is nothing more to read: the file or the person has ended it, or the terminal is gone.
enum { CT_ENDED = -1, CT_GONE = -2 };

/// Reads what is there.
///
/// Returns the number of bytes, 0 if there is nothing now, or CT_ENDED or CT_GONE if there never
/// will be.
long ct_read(int descriptor, unsigned char *bytes, size_t count);

/// Writes everything, waiting as long as it takes; returns 0 or an errno.
int ct_write_all(int descriptor, const void *bytes, size_t count);

/// Whether what is written may still be read; it is not once a pipe or a terminal has no other end.
bool ct_is_read(int descriptor);

/// Why writing failed, in the system's words; empty if nobody reads any more.
const char *ct_reason(int code);

/// Writes everything, waiting as long as it takes; false if the reader is gone.
bool ct_write(int descriptor, const void *bytes, size_t count);

/// Discards what a terminal has received and nobody has read.
void ct_discard_input(int descriptor);

/// Puts one byte on a pipe, unless it is full already.
void ct_signal_pipe(int descriptor);

/// Makes a pipe whose ends never block, and that no child inherits.
bool ct_pipe(int ends[2]);

void ct_close(int descriptor);

bool ct_is_terminal(int descriptor);

/// The size of a window in cells; 0 for a dimension that isn't known.
typedef struct {
  int rows, columns;
} ct_window_t;

/// The size of the terminal's window by the system, otherwise by LINES and COLUMNS.
///
/// It is never larger than a screen can be.
ct_window_t ct_window_size(void);
