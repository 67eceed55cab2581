/* SPDX-License-Identifier: MIT */
/* How long does planning take: 200 people, 79 counters, 23 working days; the plan alone, without a database. */
#include <config.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "roster_plan.h"

enum { DAYS = 23, SLOTS = 79, PEOPLE = 200, ROUNDS = 5 };

static bool able[SLOTS * PEOPLE], absent[DAYS * PEOPLE], before[PEOPLE];
static int past[PEOPLE], plan[DAYS * SLOTS];

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

int main(void)
{
    const struct roster_team team = {DAYS, SLOTS, PEOPLE, able, absent, past, before};
    double ms[ROUNDS];
    unsigned seed = 1;
    for (size_t s = 0; s < PEOPLE; s++) {
        past[s] = (int)(s % 3);
        for (size_t k = 0; k < SLOTS; k++)
            able[k * PEOPLE + s] = k % 20 == s % 20 || (seed = seed * 1103515245u + 12345u) >> 16 % 25 == 0;
        for (size_t d = 0; d < DAYS; d++)
            absent[d * PEOPLE + s] = s % 6 == 0 && d % 5 == s % 5;
    }
    for (int r = 0; r < ROUNDS; r++) {
        struct timespec from, to;
        clock_gettime(CLOCK_MONOTONIC, &from);
        if (!roster_plan(&team, plan))
            return 1;
        clock_gettime(CLOCK_MONOTONIC, &to);
        ms[r] = (double)(to.tv_sec - from.tv_sec) * 1000 + (double)(to.tv_nsec - from.tv_nsec) / 1e6;
    }
    qsort(ms, ROUNDS, sizeof ms[0], compare);
    printf("roster: the plan of %d people, %d counters, %d days: %.0f ms\n", PEOPLE, SLOTS, DAYS, ms[ROUNDS / 2]);
    return 0;
}
