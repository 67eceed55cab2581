/* SPDX-License-Identifier: MIT */
/* How often something is done that may be asked for all the time: PACE_BURST times at once, then once in PACE_MS. */
#ifndef BANSHI_TUI_PACE_H
#define BANSHI_TUI_PACE_H

#include <stdbool.h>
#include <stdint.h>

enum { PACE_BURST = 4, PACE_MS = 1000 };

/* Milliseconds as now_ms; begins as zeros. */
struct pace {
    int64_t due;        /* when what was asked for is to be done, 0: nothing was */
    int64_t paid_until; /* by then what was done is paid for, PACE_MS each */
};

/* Is it to be done now? Once. */
static inline bool pace_due(struct pace *pace, int64_t now)
{
    bool due = pace->due && now >= pace->due;
    pace->due = due ? 0 : pace->due;
    return due;
}

/* Ask for it, no sooner than after so many milliseconds; is it to be done now? What is asked for meanwhile is done with it. */
static inline bool pace_ask(struct pace *pace, int64_t now, int64_t after)
{
    int64_t at = pace->paid_until - (int64_t)(PACE_BURST - 1) * PACE_MS;
    at = at > now + after ? at : now + after;
    if (!pace->due) {
        pace->paid_until = (pace->paid_until > at ? pace->paid_until : at) + PACE_MS;
        pace->due = at;
    }
    return pace_due(pace, now);
}

#endif
