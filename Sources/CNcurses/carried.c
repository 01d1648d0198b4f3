// What a machine may lack and the program brings along: descriptions of terminals. They are the files of
// the machine that the program is built on, in the form that its library reads: terminfo(5), term(5).

#include "carried.h"

#include <stddef.h>
#include <string.h>

// What `#embed` is part of; the compiler has it for every version of C.
#pragma clang diagnostic ignored "-Wc23-extensions"

// A name that compilers predefine.
#undef linux

#define ID of_ansi
#define INITIAL a
#define NAME ansi
#include "entry.h"

#define ID of_linux
#define INITIAL l
#define NAME linux
#include "entry.h"

#define ID of_rxvt
#define INITIAL r
#define NAME rxvt
#include "entry.h"

#define ID of_rxvt_unicode
#define INITIAL r
#define NAME rxvt-unicode
#include "entry.h"

#define ID of_rxvt_unicode_256color
#define INITIAL r
#define NAME rxvt-unicode-256color
#include "entry.h"

#define ID of_screen
#define INITIAL s
#define NAME screen
#include "entry.h"

#define ID of_screen_256color
#define INITIAL s
#define NAME screen-256color
#include "entry.h"

#define ID of_screen_xterm_256color
#define INITIAL s
#define NAME screen.xterm-256color
#include "entry.h"

#define ID of_tmux
#define INITIAL t
#define NAME tmux
#include "entry.h"

#define ID of_tmux_256color
#define INITIAL t
#define NAME tmux-256color
#include "entry.h"

#define ID of_vt100
#define INITIAL v
#define NAME vt100
#include "entry.h"

#define ID of_vt102
#define INITIAL v
#define NAME vt102
#include "entry.h"

#define ID of_vt220
#define INITIAL v
#define NAME vt220
#include "entry.h"

#define ID of_xterm
#define INITIAL x
#define NAME xterm
#include "entry.h"

#define ID of_xterm_256color
#define INITIAL x
#define NAME xterm-256color
#include "entry.h"

#define ID of_xterm_color
#define INITIAL x
#define NAME xterm-color
#include "entry.h"

#define ID of_xterm_mono
#define INITIAL x
#define NAME xterm-mono
#include "entry.h"

static const struct {
  const char *name;
  cn_bytes_t entry;
} descriptions[] = {
    {"ansi", {of_ansi, sizeof of_ansi}},
    {"linux", {of_linux, sizeof of_linux}},
    {"rxvt", {of_rxvt, sizeof of_rxvt}},
    {"rxvt-unicode", {of_rxvt_unicode, sizeof of_rxvt_unicode}},
    {"rxvt-unicode-256color", {of_rxvt_unicode_256color, sizeof of_rxvt_unicode_256color}},
    {"screen", {of_screen, sizeof of_screen}},
    {"screen-256color", {of_screen_256color, sizeof of_screen_256color}},
    {"screen.xterm-256color", {of_screen_xterm_256color, sizeof of_screen_xterm_256color}},
    {"tmux", {of_tmux, sizeof of_tmux}},
    {"tmux-256color", {of_tmux_256color, sizeof of_tmux_256color}},
    {"vt100", {of_vt100, sizeof of_vt100}},
    {"vt102", {of_vt102, sizeof of_vt102}},
    {"vt220", {of_vt220, sizeof of_vt220}},
    {"xterm", {of_xterm, sizeof of_xterm}},
    {"xterm-256color", {of_xterm_256color, sizeof of_xterm_256color}},
    {"xterm-color", {of_xterm_color, sizeof of_xterm_color}},
    {"xterm-mono", {of_xterm_mono, sizeof of_xterm_mono}},
};

cn_bytes_t cn_carried_description(const char *type) {
  for (size_t i = 0; i < sizeof descriptions / sizeof *descriptions; i++) {
    if (strcmp(descriptions[i].name, type) == 0) return descriptions[i].entry;
  }
  return (cn_bytes_t){NULL, 0};
}
