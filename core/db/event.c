/* SPDX-License-Identifier: MIT */
/* What changed, told by the server: "NUMBER CONCEPT ID QUEUE COUNTER DEPARTMENT STATE", 0 or "-" for none (rule.changed). */
#include <config.h>

#include "event.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

const char *event_concept(enum banshi_concept concept)
{
    static const char *const words[] = {
        [BANSHI_CONCEPT_ALL] = "*",
#define CONCEPT(name, payload) [BANSHI_CONCEPT_##name] = payload,
#include <banshi/concept.def>
#undef CONCEPT
    };
    return words[concept];
}

/* Reading a notification ----------------------------------------------------------------------------------------- */

static bool read_number(const char **at, int64_t *ret)
{
    char *end = NULL;
    if (**at < '0' || **at > '9')
        return false;
    errno = 0;
    *ret = strtoll(*at, &end, 10);
    bool ok = errno == 0 && *end == ' ';
    *at = end + ok;
    return ok;
}

static bool read_concept(const char **at, enum banshi_concept *ret)
{
    size_t length = strcspn(*at, " ");
    for (int i = BANSHI_CONCEPT_ALL + 1; i < BANSHI_CONCEPTS; i++)
        if (strlen(event_concept((enum banshi_concept)i)) == length &&
            strncmp(event_concept((enum banshi_concept)i), *at, length) == 0) {
            *ret = (enum banshi_concept)i;
            *at += length + ((*at)[length] == ' ');
            return true;
        }
    return false; /* one that this program does not know is on none of its screens, but its number counts */
}

static bool read_state(const char *at, char ret[EVENT_STATE_SIZE])
{
    size_t length = strspn(at, "abcdefghijklmnopqrstuvwxyz_");
    ret[0] = '\0';
    if (strcmp(at, "-") == 0)
        return true;
    if (!length || at[length] || length >= EVENT_STATE_SIZE)
        return false;
    memcpy(ret, at, length + 1);
    return true;
}

/* What is missing ------------------------------------------------------------------------------------------------ */

/* Something went unheard: all is read again, but not as often as somebody may pretend it. */
static void plan_all(struct events *e, int64_t now)
{
    int64_t at = e->last_all && now < e->last_all + ALL_PACE_MS ? e->last_all + ALL_PACE_MS : now;
    if (!e->all_at || at < e->all_at)
        e->all_at = at;
}

static void find_missing(struct events *e, int64_t number)
{
    for (size_t i = 0; i < e->missing_count; i++)
        if (e->missing[i].number == number) {
            e->missing[i] = e->missing[--e->missing_count];
            return;
        }
}

/* Numbers below the first that was heard are those of transactions that were under way when the listening began; far below, one
 * that was heard before was not the server's. */
static void count_number(struct events *e, int64_t number, int64_t now)
{
    bool jump = number > e->number + (int64_t)(EVENTS_MOST - e->missing_count), fall = number < e->number - EVENTS_MOST;
    if (!e->number) {
        e->number = number;
    } else if (jump || fall) {
        e->number = number;
        e->missing_count = 0;
        plan_all(e, now);
    } else if (number > e->number) {
        while (++e->number < number)
            e->missing[e->missing_count++] = (struct missing){e->number, now};
    } else {
        find_missing(e, number);
    }
}

/* Keeping ---------------------------------------------------------------------------------------------------------- */

/* One more change of the same thing is told in the place of the one before; what it was about before is then read by its id. */
static void keep(struct events *e, const struct told *told)
{
    size_t at = 0;
    while (at < e->count && (e->told[at].is.concept != told->is.concept || e->told[at].is.id != told->is.id ||
                             e->told[at].is.queue != told->is.queue || e->told[at].is.counter != told->is.counter))
        at++;
    if (at == EVENTS_MOST) { /* each concept that was told is read again as a whole */
        bool seen[BANSHI_CONCEPTS] = {false};
        seen[told->is.concept] = true;
        for (size_t i = 0; i < e->count; i++)
            seen[e->told[i].is.concept] = true;
        e->count = 0;
        for (int i = 0; i < BANSHI_CONCEPTS; i++)
            if (seen[i])
                e->told[e->count++] = (struct told){.is = {.concept = (enum banshi_concept)i}};
        return;
    }
    e->told[at] = *told;
    e->count += at == e->count;
}

void events_note(struct events *events, const char *payload, int64_t now)
{
    int64_t number = 0;
    struct told told = {0};
    const char *at = payload;
    if (!read_number(&at, &number) || number <= 0)
        return;
    bool known = read_concept(&at, &told.is.concept);
    if (known &&
        !(read_number(&at, &told.is.id) && read_number(&at, &told.is.queue) && read_number(&at, &told.is.counter) &&
          read_number(&at, &told.is.department) && read_state(at, told.state)))
        return;
    count_number(events, number, now);
    if (known)
        keep(events, &told);
}

void events_connected(struct events *events, bool again, int64_t now, int process)
{
    events->number = 0;
    events->missing_count = 0;
    events->all_at = again ? now + process * INT64_C(37) % ALL_SPREAD_MS : 0; /* they are numbered in turn */
}

/* Delivering ------------------------------------------------------------------------------------------------------- */

static int64_t gap_due(const struct events *e)
{
    int64_t due = 0;
    for (size_t i = 0; i < e->missing_count; i++)
        if (!due || e->missing[i].since + GAP_MS < due)
            due = e->missing[i].since + GAP_MS;
    return due;
}

static int64_t told_due(const struct events *e)
{
    int64_t due = e->paced_until - (int64_t)(EVENTS_BURST - 1) * EVENTS_PACE_MS;
    return e->count ? (due > 1 ? due : 1) : 0;
}

static int64_t sooner(int64_t a, int64_t b)
{
    return !a || (b && b < a) ? b : a;
}

int64_t events_due(const struct events *events)
{
    return sooner(sooner(gap_due(events), told_due(events)), events->all_at);
}

static void deliver_all(struct events *e, int64_t now, banshi_event_fn *fn, void *closure)
{
    e->all_at = 0;
    e->last_all = now;
    e->count = 0;
    if (fn)
        fn(closure, &(struct banshi_event){.concept = BANSHI_CONCEPT_ALL, .state = ""});
}

void events_deliver(struct events *events, int64_t now, banshi_event_fn *fn, void *closure)
{
    int64_t gap = gap_due(events), told = told_due(events);
    if (gap && now >= gap) {
        events->missing_count = 0;
        plan_all(events, now);
    }
    if (events->all_at && now >= events->all_at) {
        deliver_all(events, now, fn, closure);
    } else if (told && now >= told) {
        struct told list[EVENTS_MOST]; /* while they are delivered, others may come */
        size_t count = events->count;
        memcpy(list, events->told, count * sizeof *list);
        events->count = 0;
        events->paced_until = (events->paced_until > now ? events->paced_until : now) + EVENTS_PACE_MS;
        for (size_t i = 0; i < count && fn; i++) {
            list[i].is.state = list[i].state;
            fn(closure, &list[i].is);
        }
    }
}
