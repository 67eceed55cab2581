/* SPDX-License-Identifier: MIT */
/* Lines of which one is selected: moving and scrolling. It knows only how many there are. */
#ifndef BANSHI_TUI_LINES_H
#define BANSHI_TUI_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "keymap.h"

struct lines {
    size_t count, selected;
};

/* There are other lines now; the selected line stays where it is as far as possible. */
void lines_resize(struct lines *lines, size_t count);
/* Do an action of CONTEXT_LIST; false for another. */
bool lines_act(struct lines *lines, enum action action);
/* The first line to draw when `rows` fit, such that the selected one is among them. */
size_t lines_top(const struct lines *lines, int rows);

#endif
