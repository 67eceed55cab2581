/* SPDX-License-Identifier: MIT */
/* A line of the opening hours: a weekday or a single day, and its sessions. */
#ifndef BANSHI_TUI_HOURS_H
#define BANSHI_TUI_HOURS_H

#include <banshi/hours.h>

enum { HOURS_SESSIONS = 4 }; /* morning, lunch, afternoon, extended */

struct hours_line {
    int64_t id, weekday;
    banshi_date day;
    char name[32], times[HOURS_SESSIONS][16]; /* "09:00–12:00"; "" for none */
    const char *says[1 + HOURS_SESSIONS];     /* the same, for the list */
};

#endif
