#define _GNU_SOURCE  // explicit_bzero

#include "process.h"

#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

void cn_forbid_dumps(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  // A core that is piped to a program takes no notice of the limit (core(5)), but of this.
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

char *const *cn_variables(void) { return environ; }

void cn_erase_variable(const char *name) {
  char *value = getenv(name);
  // /proc/PID/environ shows the memory that the process was started with, removed or not.
  if (value != NULL) explicit_bzero(value, strlen(value));
  unsetenv(name);
}
