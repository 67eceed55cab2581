/* SPDX-License-Identifier: MIT */
/* How far long work is, and whether to end it early. */
#ifndef BANSHI_CORE_PROGRESS_H
#define BANSHI_CORE_PROGRESS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

/* What the loop and the thread tell each other: to end early; how much is done of how much, 0: it does not say. */
struct progress {
    atomic_bool stop;
    atomic_size_t done, total;
};

#endif
