/* SPDX-License-Identifier: MIT */
/* Why somebody has a duty in a plan or not. */
#include <config.h>

#include "roster_plan.h"

/* Is the person on duty on a day, which can be the one before the plan (-1)? */
static bool has_duty(const struct roster_team *t, const int *plan, ptrdiff_t day, size_t person)
{
    if (day < 0)
        return t->before[person];
    for (size_t k = 0; day < (ptrdiff_t)t->days && k < t->slots; k++)
        if (plan[(size_t)day * t->slots + k] == (int)person)
            return true;
    return false;
}

enum roster_verdict roster_verdict(const struct roster_team *team, const int *plan, size_t day, size_t slot,
                                   size_t person)
{
    if (plan[day * team->slots + slot] == (int)person)
        return ROSTER_CHOSEN;
    if (!team->able[slot * team->people + person])
        return ROSTER_UNABLE;
    if (team->absent[day * team->people + person])
        return ROSTER_ABSENT;
    if (has_duty(team, plan, (ptrdiff_t)day, person))
        return ROSTER_ELSEWHERE;
    if (has_duty(team, plan, (ptrdiff_t)day - 1, person) || has_duty(team, plan, (ptrdiff_t)day + 1, person))
        return ROSTER_RESTS;
    return ROSTER_CANDIDATE;
}

enum roster_verdict roster_vacancy(const struct roster_team *team, const int *plan, size_t day, size_t slot)
{
    enum roster_verdict cause = ROSTER_UNABLE;
    for (size_t s = 0; s < team->people; s++) {
        enum roster_verdict v = roster_verdict(team, plan, day, slot, s);
        cause = v < cause ? v : cause;
    }
    return cause;
}
