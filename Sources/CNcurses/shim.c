#include "shim.h"
#include "carried.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

/// Lets ncurses find the description that the program carries, in the form that `infocmp -Q1` writes.
static bool offer_carried(const char *type) {
  static const char digits[] = "0123456789ABCDEF";
  cn_bytes_t entry = cn_carried_description(type);
  if (entry.count < 2) return false;
  char *text = malloc(4 + 2 * entry.count + 1);
  if (text == NULL) return false;
  memcpy(text, "hex:", 4);
  char *next = text + 4;
  for (size_t i = 0; i < entry.count; i++) {
    *next++ = digits[entry.bytes[i] >> 4];
    *next++ = digits[entry.bytes[i] & 15];
  }
  *next = '\0';
  bool offered = setenv("TERMINFO", text, 1) == 0;
  free(text);
  return offered;
}

static bool find(const char *type) {
  int found = 0;
  return setupterm(type, STDOUT_FILENO, &found) == OK;
}

cn_type_t cn_type(const char *type) {
  if (!find(type) && !(offer_carried(type) && find(type))) return CN_TYPE_UNKNOWN;
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
