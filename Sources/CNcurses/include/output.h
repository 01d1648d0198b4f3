/// What ncurses writes, a frame at a time.

#pragma once

#include <stdbool.h>
#include <stdio.h>

/// The terminal as a stream for ncurses alone; `NULL` if the system has no descriptors left.
FILE *cn_drawing_stream(void);

/// From now on what is drawn is collected.
void cn_begin_frame(void);

/// Writes what was collected, at once; false if the reader is gone.
bool cn_end_frame(void);
