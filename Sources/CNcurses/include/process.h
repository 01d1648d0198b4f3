/// What the process keeps to itself.

#pragma once

/// Keeps memory and environment from everybody but the superuser: no core file, no debugger, and
/// files under /proc that aren't the user's.
void cn_forbid_dumps(void);

/// Opens the null device as each of the standard streams that is closed: else the next file or
/// connection would take its number, and what is printed would go there.
void cn_open_standard_streams(void);

/// What the system doesn't let the process have enough of.
typedef enum {
  CN_ENOUGH, CN_FEW_FILES, CN_FEW_THREADS, CN_FEW_ADDRESSES, CN_SMALL_STACK
} cn_shortage_t;

/// Looks for what the libraries end the process over when it runs out.
cn_shortage_t cn_shortage(void);

/// The variables of the environment as `NAME=value`, the last one `NULL`.
char *const *cn_variables(void);

/// Overwrites the value of a variable where the kernel shows it, and removes the variable.
void cn_erase_variable(const char *name);

/// From now on Swift's tasks run on threads that libdispatch doesn't count. Those it counts make it wake
/// once a second for the rest of the process, whether there is anything to do or not.
///
/// To be called before there is a task. It does nothing with a runtime that has no place for it.
void cn_run_tasks_uncounted(void);
