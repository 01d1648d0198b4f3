#define _GNU_SOURCE  // explicit_bzero

#include "process.h"

#include <malloc.h>
#include <nss.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/// Swift's runtime looks for itself there before anything else, and ends the process if it can't.
__attribute__((constructor(101))) static void expect_proc(void) {
  static const char words[] =
      "vxc: The folder /proc is missing or empty, and vxc does not run without it. "
      "To have it there: mount -t proc proc /proc\n";
  if (access("/proc/self/exe", F_OK) == 0) return;
  ssize_t written = write(STDERR_FILENO, words, sizeof words - 1);
  (void)written;
  _exit(2);
}

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

void cn_use_own_lookups(void) {
  // Both are parts of the C library since glibc 2.34; a list in nsswitch.conf may name others.
  __nss_configure_lookup("hosts", "files dns");
  const char *others[] = {"services", "passwd", "group"};
  for (int i = 0; i < 3; i++) __nss_configure_lookup(others[i], "files");
}

void cn_keep_memory_small(void) {
  // Otherwise each thread that allocates gets an arena of its own, of which most stays empty.
  mallopt(M_ARENA_MAX, 1);
}

void cn_give_memory_back(void) { malloc_trim(0); }
