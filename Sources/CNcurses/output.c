// One write a frame.
//
// At every motion of the cursor, ncurses 6.4 empties its buffer: a mark that moves takes three
// writes, a screen thirty. Each write wakes the reader, may be a packet of its own, and can show
// half a frame. So ncurses writes to its own descriptor. While a frame is drawn, a file in memory
// takes the place of that descriptor. Without such a file, every write goes out by itself.

#define _GNU_SOURCE  // memfd_create

#include "output.h"
#include "descriptors.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

/// The terminal's descriptor for ncurses, and the file that takes its place.
static int drawing = -1, collected = -1;

/// Whether a file may hold the largest frame: a limit on files also limits those in memory.
static bool may_grow(void) {
  struct rlimit file;
  return getrlimit(RLIMIT_FSIZE, &file) == 0 && file.rlim_cur >= 1 << 20;
}

FILE *cn_drawing_stream(void) {
  // ncurses keeps it as long as the process lives.
  drawing = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
  if (drawing < 0) return NULL;
  FILE *stream = fdopen(drawing, "w");
  if (stream == NULL) {
    close(drawing);
    drawing = -1;
    return NULL;
  }
  if (may_grow()) collected = memfd_create("frame", MFD_CLOEXEC);
  return stream;
}

void cn_begin_frame(void) {
  if (collected >= 0) dup3(collected, drawing, O_CLOEXEC);
}

bool cn_end_frame(void) {
  static char bytes[64 * 1024];
  if (collected < 0) return true;
  dup3(STDOUT_FILENO, drawing, O_CLOEXEC);
  off_t end = lseek(collected, 0, SEEK_CUR);
  lseek(collected, 0, SEEK_SET);
  for (off_t start = 0; start < end;) {
    size_t most = end - start < (off_t)sizeof bytes ? (size_t)(end - start) : sizeof bytes;
    ssize_t count = pread(collected, bytes, most, start);
    if (count <= 0 || !ct_write(STDOUT_FILENO, bytes, (size_t)count)) return false;
    start += count;
  }
  return true;
}
