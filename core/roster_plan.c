/* SPDX-License-Identifier: MIT */
/* Planning a roster. Days are planned one after another as assignments of least cost; then days are planned again with
 * the others as they are, and the duties of two people are dealt anew over all days, until nothing gets better. */
#include <config.h>

#include "roster_plan.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* A slot without a person outweighs all rest, and rest all counts; SWEEPS bounds the work. */
enum { SWEEPS = 12, KICKS = 48, SMALL = 4000 };
static const int64_t REST = 1000000LL, VACANT = 1000000000000LL, NEVER = 100000000000000LL;

struct planner {
    const struct roster_team *team;
    int *plan;
    int *count; /* [person]: past duties and those of the plan */
    bool *on;   /* [(day + 1) * people + person]; row 0 is the day before */
    /* the assignment of a day: rows are slots, columns people and then nobody, once for each slot; both from 1 */
    int64_t *cost, *row_price, *column_price, *least;
    int *row_of, *way;
    bool *used;
    /* dealing between two people */
    int64_t *best;
    char *from;
    bool *changes; /* [day] */
    uint64_t random;
};

static bool able(const struct roster_team *t, size_t slot, size_t person)
{
    return t->able[slot * t->people + person];
}

static bool absent(const struct roster_team *t, size_t day, size_t person)
{
    return t->absent[day * t->people + person];
}

static bool on(const struct planner *p, size_t day, size_t person)
{
    return p->on[(day + 1) * p->team->people + person];
}

/* Is the person on duty the day before or after? Each costs. */
static int64_t neighbours(const struct planner *p, size_t day, size_t person)
{
    const bool *row = p->on + (day + 1) * p->team->people + person;
    return (row[-(ptrdiff_t)p->team->people] ? 1 : 0) + (day + 1 < p->team->days && row[p->team->people] ? 1 : 0);
}

static void put(struct planner *p, size_t day, size_t slot, int person)
{
    int *at = &p->plan[day * p->team->slots + slot];
    if (*at != ROSTER_NOBODY) {
        p->on[(day + 1) * p->team->people + (size_t)*at] = false;
        p->count[*at]--;
    }
    *at = person;
    if (person != ROSTER_NOBODY) {
        p->on[(day + 1) * p->team->people + (size_t)person] = true;
        p->count[person]++;
    }
}

/* What the whole plan costs. */
static int64_t total(const struct planner *p)
{
    const struct roster_team *t = p->team;
    int64_t sum = 0;
    for (size_t i = 0; i < t->days * t->slots; i++)
        sum += p->plan[i] == ROSTER_NOBODY ? VACANT : 0;
    for (size_t d = 0; d < t->days; d++)
        for (size_t s = 0; s < t->people; s++)
            sum += on(p, d, s) && p->on[d * t->people + s] ? REST : 0;
    for (size_t s = 0; s < t->people; s++)
        sum += (int64_t)p->count[s] * p->count[s];
    return sum;
}

/* One day ------------------------------------------------------------------------------------------------------- */

/* The assignment of least cost (Hungarian method with prices, O(slots² × columns)): row_of[column]. */
static void assign(struct planner *p, size_t rows, size_t columns)
{
    memset(p->row_price, 0, (rows + 1) * sizeof *p->row_price);
    memset(p->column_price, 0, (columns + 1) * sizeof *p->column_price);
    memset(p->row_of, 0, (columns + 1) * sizeof *p->row_of);
    for (size_t i = 1; i <= rows; i++) {
        size_t at = 0;
        p->row_of[0] = (int)i;
        for (size_t j = 0; j <= columns; j++) {
            p->least[j] = NEVER * 100;
            p->used[j] = false;
        }
        do {
            size_t row = (size_t)p->row_of[at], next = 0;
            int64_t delta = NEVER * 100;
            p->used[at] = true;
            const int64_t *cost = p->cost + (row - 1) * columns;
            for (size_t j = 1; j <= columns; j++) {
                if (p->used[j])
                    continue;
                int64_t c = cost[j - 1] - p->row_price[row] - p->column_price[j];
                if (c < p->least[j]) {
                    p->least[j] = c;
                    p->way[j] = (int)at;
                }
                if (p->least[j] < delta) {
                    delta = p->least[j];
                    next = j;
                }
            }
            for (size_t j = 0; j <= columns; j++)
                if (p->used[j]) {
                    p->row_price[p->row_of[j]] += delta;
                    p->column_price[j] -= delta;
                } else {
                    p->least[j] -= delta;
                }
            at = next;
        } while (p->row_of[at] != 0);
        while (at) {
            size_t before = (size_t)p->way[at];
            p->row_of[at] = p->row_of[before];
            at = before;
        }
    }
}

