/* SPDX-License-Identifier: MIT */
/* The number in hand in large letters, to be read from a distance. */
#ifndef BANSHI_TUI_BANNER_H
#define BANSHI_TUI_BANNER_H

#include "canvas.h"

enum { BANNER_ROWS = 5 };

/* Columns of a number in large letters; 0 when it has a character that has no large form. */
int banner_width(const char *number);
/* Paint it: blocks of reverse blanks, the same in every font and without colours. */
void banner_paint(struct area area, int row, int col, const char *number);

#endif
