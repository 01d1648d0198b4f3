#define _GNU_SOURCE  // wcwidth, strcasestr

#include "encoding.h"
#include "descriptors.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>

// The character set that a machine may lack and the program brings along: the file of the machine that it
// is built on, as the C library reads it; see locale(7).

// What `#embed` is part of; the compiler has it for every version of C.
#pragma clang diagnostic ignored "-Wc23-extensions"

/// The file LC_CTYPE of C.UTF-8; a single byte if the building machine has none.
static const unsigned char carried_utf8[] = {
#if __has_embed("/usr/lib/locale/C.utf8/LC_CTYPE")
#embed "/usr/lib/locale/C.utf8/LC_CTYPE"
#elif __has_embed("/usr/lib/locale/C.UTF-8/LC_CTYPE")
#embed "/usr/lib/locale/C.UTF-8/LC_CTYPE"
#else
  0
#endif
};

/// Whether the locale that the environment names is one of UTF-8.
///
/// The terminal's side of an ssh connection names its own locale, which may not be installed here.
static bool wants_utf8(void) {
  const char *names[] = {getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG")};
  for (int i = 0; i < 3; i++) {
    if (names[i] == NULL || *names[i] == '\0') continue;
    return strcasestr(names[i], "UTF-8") != NULL || strcasestr(names[i], "UTF8") != NULL;
  }
  return false;
}

static bool has_utf8(void) { return strcmp(nl_langinfo(CODESET), "UTF-8") == 0; }

static bool save_carried_utf8(const char *path) {
  int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) return false;
  bool saved = ct_write(descriptor, carried_utf8, sizeof carried_utf8);
  close(descriptor);
  return saved;
}

/// Reads the character set from a new folder in `parent`, and removes the folder again.
static bool take_carried_utf8(const char *parent) {
  char root[512], locale[544], file[576];
  if (parent == NULL || *parent != '/' || strlen(parent) > 480) return false;
  snprintf(root, sizeof root, "%s/vxc-XXXXXX", parent);
  if (mkdtemp(root) == NULL) return false;
  snprintf(locale, sizeof locale, "%s/C.UTF-8", root);
  snprintf(file, sizeof file, "%s/LC_CTYPE", locale);
  if (mkdir(locale, 0700) == 0) {
    if (save_carried_utf8(file)) {
      // Only LOCPATH leads to a locale of one's own; afterwards it is set back.
      char *before = getenv("LOCPATH") ? strdup(getenv("LOCPATH")) : NULL;
      setenv("LOCPATH", root, 1);
      setlocale(LC_CTYPE, "C.UTF-8");
      if (before) setenv("LOCPATH", before, 1);
      else unsetenv("LOCPATH");
      free(before);
    }
    unlink(file);
    rmdir(locale);
  }
  rmdir(root);
  return has_utf8();
}

bool ct_locale_is_utf8(void) {
  // Only the character set: numbers and dates stay as in the C locale.
  if (setlocale(LC_CTYPE, "") == NULL && wants_utf8()) setlocale(LC_CTYPE, "C.UTF-8");
  if (has_utf8()) return true;
  // No other character set is ever written, and each would load one of the machine's modules.
  setlocale(LC_CTYPE, "C");
  if (!wants_utf8()) return false;
  const char *folders[] = {
      getenv("XDG_RUNTIME_DIR"), getenv("TMPDIR"), "/dev/shm", "/tmp", "/var/tmp", getenv("HOME"), "/dev",
  };
  for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
    if (take_carried_utf8(folders[i])) return true;
  }
  return false;
}

int ct_width(uint32_t scalar) {
  char bytes[16];
  mbstate_t state;
  memset(&state, 0, sizeof state);
  if (wcrtomb(bytes, (wchar_t)scalar, &state) == (size_t)-1) return -1;
  return wcwidth((wchar_t)scalar);
}
