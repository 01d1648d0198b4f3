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

/// From now on names are looked up in files and by DNS, whatever modules the machine has for it.
///
/// A program that carries its C library must not load parts of another one into itself.
void cn_use_own_lookups(void);

/// From now on all threads allocate from the same memory.
void cn_keep_memory_small(void);

/// Hands freed memory back to the system.
void cn_give_memory_back(void);
