/* SPDX-License-Identifier: MIT */
/* A screen's writes: one at a time, and each happens once. */
#ifndef BANSHI_TUI_WRITE_H
#define BANSHI_TUI_WRITE_H

#include <banshi/banshi.h>

#include <stdbool.h>

struct app;

struct write {
    bool busy; /* an answer is awaited */
    bool open; /* it was given up: nobody knows whether it was done */
    banshi_time since;
    char what[640];
    char opid[BANSHI_OPID_SIZE];
};

/* The operation id of an act, which is described by what it does, to what, and with which words; busy from now on. What
 * is repeated soon after its answer was given up is the same operation. */
const char *write_begin(struct write *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The answer has come. True when it was done; else the error is still to be said. */
bool write_end(struct write *w, const struct banshi_error *error);

#endif