/* Plan a day anew with all others as they are. noise: how much costs are shaken. */
static void plan_day(struct planner *p, size_t day, int64_t noise)
{
    const struct roster_team *t = p->team;
    size_t columns = t->people + t->slots;
    for (size_t k = 0; k < t->slots; k++)
        put(p, day, k, ROSTER_NOBODY);
    for (size_t s = 0; s < t->people; s++) {
        int64_t price = REST * neighbours(p, day, s) + 2 * (int64_t)p->count[s] + 1;
        if (noise) {
            p->random = p->random * 6364136223846793005ULL + 1442695040888963407ULL;
            price += (int64_t)(p->random >> 33) % noise;
        }
        for (size_t k = 0; k < t->slots; k++)
            p->cost[k * columns + s] = able(t, k, s) && !absent(t, day, s) ? price : NEVER;
    }
    for (size_t k = 0; k < t->slots; k++)
        for (size_t h = 0; h < t->slots; h++)
            p->cost[k * columns + t->people + h] = h == k ? VACANT : NEVER;
    assign(p, t->slots, columns);
    for (size_t j = 1; j <= t->people; j++) {
        size_t k = (size_t)p->row_of[j];
        if (k && p->cost[(k - 1) * columns + j - 1] < VACANT)
            put(p, day, k - 1, (int)j - 1);
    }
}

/* Two people ----------------------------------------------------------------------------------------------------- */

/* The slot of a person on a day, or the number of slots. */
static size_t slot_of(const struct planner *p, size_t day, size_t person)
{
    const struct roster_team *t = p->team;
    size_t k = 0;
    while (k < t->slots && p->plan[day * t->slots + k] != (int)person)
        k++;
    return k;
}

/* Can a and b change places on a day, and how many duties does a gain by it? */
static bool exchange(const struct planner *p, size_t day, size_t a, size_t b, int *ret_gain)
{
    const struct roster_team *t = p->team;
    bool has_a = on(p, day, a), has_b = on(p, day, b);
    *ret_gain = (has_b ? 1 : 0) - (has_a ? 1 : 0);
    if (has_a == has_b)
        return false; /* it changes nothing that counts */
    size_t free = has_a ? b : a, k = slot_of(p, day, has_a ? a : b);
    return able(t, k, free) && !absent(t, day, free);
}

/* On how many days are they on duty for a second day? */
static int64_t repeats(const struct planner *p, size_t person)
{
    int64_t n = 0;
    for (size_t d = 0; d < p->team->days; d++)
        n += on(p, d, person) && p->on[d * p->team->people + person];
    return n;
}

/* Deal the duties of a and b anew over all days: for every day, they stay or change places. Exact, by the number of
 * duties that a gains and whether they changed places the day before. True when something got better. */
static bool deal(struct planner *p, size_t a, size_t b)
{
    const struct roster_team *t = p->team;
    size_t width = 2 * t->days + 1, middle = t->days;
    int64_t now = repeats(p, a) + repeats(p, b), reached = INT64_MAX;
    bool any = false;
    if (now == 0 && llabs((long long)p->count[a] - p->count[b]) <= 1)
        return false; /* nothing can be better */
    for (size_t i = 0; i < 2 * width * (t->days + 1); i++)
        p->best[i] = INT64_MAX;
    p->best[middle] = 0;
    for (size_t d = 0; d < t->days; d++) {
        int gain = 0;
        bool can = exchange(p, d, a, b, &gain);
        any = any || can;
        const bool *was = p->on + d * t->people, *is = was + t->people;
        for (int before = 0; before < 2; before++)
            for (size_t g = middle - d; g <= middle + d; g++) {
                int64_t cost = p->best[(d * 2 + (size_t)before) * width + g];
                for (int change = 0; cost != INT64_MAX && change <= (can ? 1 : 0); change++) {
                    bool a1 = before ? was[b] : was[a], b1 = before ? was[a] : was[b];
                    bool a2 = change ? is[b] : is[a], b2 = change ? is[a] : is[b];
                    int64_t c = cost + (a1 && a2) + (b1 && b2);
                    size_t to = change ? (size_t)((ptrdiff_t)g + gain) : g;
                    size_t at = ((d + 1) * 2 + (size_t)change) * width + to;
                    if (c < p->best[at]) {
                        p->best[at] = c;
                        p->from[at] = (char)before;
                    }
                }
            }
    }
    if (!any)
        return false;
    size_t end = 0;
    for (int change = 0; change < 2; change++)
        for (size_t g = 0; g < width; g++) {
            size_t at = (t->days * 2 + (size_t)change) * width + g;
            if (p->best[at] == INT64_MAX)
                continue;
            int64_t more = (int64_t)g - (int64_t)middle, ca = p->count[a] + more, cb = p->count[b] - more;
            int64_t cost = p->best[at] * REST + ca * ca + cb * cb;
            if (cost < reached) {
                reached = cost;
                end = at;
            }
        }
    if (reached >= now * REST + (int64_t)p->count[a] * p->count[a] + (int64_t)p->count[b] * p->count[b])
        return false;
    size_t g = end % width;
    for (size_t d = t->days; d-- > 0;) {
        size_t at = ((d + 1) * 2 + (end / width) % 2) * width + g;
        p->changes[d] = (end / width) % 2 == 1;
        int gain = 0;
        exchange(p, d, a, b, &gain);
        g = p->changes[d] ? (size_t)((ptrdiff_t)g - gain) : g;
        end = (d * 2 + (size_t)p->from[at]) * width + g;
    }
    for (size_t d = 0; d < t->days; d++)
        if (p->changes[d]) {
            size_t has = on(p, d, a) ? a : b, k = slot_of(p, d, has);
            put(p, d, k, (int)(has == a ? b : a));
        }
    return true;
}

