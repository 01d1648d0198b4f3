#define _GNU_SOURCE  // explicit_bzero

#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <nss.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/// Swift's runtime looks for itself in /proc before anything else, and ends the process if it
/// can't.
__attribute__((constructor(101))) static void expect_proc(void) {
  static const char words[] =
      "vxc: The folder /proc is missing or empty, and vxc does not run without it. "
      "To have it there: mount -t proc proc /proc\n";
  if (access("/proc/self/exe", F_OK) == 0) return;
  ssize_t written = write(STDERR_FILENO, words, sizeof words - 1);
  (void)written;
  _exit(2);
}

void ct_forbid_dumps(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  // A core that is piped to a program ignores the limit, but not this; see core(5).
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

void ct_outlive_file_limit(void) { signal(SIGXFSZ, SIG_IGN); }

void ct_open_standard_streams(void) {
  for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++) {
    // open() takes the lowest free number, which is this one. What is written to a closed output
    // must fail, as it did before.
    int access = i == STDOUT_FILENO ? O_RDONLY : O_RDWR;
    if (fcntl(i, F_GETFD) < 0 && errno == EBADF) open("/dev/null", access | O_NOCTTY);
  }
}

/// The most files that a run opens besides those that are open: a demo's connections, pipes, records.
enum { FILES = 48 };
/// The most threads that a run starts: the event loop's, the tasks'.
enum { THREADS = 8 };

static bool can_open_files(void) {
  struct rlimit limit;
  const rlim_t usual = 1024;
  if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < usual) {
    // A limit that the person may raise without asking is no shortage.
    limit.rlim_cur = limit.rlim_max < usual ? limit.rlim_max : usual;
    setrlimit(RLIMIT_NOFILE, &limit);
  }
  int opened[FILES], count = 0;
  while (count < FILES && (opened[count] = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)) >= 0) count++;
  for (int i = 0; i < count; i++) close(opened[i]);
  return count == FILES;
}

static void *wait_for(void *turn) {
  pthread_mutex_lock(turn);
  pthread_mutex_unlock(turn);
  return NULL;
}

static bool can_start_threads(void) {
  struct rlimit limit;
  // Nobody comes near a larger limit, and looking costs time.
  if (getrlimit(RLIMIT_NPROC, &limit) != 0 || limit.rlim_cur > 4096) return true;
  pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
  pthread_t threads[THREADS];
  int count = 0;
  pthread_mutex_lock(&turn);
  while (count < THREADS && pthread_create(&threads[count], NULL, wait_for, &turn) == 0) count++;
  pthread_mutex_unlock(&turn);
  for (int i = 0; i < count; i++) pthread_join(threads[i], NULL);
  return count == THREADS;
}

static bool is_below(int resource, rlim_t least) {
  struct rlimit limit;
  return getrlimit(resource, &limit) == 0 && limit.rlim_cur < least;
}

ct_shortage_t ct_shortage(void) {
  const rlim_t addresses = 512ull << 20, stack = 256ull << 10;
  if (is_below(RLIMIT_AS, addresses) || is_below(RLIMIT_DATA, addresses)) return CT_FEW_ADDRESSES;
  if (is_below(RLIMIT_STACK, stack)) return CT_SMALL_STACK;
  if (!can_open_files()) return CT_FEW_FILES;
  return can_start_threads() ? CT_ENOUGH : CT_FEW_THREADS;
}

char *const *ct_variables(void) { return environ; }

void ct_erase_variable(const char *name) {
  char *value = getenv(name);
  // /proc/PID/environ shows the memory that the process was started with, removed or not.
  if (value != NULL) explicit_bzero(value, strlen(value));
  unsetenv(name);
}

void ct_use_own_lookups(void) {
  // Since glibc 2.34 both are parts of the C library; nsswitch.conf may name others.
  __nss_configure_lookup("hosts", "files dns");
  const char *others[] = {"services", "passwd", "group"};
  for (int i = 0; i < 3; i++) __nss_configure_lookup(others[i], "files");
}

void ct_keep_memory_small(void) {
  // Otherwise each thread that allocates gets an arena of its own, of which most stays empty.
  mallopt(M_ARENA_MAX, 1);
}

void ct_give_memory_back(void) { malloc_trim(0); }
