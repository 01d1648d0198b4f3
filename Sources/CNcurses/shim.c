#define _GNU_SOURCE  // wcwidth, strcasestr

#include "shim.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

cn_type_t cn_type(const char *type) {
  int found = 0;
  if (setupterm(type, STDOUT_FILENO, &found) != OK) return CN_TYPE_UNKNOWN;
  const char *place = cn_capability("cup");
  del_curterm(cur_term);
  return place ? CN_TYPE_USABLE : CN_TYPE_CANNOT_PLACE_CURSOR;
}

const char *cn_capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? NULL : text;
}

const char *cn_last_row(void) {
  const char *place = cn_capability("cup");
  return place ? tiparm(place, LINES - 1, 0) : NULL;
}

const char *cn_environment(const char *name) { return getenv(name); }

/// Whether the locale that the environment names is one of UTF-8.
///
/// The terminal's side of an ssh connection names its own locale, which need not be installed here.
static bool wants_utf8(void) {
  const char *names[] = {getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG")};
  for (int i = 0; i < 3; i++) {
    if (names[i] == NULL || *names[i] == '\0') continue;
    return strcasestr(names[i], "UTF-8") != NULL || strcasestr(names[i], "UTF8") != NULL;
  }
  return false;
}

bool cn_locale_is_utf8(void) {
  // Only the character set: formats of numbers and dates stay those of the C locale.
  if (setlocale(LC_CTYPE, "") == NULL && wants_utf8()) setlocale(LC_CTYPE, "C.UTF-8");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int cn_width(uint32_t scalar) {
  char bytes[16];
  mbstate_t state;
  memset(&state, 0, sizeof state);
  if (wcrtomb(bytes, (wchar_t)scalar, &state) == (size_t)-1) return -1;
  return wcwidth((wchar_t)scalar);
}
