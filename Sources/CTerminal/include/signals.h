/// Signals as bytes on a pipe, so that a loop notices them where it sleeps.

#pragma once

#include <stdbool.h>

/// Takes over the signals: WINCH, TERM, HUP, INT, TSTP and CONT each put their number on a pipe.
///
/// All others that end a process give the terminal back, and then have their default effect. A
/// signal that the process was started to ignore stays ignored. A second TERM or HUP gives the
/// terminal back and ends the process, if the first has had no effect for a second.
///
/// Returns the end of the pipe to read from, or -1.
int ct_catch_signals(void);

/// Whether a caught TSTP is put on the pipe, or has its effect from before.
void ct_catch_stop(bool catches);

/// Restores the effects of signals; those of TERM and HUP only if neither has come.
void ct_release_signals(void);

/// What a number from the pipe asks for.
typedef enum { CT_RESIZE, CT_STOP, CT_CONTINUE, CT_LEAVE } ct_request_t;
ct_request_t ct_request(int number);

/// Whether TERM or HUP has come.
bool ct_is_ending(void);

/// Stops the whole job as the terminal's driver does for Ctrl-Z, and returns when it is continued.
void ct_stop_job(void);
