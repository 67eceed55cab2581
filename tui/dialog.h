/* SPDX-License-Identifier: MIT */
/* Arguments of the screens that ask one question: open them by app_open(app, "confirm", tag, &(struct question){…}). */
#ifndef BANSHI_TUI_DIALOG_H
#define BANSHI_TUI_DIALOG_H

#include <stddef.h>
#include <stdint.h>

/* "confirm": yes or no, no by default. "prompt": a line of text; label stands before it, text is offered. */
struct question {
    const char *title, *label, *text;
    size_t limit; /* code points */
};

/* "pick": one line of several, filtered by words or pinyin. Copied. */
struct option {
    const char *text;
    int64_t number; /* what the result brings */
};
struct options {
    const char *title;
    const struct option *items;
    size_t count;
    int64_t chosen; /* number of the selected line at first */
};

/* "viewer": lines to read. Copied. */
struct reading {
    const char *title, *text;
};

#endif
