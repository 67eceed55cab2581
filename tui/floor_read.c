/* SPDX-License-Identifier: MIT */
/* What the floor screen knows: read again when something changed; what is wrong is worked out again every minute. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "floor.h"

const void *floor_line(const struct floor *f, enum floor_pane pane, size_t line)
{
    const struct floor_list *p = &f->panes[pane];
    return p->rows && line < p->list.count ? banshi_rows_at(p->rows, p->shown[line]) : NULL;
}

const void *floor_selected(const struct floor *f, enum floor_pane pane)
{
    return floor_line(f, pane, f->panes[pane].list.selected);
}

/* What makes a line the same line after it was read again: its id is its first member, an alert's is what it is about. */
static int64_t id_of(enum floor_pane pane, const void *line)
{
    const struct banshi_floor_alert *a = line;
    if (pane != FLOOR_ALERTS)
        return *(const int64_t *)line;
    if (strcmp(a->kind, "incident") == 0)
        return -(a->counter << 32);
    return a->duty ? -a->duty : a->queue ? a->queue << 32 : a->counter ? a->counter : a->light[0];
}

const void *floor_find(const struct floor *f, enum floor_pane pane, int64_t id)
{
    const struct banshi_rows *rows = f->panes[pane].rows;
    for (size_t i = 0; rows && i < rows->count; i++)
        if (id_of(pane, banshi_rows_at(rows, i)) == id)
            return banshi_rows_at(rows, i);
    return NULL;
}

const struct banshi_floor_counter *floor_counter(const struct floor *f)
{
    const struct banshi_floor_alert *a = f->pane == FLOOR_ALERTS ? floor_selected(f, FLOOR_ALERTS) : NULL;
    const struct banshi_floor_duty *d = f->pane == FLOOR_DUTIES ? floor_selected(f, FLOOR_DUTIES) : NULL;
    if (f->pane == FLOOR_COUNTERS)
        return floor_selected(f, FLOOR_COUNTERS);
    return a && a->counter ? floor_find(f, FLOOR_COUNTERS, a->counter)
           : d             ? floor_find(f, FLOOR_COUNTERS, d->counter)
                           : NULL;
}

const struct banshi_floor_duty *floor_duty(const struct floor *f)
{
    const struct banshi_floor_alert *a = f->pane == FLOOR_ALERTS ? floor_selected(f, FLOOR_ALERTS) : NULL;
    if (f->pane == FLOOR_DUTIES)
        return floor_selected(f, FLOOR_DUTIES);
    return a && a->duty ? floor_find(f, FLOOR_DUTIES, a->duty) : NULL;
}

void floor_take(struct floor *f, enum floor_pane pane, int64_t id)
{
    f->pane = pane;
    for (size_t i = 0; i < f->panes[pane].list.count; i++)
        if (id_of(pane, floor_line(f, pane, i)) == id)
            f->panes[pane].list.selected = i;
}

/* Showing ------------------------------------------------------------------------------------------------------ */

static bool wrong(enum floor_pane pane, const void *line, banshi_time now)
{
    const struct banshi_floor_counter *c = line;
    const struct banshi_floor_queue *q = line;
    if (pane == FLOOR_COUNTERS)
        return banshi_floor_idle(c, now) || strcmp(c->state, "paused") == 0 || c->unread || c->incident;
    return pane != FLOOR_QUEUES || strcmp(banshi_floor_light(q, now), "green") != 0;
}

static bool shown(const struct floor *f, enum floor_pane pane, const void *line, banshi_time now)
{
    const struct banshi_extension *x = line;
    if (pane == FLOOR_VISITS)
        return x->ended_at == 0;
    return !f->wrong_only || wrong(pane, line, now);
}

/* Other rows of a list (NULL: the same, counted again); the selected line stays what it is. */
static void replace_rows(struct floor *f, enum floor_pane pane, const struct banshi_rows *rows, banshi_time now)
{
    struct floor_list *p = &f->panes[pane];
    /* at the top of what is wrong one stays there: something worse may come */
    const void *before = pane != FLOOR_ALERTS || p->list.selected ? floor_selected(f, pane) : NULL;
    int64_t id = before ? id_of(pane, before) : 0;
    if (rows) {
        size_t *room = realloc(p->shown, (rows->count + 1) * sizeof *room);
        if (!room)
            return;
        p->shown = room;
        keep_rows(&p->rows, rows);
    }
    size_t n = 0;
    for (size_t i = 0; p->rows && i < p->rows->count; i++)
        if (shown(f, pane, banshi_rows_at(p->rows, i), now))
            p->shown[n++] = i;
    list_resize(&p->list, n);
    for (size_t i = 0; before && i < n; i++)
        if (id_of(pane, floor_line(f, pane, i)) == id)
            p->list.selected = i;
}

void floor_update(struct floor *f)
{
    banshi_time now = time_now();
    for (int pane = FLOOR_COUNTERS; pane < FLOOR_PANES; pane++)
        replace_rows(f, (enum floor_pane)pane, NULL, now);
    struct banshi_rows *alerts = banshi_floor_alerts(f->panes[FLOOR_COUNTERS].rows, f->panes[FLOOR_QUEUES].rows,
                                                     f->panes[FLOOR_DUTIES].rows, f->floor, now);
    if (alerts)
        replace_rows(f, FLOOR_ALERTS, alerts, now);
    banshi_rows_free(alerts);
}

