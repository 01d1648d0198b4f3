/// What the process keeps to itself.

#pragma once

/// Keeps memory and environment from everybody but the superuser: no core file, no debugger, and
/// files under /proc that aren't the user's.
void cn_forbid_dumps(void);

/// Overwrites the value of a variable where the kernel shows it, and removes the variable.
void cn_erase_variable(const char *name);
