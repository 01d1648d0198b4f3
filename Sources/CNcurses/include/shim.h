/// ncurses for Swift: inline functions for what the importer can't see.

#pragma once

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <ncurses.h>

// The importer skips macros whose value is an expression.
static const attr_t cn_plain = A_NORMAL;
static const attr_t cn_bold = A_BOLD;
static const attr_t cn_dim = A_DIM;
static const attr_t cn_underline = A_UNDERLINE;
static const attr_t cn_reverse = A_REVERSE;

// `stdscr`, `LINES` and `COLS` are variables, which Swift 6 has no safe way to read.
static inline WINDOW *cn_screen(void) { return stdscr; }
static inline int cn_rows(void) { return LINES; }
static inline int cn_columns(void) { return COLS; }

/// Takes the terminal as one of this type; unlike `initscr`, it returns if it can't.
///
/// Its size is that of `ct_window_size`. LINES and COLUMNS may be those of another window, and both
/// they and the system may tell more than there is memory for.
SCREEN *cn_open(const char *type, FILE *stream);

/// Whether a description of this type exists and can place the cursor.
typedef enum { CN_TYPE_USABLE, CN_TYPE_UNKNOWN, CN_TYPE_CANNOT_PLACE_CURSOR } cn_type_t;
cn_type_t cn_type(const char *type);

/// A capability's text, or `NULL`.
const char *cn_capability(const char *name);
/// The text that places the cursor at the start of the last row.
const char *cn_last_row(void);

/// A variable of the environment, or `NULL`.
const char *cn_environment(const char *name);

static inline void cn_style(attr_t attributes, short pair) { attr_set(attributes, pair, NULL); }
static inline void cn_write_ascii(const char *text, int count) { addnstr(text, count); }
static inline void cn_write_wide(const wchar_t *text, int count) { addnwstr(text, count); }
