/// Signals as bytes on a pipe, so that a loop hears of them where it sleeps.

#pragma once

#include <stdbool.h>

/// Takes over the signals: WINCH, TERM, HUP, INT, TSTP and CONT each put their number on a pipe;
/// all others that end a process give the terminal back and then have their default effect. One that
/// the process was started to ignore stays ignored. A second TERM or HUP that comes when the first has had no effect
/// for a second gives the terminal back and ends the process.
///
/// Returns the end of the pipe to read from, or -1.
int ct_catch_signals(void);

/// Whether TSTP, once it is caught, is put on the pipe, or has the effect that it had before.
void ct_catch_stop(bool catches);

/// Lets signals have the effect they had before; TERM and HUP only if neither has come.
void ct_release_signals(void);

/// What a number from the pipe asks for.
typedef enum { CT_RESIZE, CT_STOP, CT_CONTINUE, CT_LEAVE } ct_request_t;
ct_request_t ct_request(int number);

/// Whether TERM or HUP has come.
bool ct_is_ending(void);

/// Stops the whole job as the terminal's driver would for Ctrl-Z; returns when it is continued.
void ct_stop_job(void);
