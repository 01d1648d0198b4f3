#define _GNU_SOURCE  // strdup

// Apart from what uses <term.h>, whose macros take names such as `lines`.
#include "shim.h"
#include "descriptors.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// Sets a variable to a number, or back to its old value.
static void set_variable(const char *name, int number, const char *before) {
  char text[16];
  snprintf(text, sizeof text, "%d", number);
  if (number > 0) before = text;
  if (before != NULL) setenv(name, before, 1); else unsetenv(name);
}

SCREEN *cn_open(const char *type, FILE *stream) {
  ct_window_t window = ct_window_size();
  char *lines = getenv("LINES"), *columns = getenv("COLUMNS");
  if (lines != NULL) lines = strdup(lines);
  if (columns != NULL) columns = strdup(columns);
  // Otherwise newterm asks the system itself; only these variables prevent it. See use_env(3X).
  set_variable("LINES", window.rows > 0 ? window.rows : 24, NULL);
  set_variable("COLUMNS", window.columns > 0 ? window.columns : 80, NULL);
  SCREEN *screen = newterm(type, stream, stdin);
  set_variable("LINES", 0, lines);
  set_variable("COLUMNS", 0, columns);
  free(lines);
  free(columns);
  return screen;
}
