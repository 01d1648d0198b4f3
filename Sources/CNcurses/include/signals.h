/// Signals as bytes on a pipe, and the terminal given back whatever ends the process.

#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Takes over the signals: WINCH, TERM, HUP, INT, TSTP and CONT each put their number on a pipe;
/// all others that end a process give the terminal back and then have their default effect. One that
/// the process was started to ignore stays ignored. A second TERM or HUP that comes when the first has had no effect
/// for a second gives the terminal back and ends the process.
///
/// Returns the end of the pipe to read from, or -1.
int cn_catch_signals(void);

/// Lets a write to a file that may grow no more fail, instead of ending the process.
void cn_outlive_file_limit(void);

/// Lets signals have the effect they had before; TERM and HUP only if neither has come.
void cn_release_signals(void);

/// What a number from the pipe asks for.
typedef enum { CN_RESIZE, CN_STOP, CN_CONTINUE, CN_LEAVE } cn_request_t;
cn_request_t cn_request(int number);

/// Whether TERM or HUP has come.
bool cn_is_ending(void);

/// Remembers the terminal's modes as those to give back.
void cn_remember_modes(void);

/// From now on the end of the process gives the terminal back: it writes `bytes` and sets the modes.
void cn_hold(const char *bytes, size_t count);

/// From now on the end of the process leaves the terminal alone.
void cn_let_go(void);

/// Whether the terminal is this job's, or nobody's.
bool cn_in_foreground(void);

/// Whether the terminal collects lines, as it does for a shell.
bool cn_collects_lines(void);

/// Stops the whole job as the terminal's driver would for Ctrl-Z; returns when it is continued.
void cn_stop_job(void);
