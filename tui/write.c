/* SPDX-License-Identifier: MIT */
/* A screen's writes: an act that is repeated after its answer was given up has the same operation id. */
#include <config.h>

#include "write.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "words.h"

/* Longer ago, it is meant to be done once more. */
static const banshi_time soon = 120 * (banshi_time)1000000;

const char *write_begin(struct write *w, const char *format, ...)
{
    char what[sizeof w->what];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    if (!w->open || strcmp(w->what, what) != 0 || time_now() - w->since > soon)
        banshi_opid(w->opid);
    memcpy(w->what, what, sizeof what);
    w->since = time_now();
    w->open = false;
    w->busy = true;
    return w->opid;
}

bool write_end(struct write *w, const struct banshi_error *error)
{
    w->busy = false;
    w->open = error->code == BANSHI_ECANCELLED || error->code == BANSHI_ETIMEOUT || error->code == BANSHI_ECONNECT;
    return error->code == 0;
}
