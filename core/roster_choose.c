/* SPDX-License-Identifier: MIT */
/* Which counters are open during duty. */
#include <config.h>

#include "roster_plan.h"

#include <stdlib.h>

/* How many queues would a counter add to those that are served? */
static size_t adds(const bool *serves, const bool *served, size_t counter, size_t queues)
{
    size_t n = 0;
    for (size_t q = 0; q < queues; q++)
        n += serves[counter * queues + q] && !served[q];
    return n;
}

bool roster_choose(const struct roster_counter *counters, size_t count, const bool *serves, size_t queues, int share,
                   bool *ret_chosen)
{
    bool *served = calloc(queues + 1, sizeof *served);
    size_t *wanted = calloc(count + 1, sizeof *wanted), *groups = calloc(count + 1, sizeof *groups);
    bool ok = served && wanted && groups;
    for (size_t i = 0; ok && i < count; i++) {
        ret_chosen[i] = false;
        groups[counters[i].group]++;
    }
    for (size_t g = 0; ok && g < count; g++)
        wanted[g] = (groups[g] * (size_t)share + 99) / 100;
    for (bool more = ok; more;) {
        size_t best = count, best_adds = 0;
        for (size_t i = 0; i < count; i++) {
            const struct roster_counter *c = &counters[i];
            size_t n = ret_chosen[i] ? 0 : adds(serves, served, i, queues);
            if (ret_chosen[i] || (!c->always && !n && !wanted[c->group]))
                continue;
            if (best == count || c->always > counters[best].always ||
                (c->always == counters[best].always &&
                 (n > best_adds || (n == best_adds && c->people > counters[best].people)))) {
                best = i;
                best_adds = n;
            }
        }
        more = best < count;
        if (more) {
            ret_chosen[best] = true;
            wanted[counters[best].group] -= wanted[counters[best].group] > 0;
            for (size_t q = 0; q < queues; q++)
                served[q] = served[q] || serves[best * queues + q];
        }
    }
    free(served);
    free(wanted);
    free(groups);
    return ok;
}
