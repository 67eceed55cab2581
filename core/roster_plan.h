/* SPDX-License-Identifier: MIT */
/* Planning a roster: numbers in, numbers out; the same input gives the same plan. Norm 7.3.
 *
 * Days, slots and people are indices. Of all plans it looks for one with, in this order of weight,
 *   1. the fewest gaps: a slot is empty only if nobody who can do it is free;
 *   2. the fewest people on duty on two days in a row (days are working days, and the last one before the plan counts);
 *   3. the fairest counts: the sum of the squares of everybody's counts, past duties included, is least, so that those
 *      who can do the same differ by one at most unless that breaks 2. */
#ifndef BANSHI_CORE_ROSTER_PLAN_H
#define BANSHI_CORE_ROSTER_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ROSTER_NOBODY = -1 };

struct roster_team {
    size_t days, slots, people;
    const bool *able;   /* [slot * people + person]: can do the slot */
    const bool *absent; /* [day * people + person] */
    const int *past;    /* [person]: duties of the months that count */
    const bool *before; /* [person]: on duty on the last day before the plan */
};

/* Why somebody has a duty or not. */
enum roster_verdict {
    ROSTER_CHOSEN,
    ROSTER_CANDIDATE, /* was free, too */
    ROSTER_RESTS,     /* free, but on duty the day before or after */
    ROSTER_ELSEWHERE, /* has another duty that day */
    ROSTER_ABSENT,
    ROSTER_UNABLE
};

/* Who does what: ret_plan[day * slots + slot] is a person or ROSTER_NOBODY. False when out of memory. */
bool roster_plan(const struct roster_team *team, int *ret_plan);
enum roster_verdict roster_verdict(const struct roster_team *team, const int *plan, size_t day, size_t slot,
                                   size_t person);
/* Why nobody is in a slot: ROSTER_ELSEWHERE, _ABSENT or _UNABLE: all who could are on other duty, or away; or nobody can. */
enum roster_verdict roster_vacancy(const struct roster_team *team, const int *plan, size_t day, size_t slot);

/* Which counters are open during duty. */
struct roster_counter {
    size_t group;  /* its department, 0 … */
    bool always;   /* it is open every day */
    size_t people; /* how many can do it */
};
/* Choose: those that are always open; of each group the share in percent, rounded up; and so many that every queue is
 * served that a counter serves. serves[counter * queues + queue]. Of counters that are as good the one with more people.
 * False when out of memory. */
bool roster_choose(const struct roster_counter *counters, size_t count, const bool *serves, size_t queues, int share,
                   bool *ret_chosen);

#endif
