/* SPDX-License-Identifier: MIT */
/* A list of lines of which one is in hand: moving, scrolling, filtering. It knows only how many lines there are. */
#ifndef BANSHI_TUI_LIST_H
#define BANSHI_TUI_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "kit/keymap.h"

struct list {
    size_t count, selected;
};

/* There are other lines now; the line in hand stays where it is as far as possible. */
void list_resize(struct list *list, size_t count);
/* Do an action of CONTEXT_LIST; false for another. */
bool list_act(struct list *list, enum action action);
/* The first line to draw when `rows` fit, such that the one in hand is among them. */
size_t list_top(const struct list *list, int rows);

#endif
