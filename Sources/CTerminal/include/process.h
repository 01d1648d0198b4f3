/// What the process keeps to itself.

#pragma once

/// Keeps memory and environment from everybody but the superuser: no core file, no debugger, and
/// files under /proc that aren't the user's.
void ct_forbid_dumps(void);

/// Lets a write to a file that may grow no more fail, instead of ending the process.
void ct_outlive_file_limit(void);

/// Opens the null device as each of the standard streams that is closed: else the next file or
/// connection would take its number, and what is printed would go there.
void ct_open_standard_streams(void);

/// What the system doesn't let the process have enough of.
typedef enum {
  CT_ENOUGH, CT_FEW_FILES, CT_FEW_THREADS, CT_FEW_ADDRESSES, CT_SMALL_STACK
} ct_shortage_t;

/// Looks for what the libraries end the process over when it runs out.
ct_shortage_t ct_shortage(void);

/// The variables of the environment as `NAME=value`, the last one `NULL`.
char *const *ct_variables(void);

/// Overwrites the value of a variable where the kernel shows it, and removes the variable.
void ct_erase_variable(const char *name);

/// From now on names are looked up in files and by DNS, whatever modules the machine has for it.
///
/// A program that carries its C library must not load parts of another one into itself.
void ct_use_own_lookups(void);

/// From now on all threads allocate from the same memory.
void ct_keep_memory_small(void);

/// Hands freed memory back to the system.
void ct_give_memory_back(void);
