/* SPDX-License-Identifier: MIT */
/* The clock that nobody sets. */
#ifndef BANSHI_TUI_CLOCK_H
#define BANSHI_TUI_CLOCK_H

#include <stdint.h>
#include <time.h>

/* Monotonic milliseconds, from any beginning: for measuring how long something takes. */
static inline int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

#endif
