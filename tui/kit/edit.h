/* SPDX-License-Identifier: MIT */
/* One line of text being typed. */
#ifndef BANSHI_TUI_EDIT_H
#define BANSHI_TUI_EDIT_H

#include "canvas.h"
#include "key.h"

struct edit {
    char text[1024];
    size_t cursor; /* bytes before it */
    size_t limit;  /* code points, 0: as the room allows */
    bool hidden;   /* a password */
    bool offered;  /* the first character that is typed takes its place */
    bool refused;  /* the last key was a character that cannot be stored */
};

void edit_set(struct edit *edit, const char *text);
/* The same as a proposal, which the first character replaces, unless it is only a beginning such as "printer:" or "/home/". */
void edit_offer(struct edit *edit, const char *text);
/* True when the key is one of editing; refused tells when it was not taken. */
bool edit_key(struct edit *edit, key k);
/* Paint the text, scrolled so that the cursor is seen. */
void edit_draw(const struct edit *edit, struct area area, int row, int col, int columns, bool focus);

#endif
