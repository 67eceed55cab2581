/* SPDX-License-Identifier: MIT */
/* The floor: what is watched, what is wrong, what is done about it. */
#include <config.h>

#include <banshi/counter.h>
#include <banshi/floor.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/db.h"
#include "db/rows.h"
#include "sql.h"

/* Reading ------------------------------------------------------------------------------------------------------ */

struct banshi_op *banshi_floor_show(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_floor_show, &banshi_floor_shape, fn, closure, "");
}

struct banshi_op *banshi_floor_counter_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_floor_counter_list, &banshi_floor_counter_shape, fn, closure, "");
}

struct banshi_op *banshi_floor_queue_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_floor_queue_list, &banshi_floor_queue_shape, fn, closure, "");
}

struct banshi_op *banshi_floor_counter_changed(struct banshi *b, const int64_t *ids, size_t count, banshi_done_fn *fn,
                                               void *closure)
{
    return db_read(b, &query_floor_counter_changed, &banshi_floor_counter_shape, fn, closure, "a", ids, count);
}

struct banshi_op *banshi_floor_queue_changed(struct banshi *b, const int64_t *ids, size_t count, banshi_done_fn *fn,
                                             void *closure)
{
    return db_read(b, &query_floor_queue_changed, &banshi_floor_queue_shape, fn, closure, "a", ids, count);
}

struct banshi_op *banshi_floor_duty_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_floor_duty_list, &banshi_floor_duty_shape, fn, closure, "");
}

struct banshi_op *banshi_floor_service_list(struct banshi *b, int64_t counter, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_floor_service_list, &banshi_floor_service_shape, fn, closure, "i", counter);
}

struct banshi_op *banshi_floor_mine(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_floor_mine, &banshi_floor_mine_shape, fn, closure, "");
}

/* What is wrong ------------------------------------------------------------------------------------------------ */

/* From here on the worst comes first. */
enum rank { RANK_INCIDENT, RANK_DUTY, RANK_IDLE, RANK_RED, RANK_OVERDUE, RANK_YELLOW, RANK_DUTY_NEXT, RANK_TODAY };

struct alert {
    enum rank rank;
    struct banshi_floor_alert is;
};

static int64_t minutes_between(banshi_time from, banshi_time to)
{
    return from != 0 && to > from ? (to - from) / 60000000 : 0;
}

int64_t banshi_floor_idle(const struct banshi_floor_counter *counter, banshi_time now)
{
    int64_t minutes = minutes_between(counter->idle_since, now);
    return minutes >= counter->idle_minutes ? minutes : 0;
}

const char *banshi_floor_light(const struct banshi_floor_queue *queue, banshi_time now)
{
    int64_t minutes = minutes_between(queue->oldest_at, now);
    if (queue->waiting && (!queue->open || minutes >= queue->wait_limit))
        return "red";
    return queue->waiting && minutes >= queue->wait_warn ? "yellow" : "green";
}

static size_t find_idle(const struct banshi_rows *counters, banshi_time now, struct alert *ret)
{
    size_t n = 0;
    for (size_t i = 0; counters && i < counters->count; i++) {
        const struct banshi_floor_counter *c = banshi_row(struct banshi_floor_counter, counters, i);
        int64_t minutes = banshi_floor_idle(c, now);
        if (minutes)
            ret[n++] = (struct alert){RANK_IDLE,
                                      {.light = "red",
                                       .kind = "calls nobody",
                                       .subject = c->label,
                                       .detail = c->staff_name,
                                       .minutes = minutes,
                                       .count = c->waiting,
                                       .counter = c->id}};
    }
    return n;
}

static size_t find_incidents(const struct banshi_rows *counters, banshi_time now, struct alert *ret)
{
    size_t n = 0;
    for (size_t i = 0; counters && i < counters->count; i++) {
        const struct banshi_floor_counter *c = banshi_row(struct banshi_floor_counter, counters, i);
        if (c->incident)
            ret[n++] = (struct alert){RANK_INCIDENT,
                                      {.light = "red",
                                       .kind = "incident",
                                       .subject = c->label,
                                       .detail = c->incident_text,
                                       .minutes = minutes_between(c->incident_at, now),
                                       .counter = c->id}};
    }
    return n;
}

static size_t find_waits(const struct banshi_rows *queues, banshi_time now, struct alert *ret)
{
    size_t n = 0;
    for (size_t i = 0; queues && i < queues->count; i++) {
        const struct banshi_floor_queue *q = banshi_row(struct banshi_floor_queue, queues, i);
        const char *light = banshi_floor_light(q, now);
        if (strcmp(light, "green") != 0)
            ret[n++] = (struct alert){strcmp(light, "red") == 0 ? RANK_RED : RANK_YELLOW,
                                      {.light = light,
                                       .kind = q->open ? "waits too long" : "no counter open",
                                       .subject = q->code,
                                       .detail = q->name,
                                       .minutes = minutes_between(q->oldest_at, now),
                                       .count = q->waiting,
                                       .queue = q->id}};
    }
    return n;
}

