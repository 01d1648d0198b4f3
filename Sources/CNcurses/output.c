// One write a frame.
//
// ncurses 6.4 empties its buffer at every motion of the cursor: a marker that moves takes three writes,
// a screen thirty. Each of them wakes the reader, may become a packet of its own, and can be seen as a
// frame half drawn. So its `write` is answered here, by ELF's rule that a program's own definition
// comes before that of a shared library. Where that rule doesn't hold, every write goes out by itself.

#define _GNU_SOURCE  // syscall

#include "descriptors.h"

#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

// Only the thread that draws collects: what others write is none of its business.
static _Thread_local bool collects;
static char collected[64 * 1024];
static size_t collected_count;

void cn_begin_frame(void) { collects = true; }

bool cn_end_frame(void) {
  size_t count = collected_count;
  collects = false;
  collected_count = 0;
  return cn_write(STDOUT_FILENO, collected, count);
}

#ifdef __linux__
long cn_write_now(int descriptor, const void *bytes, size_t count) {
  return syscall(SYS_write, descriptor, bytes, count);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  if (!collects || descriptor != STDOUT_FILENO) return cn_write_now(descriptor, bytes, count);
  if (count > sizeof collected - collected_count) {
    if (!cn_end_frame()) return -1;
    cn_begin_frame();
  }
  if (count > sizeof collected) return cn_write_now(descriptor, bytes, count);
  memcpy(collected + collected_count, bytes, count);
  collected_count += count;
  return (ssize_t)count;
}
#else
long cn_write_now(int descriptor, const void *bytes, size_t count) {
  return write(descriptor, bytes, count);
}
#endif
