/// The terminal's modes, restored whatever ends the process.

#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Remembers the modes of the output's terminal, to restore them.
void ct_remember_modes(void);

/// Makes the end of the process give the terminal back: it writes `bytes` and restores the modes.
void ct_hold(const char *bytes, size_t count);

/// Makes the end of the process leave the terminal alone.
void ct_let_go(void);

/// Stops the input's terminal from showing what is typed, except the ends of lines; false if it
/// can't.
///
/// From now on the end of the process shows it again, and discards typed input that nobody has
/// read.
bool ct_hide_input(void);

/// Makes the terminal show what is typed again; if `discards`, typed input that nobody has read is
/// lost.
void ct_show_input(bool discards);

/// Whether the terminal is this job's, or no job's.
bool ct_in_foreground(void);

/// Whether the terminal collects lines, as for a shell.
bool ct_collects_lines(void);
