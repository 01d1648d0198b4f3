/// The character set of the person's locale.

#pragma once

#include <stdbool.h>
#include <stdint.h>

/// Takes the user's character set if it is UTF-8, also where no such locale is installed, and says whether
/// it is.
bool ct_locale_is_utf8(void);

/// How many columns the C library counts for a scalar; -1 if the character set can't show it.
int ct_width(uint32_t scalar);
