/// Files of the building machine that are in the program.

#pragma once

#include <stddef.h>

typedef struct {
  const unsigned char *bytes;
  size_t count;
} cn_bytes_t;

/// The compiled description of a type of terminal; without bytes if there is none.
cn_bytes_t cn_carried_description(const char *type);