/* Reading ------------------------------------------------------------------------------------------------------ */

static void read_source(struct app *app, struct floor *f, enum floor_source source);

static void on_source(struct app *app, struct floor *f, enum floor_source source, const struct banshi_error *error,
                      const struct banshi_rows *rows)
{
    f->reading[source] = false;
    if (error->code != 0)
        app_error(app, error);
    else if (source == SOURCE_FLOOR)
        keep_rows(&f->floor, rows);
    else
        replace_rows(f, (enum floor_pane)(FLOOR_COUNTERS + source), rows, time_now());
    if (f->again[source]) {
        f->again[source] = false;
        read_source(app, f, source);
    }
    floor_update(f);
}

static void on_counters(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    on_source(app, state, SOURCE_COUNTERS, error, rows);
}
static void on_queues(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    on_source(app, state, SOURCE_QUEUES, error, rows);
}
static void on_duties(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    on_source(app, state, SOURCE_DUTIES, error, rows);
}
static void on_visits(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    on_source(app, state, SOURCE_VISITS, error, rows);
}
static void on_floor(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    on_source(app, state, SOURCE_FLOOR, error, rows);
}

static void read_source(struct app *app, struct floor *f, enum floor_source source)
{
    if (f->reading[source]) {
        f->again[source] = true;
        return;
    }
    f->reading[source] = true;
    switch (source) {
    case SOURCE_COUNTERS:
        app_watch(app, f, on_counters, banshi_floor_counter_list);
        break;
    case SOURCE_QUEUES:
        app_watch(app, f, on_queues, banshi_floor_queue_list);
        break;
    case SOURCE_DUTIES:
        app_watch(app, f, on_duties, banshi_floor_duty_list);
        break;
    case SOURCE_VISITS:
        app_watch(app, f, on_visits, banshi_extension_list, 0, 0);
        break;
    default:
        app_watch(app, f, on_floor, banshi_floor_show);
        break;
    }
}

/* Has the time come at which a duty's state changes by itself, or the day's session? */
static bool due(const struct floor *f, banshi_time now)
{
    const struct banshi_rows *duties = f->panes[FLOOR_DUTIES].rows;
    for (size_t i = 0; duties && i < duties->count; i++)
        if (banshi_row(struct banshi_floor_duty, duties, i)->changes_at <= now)
            return true;
    const struct banshi_floor *l = f->floor && f->floor->count ? banshi_row(struct banshi_floor, f->floor, 0) : NULL;
    return l && l->until && l->until <= now;
}

void floor_event(struct app *app, void *state, int concept)
{
    static const struct {
        int concept;
        enum floor_source sources[4]; /* SOURCES ends */
    } reads[] = {
        {BANSHI_CONCEPT_TICKET, {SOURCE_COUNTERS, SOURCE_QUEUES, SOURCES}},
        {BANSHI_CONCEPT_COUNTER, {SOURCE_COUNTERS, SOURCE_QUEUES, SOURCES}},
        {BANSHI_CONCEPT_MESSAGE, {SOURCE_COUNTERS, SOURCES}},
        {BANSHI_CONCEPT_INCIDENT, {SOURCE_COUNTERS, SOURCES}},
        {BANSHI_CONCEPT_STAFF, {SOURCE_COUNTERS, SOURCES}},
        {BANSHI_CONCEPT_ROSTER, {SOURCE_DUTIES, SOURCES}},
        {BANSHI_CONCEPT_EXTENSION, {SOURCE_VISITS, SOURCE_FLOOR, SOURCES}},
        {BANSHI_CONCEPT_CASE, {SOURCE_FLOOR, SOURCES}},
        {BANSHI_CONCEPT_CALENDAR, {SOURCE_FLOOR, SOURCES}},
        {BANSHI_CONCEPT_HOURS, {SOURCE_FLOOR, SOURCES}},
    };
    struct floor *f = state;
    bool all = concept == BANSHI_CONCEPT_ALL || concept == BANSHI_CONCEPT_CENTRE;
    f->day = all ? day_of(time_now()) : f->day;
    for (int source = 0; all && source < SOURCES; source++)
        read_source(app, f, (enum floor_source)source);
    for (size_t i = 0; i < sizeof reads / sizeof reads[0]; i++)
        for (size_t k = 0; reads[i].concept == concept && reads[i].sources[k] != SOURCES; k++)
            read_source(app, f, reads[i].sources[k]);
    if (concept == BANSHI_CONCEPT_ALL) /* nobody may have been there at closing time */
        app_session_over(app, f);
    if (concept == EVENT_MINUTE) {
        floor_update(f);
        if (f->day && f->day != day_of(time_now()))
            floor_event(app, f, BANSHI_CONCEPT_ALL);
        else if (due(f, time_now())) {
            read_source(app, f, SOURCE_DUTIES);
            read_source(app, f, SOURCE_FLOOR);
            app_session_over(app, f);
        }
    }
}

void floor_free(struct floor *f)
{
    for (int pane = 0; pane < FLOOR_PANES; pane++) {
        banshi_rows_free(f->panes[pane].rows);
        free(f->panes[pane].shown);
    }
    banshi_rows_free(f->floor);
    banshi_rows_free(f->candidates);
    banshi_rows_free(f->staff);
    banshi_rows_free(f->services);
}
