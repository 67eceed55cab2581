/* SPDX-License-Identifier: MIT */
/* Arguments of the screens that ask one question: open them by app_open(app, "confirm", tag, &(struct question){…}). */
#ifndef BANSHI_TUI_DIALOG_H
#define BANSHI_TUI_DIALOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* "confirm": yes or no, no by default. "prompt": a line of text; label stands before it, text is offered. */
struct question {
    const char *title, *label, *text;
    size_t limit; /* code points */
    bool must;    /* a line of text: nothing is no answer */
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

/* The same asked in a line; the question and the title are copied. */
struct app;
void ask_yes(struct app *app, int tag, const char *title, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
void ask_text(struct app *app, int tag, const char *title, const char *label, const char *text, size_t limit);
/* A line that is needed, such as a reason: nothing is no answer. */
void ask_needed(struct app *app, int tag, const char *title, const char *label, const char *text, size_t limit);

/* Lines to pick from, added one after the other. */
struct picks {
    struct option *items;
    size_t count, room;
};
void pick_add(struct picks *picks, int64_t number, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Ask, with the line of this number selected at first, and free the lines; false: there is nothing to choose from, which is
 * said. */
bool pick_ask(struct app *app, int tag, const char *title, struct picks *picks, int64_t chosen);

/* "viewer": lines to read. Copied. */
struct reading {
    const char *title, *text;
};

#endif
