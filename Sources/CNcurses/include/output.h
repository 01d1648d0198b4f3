/// The output of ncurses, one frame at a time.

#pragma once

#include <stdbool.h>
#include <stdio.h>

/// The terminal as a stream for ncurses alone; `NULL` if the system has no descriptors left.
FILE *cn_drawing_stream(void);

/// From now on, collects what is drawn.
void cn_begin_frame(void);

/// Writes what was collected, in one go; false if the reader is gone.
bool cn_end_frame(void);
