/// The character set of the person's locale.

#pragma once

#include <stdbool.h>
#include <stdint.h>

/// Sets the person's character set if it is UTF-8, even if no such locale is installed.
///
/// Returns whether it is.
bool ct_locale_is_utf8(void);

/// The columns that the C library counts for a scalar; -1 if the character set can't show it.
int ct_width(uint32_t scalar);
