// The least that a form and a list on ncurses can be: what vxc is measured against.
//
//   floor form            a form to type into; Tab goes to the next field
//   floor list COUNT      a list of COUNT names with a marker; the down key moves it
//
// It shows the very text of vxc's screens, which the benchmark writes to screens.h.

#define NCURSES_WIDECHAR 1
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "screens.h"

static void draw(const char *const *rows) {
  for (int row = 0; row < 24; row++) mvaddstr(row, 0, rows[row]);
}

static void form(void) {
  static const int fields[] = {FORM_ROW, FORM_ROW + 1, FORM_ROW + 2};
  int field = 0, column = FORM_COLUMN;
  draw(form_rows);
  move(fields[0], column);
  for (;;) {
    refresh();
    int key = getch();
    if (key == ERR || key == 3) return;
    if (key == '\t') {
      mvaddstr(fields[field], 2, " ");
      field = (field + 1) % 3;
      column = FORM_COLUMN;
      mvaddstr(fields[field], 2, ">");
    } else if (key >= ' ' && key < 127 && column < 78) {
      mvaddch(fields[field], column++, key);
    }
    move(fields[field], column);
  }
}

static char (*names)[64];

static void draw_row(int item, int row, int marked) {
  move(row, 4);
  clrtoeol();
  printw("%s   %s", item == marked ? ">" : " ", names[item]);
}

static void list(int count) {
  int marked = 0, top = 0, height = count < LIST_HEIGHT ? count : LIST_HEIGHT;
  names = malloc(sizeof *names * (size_t)count);
  if (names == NULL) return;
  for (int item = 0; item < count; item++) {
    snprintf(names[item], sizeof *names, "network-%05d  %08x-0c3e-4d53-9d0c-1f6f2b8a7e14", item + 1,
             item * 2654435761u);
  }
  draw(list_rows);
  for (int i = 0; i < height; i++) draw_row(i, LIST_TOP + i, marked);
  move(LIST_TOP, 4);
  for (;;) {
    refresh();
    int key = getch();
    if (key == ERR || key == 3) return;
    if (key != KEY_DOWN || marked + 1 == count) continue;
    int before = marked++;
    if (marked < top + height) {
      mvaddstr(LIST_TOP + before - top, 4, " ");
      mvaddstr(LIST_TOP + marked - top, 4, ">");
    } else {
      top++;
      for (int i = 0; i < height; i++) draw_row(top + i, LIST_TOP + i, marked);
    }
    move(LIST_TOP + marked - top, 4);
  }
}

int main(int count, char **arguments) {
  setlocale(LC_ALL, "");
  if (count < 2 || newterm(NULL, stdout, stdin) == NULL) return 2;
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  idlok(stdscr, TRUE);
  if (strcmp(arguments[1], "list") == 0 && count > 2) {
    list(atoi(arguments[2]));
  } else {
    form();
  }
  endwin();
  return 0;
}