static size_t find_duties(const struct banshi_rows *duties, struct alert *ret)
{
    size_t n = 0;
    for (size_t i = 0; duties && i < duties->count; i++) {
        const struct banshi_floor_duty *d = banshi_row(struct banshi_floor_duty, duties, i);
        bool vacant = strcmp(d->state, "vacant") == 0;
        if (vacant || strcmp(d->state, "not there") == 0)
            ret[n++] = (struct alert){d->today ? RANK_DUTY : RANK_DUTY_NEXT,
                                      {.light = d->today ? "red" : "yellow",
                                       .kind = d->state,
                                       .subject = d->counter_label,
                                       .detail = vacant ? d->cause : d->staff_name,
                                       .counter = d->counter,
                                       .duty = d->id}};
    }
    return n;
}

static size_t find_cases(const struct banshi_rows *floor, struct alert *ret)
{
    const struct banshi_floor *f = floor && floor->count ? banshi_row(struct banshi_floor, floor, 0) : NULL;
    size_t n = 0;
    if (f && f->overdue)
        ret[n++] = (struct alert){
            RANK_OVERDUE, {.light = "red", .kind = "overdue", .subject = "", .detail = "", .count = f->overdue}};
    if (f && f->due_today)
        ret[n++] = (struct alert){
            RANK_TODAY, {.light = "yellow", .kind = "due today", .subject = "", .detail = "", .count = f->due_today}};
    return n;
}

static int worse(const void *a, const void *b)
{
    const struct alert *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    if (x->is.minutes != y->is.minutes)
        return x->is.minutes > y->is.minutes ? -1 : 1;
    return strcmp(x->is.subject, y->is.subject);
}

static int add_alert(struct banshi_rows *rows, const struct banshi_floor_alert *a)
{
    char numbers[5][24];
    const int64_t values[] = {a->minutes, a->count, a->counter, a->queue, a->duty};
    for (size_t i = 0; i < 5; i++)
        snprintf(numbers[i], sizeof numbers[i], "%" PRId64, values[i]);
    const char *const texts[] = {a->light,   a->kind,    a->subject, a->detail, numbers[0],
                                 numbers[1], numbers[2], numbers[3], numbers[4]};
    return rows_add(rows, texts, NULL);
}

struct banshi_rows *banshi_floor_alerts(const struct banshi_rows *counters, const struct banshi_rows *queues,
                                        const struct banshi_rows *duties, const struct banshi_rows *floor,
                                        banshi_time now)
{
    size_t most =
        2 * (counters ? counters->count : 0) + (queues ? queues->count : 0) + (duties ? duties->count : 0) + 2;
    struct alert *found = calloc(most, sizeof *found);
    struct banshi_rows *rows = rows_new(&banshi_floor_alert_shape, most);
    if (!found || !rows)
        goto out;
    size_t n = find_idle(counters, now, found);
    n += find_incidents(counters, now, found + n);
    n += find_waits(queues, now, found + n);
    n += find_duties(duties, found + n);
    n += find_cases(floor, found + n);
    qsort(found, n, sizeof *found, worse);
    for (size_t i = 0; i < n; i++)
        if (add_alert(rows, &found[i].is) != 0) {
            banshi_rows_free(rows);
            rows = NULL;
            break;
        }
out:
    free(found);
    return rows;
}

/* Acting ------------------------------------------------------------------------------------------------------- */

struct banshi_op *banshi_floor_pause(struct banshi *b, const char *opid, int64_t counter, const char *reason,
                                     banshi_done_fn *fn, void *closure)
{
    return db_call(b, "floor_pause", &banshi_counter_shape, fn, closure, "ois", opid, counter, reason);
}

struct banshi_op *banshi_floor_resume(struct banshi *b, const char *opid, int64_t counter, const char *reason,
                                      banshi_done_fn *fn, void *closure)
{
    return db_call(b, "floor_resume", &banshi_counter_shape, fn, closure, "ois", opid, counter, reason);
}

struct banshi_op *banshi_floor_close(struct banshi *b, const char *opid, int64_t counter, const char *reason,
                                     banshi_done_fn *fn, void *closure)
{
    return db_call(b, "floor_close", &banshi_counter_shape, fn, closure, "ois", opid, counter, reason);
}

struct banshi_op *banshi_floor_open(struct banshi *b, const char *opid, int64_t counter, const char *login,
                                    const char *reason, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "floor_open", &banshi_counter_shape, fn, closure, "oiss", opid, counter, login, reason);
}

struct banshi_op *banshi_floor_queue(struct banshi *b, const char *opid, int64_t counter, int64_t queue,
                                     const char *lag, const char *reason, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "floor_queue", &banshi_counter_shape, fn, closure, "oiiSs", opid, counter, queue, lag, reason);
}
