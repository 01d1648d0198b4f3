/// What the process keeps to itself.

#pragma once

/// Keeps memory and environment from everybody but the superuser.
///
/// There is no core file and no debugger, and the files under /proc aren't the user's.
void ct_forbid_dumps(void);

/// Makes a write to a file at its size limit fail, instead of ending the process.
void ct_outlive_file_limit(void);

/// Opens the null device for each standard stream that is closed.
///
/// Otherwise the next file or connection would take its number, and output would go there.
void ct_open_standard_streams(void);

/// What the system gives the process too little of.
typedef enum {
  CT_ENOUGH, CT_FEW_FILES, CT_FEW_THREADS, CT_FEW_ADDRESSES, CT_SMALL_STACK
} ct_shortage_t;

/// Looks for shortages that make the libraries end the process.
ct_shortage_t ct_shortage(void);

/// The variables of the environment as `NAME=value`, the last one `NULL`.
char *const *ct_variables(void);

/// Overwrites a variable's value where the kernel shows it, and removes the variable.
void ct_erase_variable(const char *name);

/// Limits look-ups of names to files and DNS, whatever modules the machine has for it.
///
/// A program that carries its C library must not load parts of another one.
void ct_use_own_lookups(void);

/// Makes all threads allocate from the same memory.
void ct_keep_memory_small(void);

/// Gives freed memory back to the system.
void ct_give_memory_back(void);
