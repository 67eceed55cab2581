/* SPDX-License-Identifier: MIT */
/* The key bar: what the keys of the top screen do now, and on which key it lies. */
#ifndef BANSHI_TUI_KEYBAR_H
#define BANSHI_TUI_KEYBAR_H

#include "canvas.h"
#include "keymap.h"

struct keybar {
    const struct keymap *keys;
    const enum context *contexts;                                  /* of the screen, with GLOBAL at the end */
    bool typing;                                                   /* characters are no acts */
    const char *(*label)(const void *closure, enum action action); /* message id; "": not to be shown now */
    const void *closure;
};

/* Paint as many acts as fit, the most useful first; the way back and the help always, at the end of the last line. */
void keybar_draw(const struct keybar *bar, struct area area);

#endif