/* Do the two share a slot? */
static bool alike(const struct roster_team *t, size_t a, size_t b)
{
    for (size_t k = 0; k < t->slots; k++)
        if (able(t, k, a) && able(t, k, b))
            return true;
    return false;
}

/* All ------------------------------------------------------------------------------------------------------------ */

static void improve(struct planner *p)
{
    const struct roster_team *t = p->team;
    int64_t cost = total(p);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
        for (size_t d = 0; d < t->days; d++)
            plan_day(p, d, 0);
        for (size_t a = 0; a < t->people; a++)
            for (size_t b = a + 1; b < t->people; b++)
                if (alike(t, a, b))
                    deal(p, a, b);
        int64_t now = total(p);
        if (now >= cost)
            break;
        cost = now;
    }
}

static void reset(struct planner *p, const int *plan)
{
    const struct roster_team *t = p->team;
    for (size_t d = 0; d < t->days; d++)
        for (size_t k = 0; k < t->slots; k++)
            put(p, d, k, plan[d * t->slots + k]);
}

/* Nobody has two days in a row, and all counts are the same or one more: nothing can be better. */
static bool perfect(const struct planner *p)
{
    int least = INT_MAX, most = INT_MIN;
    int64_t again = 0;
    for (size_t s = 0; s < p->team->people; s++) {
        least = p->count[s] < least ? p->count[s] : least;
        most = p->count[s] > most ? p->count[s] : most;
        again += repeats(p, s);
    }
    return again == 0 && most - least <= 1;
}

/* Small teams are shaken and improved again and again, and the best of it is kept. */
static void search(struct planner *p, int *best)
{
    const struct roster_team *t = p->team;
    size_t cells = t->days * t->slots;
    for (size_t d = 0; d < t->days; d++)
        plan_day(p, d, 0);
    improve(p);
    memcpy(best, p->plan, cells * sizeof *best);
    int64_t least = total(p);
    for (int kick = 0; kick < KICKS && cells * t->people <= SMALL && !perfect(p); kick++) {
        for (size_t d = 0; d < t->days; d++)
            plan_day(p, d, kick % 2 ? 4 : 2 * REST);
        improve(p);
        int64_t now = total(p);
        if (now < least) {
            least = now;
            memcpy(best, p->plan, cells * sizeof *best);
        }
    }
    reset(p, best);
}

bool roster_plan(const struct roster_team *team, int *ret_plan)
{
    size_t columns = team->people + team->slots, width = 2 * team->days + 1;
    struct planner p = {.team = team, .plan = ret_plan, .random = 1};
    int *best = calloc(team->days * team->slots + 1, sizeof *best);
    bool ok = false;
    p.count = calloc(team->people + 1, sizeof *p.count);
    p.on = calloc((team->days + 2) * (team->people + 1), sizeof *p.on);
    p.cost = calloc(team->slots * columns + 1, sizeof *p.cost);
    p.row_price = calloc(team->slots + 1, sizeof *p.row_price);
    p.column_price = calloc(columns + 1, sizeof *p.column_price);
    p.least = calloc(columns + 1, sizeof *p.least);
    p.row_of = calloc(columns + 1, sizeof *p.row_of);
    p.way = calloc(columns + 1, sizeof *p.way);
    p.used = calloc(columns + 1, sizeof *p.used);
    p.best = calloc(2 * width * (team->days + 1), sizeof *p.best);
    p.from = calloc(2 * width * (team->days + 1), sizeof *p.from);
    p.changes = calloc(team->days + 1, sizeof *p.changes);
    if (best && p.count && p.on && p.cost && p.row_price && p.column_price && p.least && p.row_of && p.way && p.used &&
        p.best && p.from && p.changes) {
        for (size_t i = 0; i < team->days * team->slots; i++)
            ret_plan[i] = ROSTER_NOBODY;
        for (size_t s = 0; s < team->people; s++) {
            p.count[s] = team->past[s];
            p.on[s] = team->before[s];
        }
        search(&p, best);
        ok = true;
    }
    free(best);
    free(p.count);
    free(p.on);
    free(p.cost);
    free(p.row_price);
    free(p.column_price);
    free(p.least);
    free(p.row_of);
    free(p.way);
    free(p.used);
    free(p.best);
    free(p.from);
    free(p.changes);
    return ok;
}
