/* SPDX-License-Identifier: MIT */
/* The terminal: the only file that knows curses. Keys in, pictures out, signals as flags; always restored. */
#ifndef BANSHI_TUI_TERM_H
#define BANSHI_TUI_TERM_H

#include <stdbool.h>

#include "canvas.h"
#include "key.h"

struct term;

/* What the outside told us since the last look. */
struct term_signals {
    bool resize;    /* the window has another size */
    bool quit;      /* SIGTERM, SIGINT or SIGHUP: end in good order */
    bool hangup;    /* the terminal is gone: write nothing more to it */
    bool continued; /* we were stopped and go on: everything must be painted again */
};

/* Take over the terminal on in_fd and out_fd. NULL with a sentence in *ret_problem when it cannot be used. */
struct term *term_open(int in_fd, int out_fd, const char **ret_problem);
/* Give the terminal back as it was; NULL is fine. */
void term_close(struct term *term);
/* Stop ourselves as ^Z would; returns when continued. */
void term_suspend(struct term *term);

/* Descriptors to poll for reading: keys, and signals. */
int term_key_fd(const struct term *term);
int term_signal_fd(const struct term *term);
/* Signals since the last call. */
struct term_signals term_signals(struct term *term);

/* The next key that is there; K_NONE: none. *ret_pasted (may be NULL) tells that it comes out of a paste. */
key term_key(struct term *term, bool *ret_pasted);
/* Size now. */
void term_size(struct term *term, int *ret_rows, int *ret_cols);
/* Show the canvas: only what differs from the last one is sent. */
void term_show(struct term *term, const struct canvas *canvas);
/* Forget what the terminal is thought to show: the next term_show paints everything. */
void term_forget(struct term *term);
void term_bell(struct term *term);

#endif
