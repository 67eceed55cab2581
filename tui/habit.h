/* SPDX-License-Identifier: MIT */
/* What this terminal remembers from one day to the next: a terminal stands at a counter, and so does its clerk. */
#ifndef BANSHI_TUI_HABIT_H
#define BANSHI_TUI_HABIT_H

#include <stdint.h>

enum { HABIT_LOGIN_SIZE = 64 };

struct habit {
    char login[HABIT_LOGIN_SIZE]; /* who signed on last, "" unknown */
    int64_t counter;              /* at which counter, 0 unknown */
};

struct habit habit_read(void);
/* Nothing is lost when it cannot be written. */
void habit_write(const struct habit *habit);

#endif
