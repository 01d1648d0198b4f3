/// The terminal's modes, given back whatever ends the process.

#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Remembers the modes of the terminal that is written to as those to give back.
void ct_remember_modes(void);

/// From now on the end of the process gives the terminal back: it writes `bytes` and sets the modes.
void ct_hold(const char *bytes, size_t count);

/// From now on the end of the process leaves the terminal alone.
void ct_let_go(void);

/// Lets the terminal that is read from show nothing of what is typed but the ends of lines; from now on
/// the end of the process shows it again, and throws away what was typed and not read. False if it can't.
bool ct_hide_input(void);

/// Lets the terminal show what is typed as before; if `discards`, what was typed and not read is thrown away.
void ct_show_input(bool discards);

/// Whether the terminal is this job's, or nobody's.
bool ct_in_foreground(void);

/// Whether the terminal collects lines, as it does for a shell.
bool ct_collects_lines(void);
