/* SPDX-License-Identifier: MIT */
/* What the floor screen knows: read again when something changed; what is wrong is worked out again every minute. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "floor.h"
#include "i18n.h"
#include "kit/clock.h"
#include "say.h"
#include "sweep.h"

const void *floor_find(const struct floor *f, enum floor_pane pane, int64_t id)
{
    return table_find(&f->lists.panes[pane].table, (uint64_t)id);
}

static const void *in_hand(const struct floor *f, enum floor_pane pane)
{
    return f->lists.pane == (size_t)pane ? list_record(f) : NULL;
}

const struct banshi_floor_counter *floor_counter(const struct floor *f)
{
    const struct banshi_floor_alert *a = in_hand(f, FLOOR_ALERTS);
    const struct banshi_floor_duty *d = in_hand(f, FLOOR_DUTIES);
    if (f->lists.pane == FLOOR_COUNTERS)
        return list_record(f);
    return a && a->counter ? floor_find(f, FLOOR_COUNTERS, a->counter)
           : d             ? floor_find(f, FLOOR_COUNTERS, d->counter)
                           : NULL;
}

const struct banshi_floor_duty *floor_duty(const struct floor *f)
{
    const struct banshi_floor_alert *a = in_hand(f, FLOOR_ALERTS);
    if (f->lists.pane == FLOOR_DUTIES)
        return list_record(f);
    return a && a->duty ? floor_find(f, FLOOR_DUTIES, a->duty) : NULL;
}

void floor_take(struct floor *f, enum floor_pane pane, int64_t id)
{
    f->lists.pane = pane;
    table_take(&f->lists.panes[pane].table, (uint64_t)id);
}

void floor_update(struct floor *f)
{
    struct banshi_rows *alerts = banshi_floor_alerts(list_rows(f, FLOOR_COUNTERS), list_rows(f, FLOOR_QUEUES),
                                                     list_rows(f, FLOOR_DUTIES), f->floor, time_now());
    if (alerts) {
        list_show(f, FLOOR_ALERTS, alerts->items, alerts->count);
        keep_rows(&f->alerts, alerts);
    }
    banshi_rows_free(alerts);
}

static void on_floor(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct floor *f = state;
    if (app_ok(app, error))
        keep_rows(&f->floor, rows);
    floor_update(f);
}

/* In one line, with all that is due: counted no more often than the lists are read. */
static void read_floor(struct app *app, struct floor *f)
{
    f->stale = now_ms() - f->read_at < PACE_MS;
    if (f->stale)
        return;
    f->read_at = now_ms();
    app_watch(app, f, on_floor, banshi_floor_show);
}

static void came(struct app *app, void *state)
{
    struct floor *f = state;
    if (f->stale)
        read_floor(app, f);
    floor_update(f);
}

static void read_visits(struct app *app, void *state)
{
    list_watch(app, state, banshi_extension_list, 0, 0);
}

/* What is wrong -------------------------------------------------------------------------------------------------- */

/* When a duty is: today's by its hours, another by its day as well. */
#define DUTY_TIME "[{today?}{opens}–{closes}][{!today?}{day:short} {opens}]"

static const char *alert_text(const void *state, const void *record, char room[CELL_SIZE])
{
    const struct banshi_floor_alert *a = record;
    const struct banshi_floor_duty *d = a->duty ? floor_find(state, FLOOR_DUTIES, a->duty) : NULL;
    char time[64];
    if (!d) {
        say(&banshi_floor_alert_shape,
            a->queue && strcmp(a->kind, "no counter open") == 0
                ? _("{subject} {detail}: {count:number} wait and no counter is open, the first since {minutes:number} "
                    "min")
            : a->queue ? _("{subject} {detail}: {count:number} wait, the first since {minutes:number} min")
            : strcmp(a->kind, "incident") == 0 ? _("{subject}: {detail} ({minutes:number} min)")
            : a->counter ? _("{subject} {detail}: has called nobody for {minutes:number} min, {count:number} wait")
                         : _("{count:number} cases"),
            a, room, CELL_SIZE);
        return room;
    }
    say(&banshi_floor_duty_shape, DUTY_TIME, d, time, sizeof time);
    snprintf(room, CELL_SIZE, _("%s %s, %s: %s"), a->subject, d->kind_name, time, a->detail[0] ? _(a->detail) : "—");
    return room;
}

static const struct column alerts[] = {
    {"", .says = "{light:word}", .least = 6, .styles = {{"light=red", STYLE_BAD}, {"light=yellow", STYLE_WARN}}},
    {"", .says = "{kind:word}", .least = 10, .styles = {{"kind", STYLE_STRONG}}},
    {"", .text = alert_text, .weight = 1},
};

/* Counters ------------------------------------------------------------------------------------------------------- */

static bool wrong_counter(const void *state, const void *record)
{
    const struct banshi_floor_counter *c = record;
    return !((const struct floor *)state)->wrong_only || banshi_floor_idle(c, time_now()) ||
           strcmp(c->state, "paused") == 0 || c->unread || c->incident;
}

/* A closed counter can be paused from the floor, still. */
static const char *counter_note(const void *state, const void *record, char room[CELL_SIZE])
{
    const struct banshi_floor_counter *c = record;
    bool held = strcmp(c->state, "paused") == 0 || (strcmp(c->state, "closed") == 0 && c->by_name[0]);
    int idle = (int)banshi_floor_idle(c, time_now());
    (void)state;
    if (c->incident)
        snprintf(room, CELL_SIZE, "! %s", _("incident"));
    else if (idle)
        snprintf(room, CELL_SIZE, _("! %d min"), idle);
    else if (c->unread)
        snprintf(room, CELL_SIZE, _("%d unread"), (int)c->unread);
    else
        snprintf(room, CELL_SIZE, "%s", held ? c->reason : "");
    return room;
}

static enum style note_style(const void *state, const void *record)
{
    const struct banshi_floor_counter *c = record;
    (void)state;
    return c->incident || banshi_floor_idle(c, time_now()) ? STYLE_BAD : STYLE_WARN;
}

static const struct column counters[] = {
    {N_("Counter"), .says = "{label}", .least = 8},
    {N_("Staff"), .says = "{staff_name}", .least = 8},
    {N_("State"), .says = "{state:word}", .styles = {{"state=paused", STYLE_WARN}}},
    {N_("Since"), .says = "[{!state=closed?}{since}]"},
    {N_("In hand"), .says = N_("[{ticket} {ticket_state:word} {ticket_at:min} min]"), .least = 18},
    {N_("Waiting"), .says = "{waiting}", .right = true},
    {N_("Note"), .text = counter_note, .style = note_style, .weight = 1},
};

/* Queues --------------------------------------------------------------------------------------------------------- */

static const char *light(const void *state, const void *record, char room[CELL_SIZE])
{
    (void)state, (void)room;
    return _(banshi_floor_light(record, time_now()));
}

static enum style light_style(const void *state, const void *record)
{
    const char *now = banshi_floor_light(record, time_now());
    (void)state;
    return strcmp(now, "red") == 0 ? STYLE_BAD : strcmp(now, "yellow") == 0 ? STYLE_WARN : STYLE_GOOD;
}

static bool wrong_queue(const void *state, const void *record)
{
    return !((const struct floor *)state)->wrong_only || strcmp(banshi_floor_light(record, time_now()), "green") != 0;
}

static const struct column queues[] = {
    {N_("Light"), .text = light, .style = light_style},
    {N_("Queue"), .says = "{code} {name}", .weight = 1},
    {N_("Waiting"), .says = "{waiting:number}", .right = true},
    {N_("Longest"), .says = N_("[{waiting?}{oldest_at:min} min]"), .right = true},
    {N_("Open"), .says = "{open:number}[+{paused}]", .right = true},
};

/* Duty, extended hours -------------------------------------------------------------------------------------------- */

static bool goes_on(const void *state, const void *record)
{
    (void)state;
    return ((const struct banshi_extension *)record)->ended_at == 0;
}

static const struct column duty_columns[] = {
    {N_("Time"), .says = DUTY_TIME, .least = 11},
    {N_("State"), .says = "{state:word}", .least = 8,
     .styles = {{"state=vacant", STYLE_BAD},
                {"state=not there", STYLE_BAD},
                {"state=expected", STYLE_WARN},
                {"state=late", STYLE_WARN},
                {"state=checked in", STYLE_GOOD}}},
    {N_("Counter"), .says = "{counter_label}"},
    {N_("Staff"), .says = N_("{staff_name|cause:word}[{!staff_name?}{!cause?}vacant]"), .weight = 1},
};
static const struct column visit_columns[] = {
    {N_("Number"), .says = "{number}"},
    {N_("Counter"), .says = "{counter_label}"},
    {N_("Staff"), .says = "{staff_name}", .least = 8},
    {N_("Since"), .says = N_("{started_at}, {started_at:begun} min"), .least = 12},
    {N_("Item"), .says = "{item_name|queue_name}", .weight = 1},
};

/* Which line an event is about. What a visit does to other counters than its own, who wait for the same people, is seen a little
 * later. */
static int64_t about_counter(const void *state, const struct banshi_event *event)
{
    (void)state;
    return event->concept == BANSHI_CONCEPT_COUNTER  ? event->id
           : event->concept == BANSHI_CONCEPT_TICKET ? event->counter
                                                     : LIST_WHOLE;
}

/* Nobody came to a queue or left it by being served. */
static int64_t about_queue(const void *state, const struct banshi_event *event)
{
    bool same = strcmp(event->state, "serving") == 0 || strcmp(event->state, "done") == 0;
    (void)state;
    return event->concept != BANSHI_CONCEPT_TICKET ? LIST_WHOLE : same ? 0 : event->queue;
}

const struct list_view floor_views[FLOOR_PANES] = {
    [FLOOR_ALERTS] = {.name = N_("Alerts"),
                      .of = &banshi_floor_alert_shape,
                      .table = {TABLE_OF(alerts), .key = "{kind} {subject} {detail}", .top_stays = true,
                                .none = N_("Nothing is wrong")}},
    [FLOOR_COUNTERS] = {.name = N_("Counters"),
                        .of = &banshi_floor_counter_shape,
                        .table = {TABLE_OF(counters), .styles = {{"state=closed", STYLE_WEAK}}, .shown = wrong_counter,
                                  .none = N_("Nothing to show"), .none_shown = N_("Nothing to show")},
                        .concepts = {BANSHI_CONCEPT_TICKET, BANSHI_CONCEPT_COUNTER, BANSHI_CONCEPT_MESSAGE,
                                     BANSHI_CONCEPT_INCIDENT, BANSHI_CONCEPT_STAFF},
                        .whole = {BANSHI_CONCEPT_TICKET},
                        .call = banshi_floor_counter_list,
                        .changed = banshi_floor_counter_changed,
                        .about = about_counter,
                        .came = came},
    [FLOOR_QUEUES] = {.name = N_("Queues"),
                      .of = &banshi_floor_queue_shape,
                      .table = {TABLE_OF(queues), .shown = wrong_queue, .none = N_("Nothing to show"),
                                .none_shown = N_("Nothing to show")},
                      .concepts = {BANSHI_CONCEPT_TICKET, BANSHI_CONCEPT_COUNTER},
                      .call = banshi_floor_queue_list,
                      .changed = banshi_floor_queue_changed,
                      .about = about_queue,
                      .came = came},
    [FLOOR_DUTIES] = {.name = N_("Lunch duty"),
                      .of = &banshi_floor_duty_shape,
                      .table = {TABLE_OF(duty_columns), .none = N_("No duty is planned")},
                      .concepts = {BANSHI_CONCEPT_ROSTER},
                      .call = banshi_floor_duty_list,
                      .came = came},
    [FLOOR_VISITS] = {.name = N_("Extended hours"),
                      .of = &banshi_extension_shape,
                      .table = {TABLE_OF(visit_columns), .shown = goes_on, .none = N_("No visit after closing time"),
                                .none_shown = N_("No visit after closing time")},
                      .concepts = {BANSHI_CONCEPT_EXTENSION},
                      .read = read_visits},
};

/* Has the time come at which a duty's state changes by itself, or the day's session? */
static bool due(const struct floor *f, banshi_time now)
{
    const struct banshi_rows *duties = list_rows(f, FLOOR_DUTIES);
    for (size_t i = 0; duties && i < duties->count; i++)
        if (banshi_row(struct banshi_floor_duty, duties, i)->changes_at <= now)
            return true;
    const struct banshi_floor *l = f->floor && f->floor->count ? banshi_row(struct banshi_floor, f->floor, 0) : NULL;
    return l && l->until && l->until <= now;
}

void floor_event(struct app *app, void *state, const struct banshi_event *event)
{
    static const int floor_concepts[] = {BANSHI_CONCEPT_ALL,  BANSHI_CONCEPT_CENTRE,   BANSHI_CONCEPT_EXTENSION,
                                         BANSHI_CONCEPT_CASE, BANSHI_CONCEPT_CALENDAR, BANSHI_CONCEPT_HOURS};
    struct floor *f = state;
    int concept = (int)event->concept;
    for (size_t i = 0; i < sizeof floor_concepts / sizeof floor_concepts[0]; i++)
        if (floor_concepts[i] == concept)
            read_floor(app, f);
    if (concept == BANSHI_CONCEPT_CENTRE)
        list_refresh(app, f);
    if (concept == BANSHI_CONCEPT_ALL) { /* nobody may have been there at closing time */
        f->day = day_of(time_now());
        sweep_day(app, f);
    }
    if (concept != EVENT_MINUTE)
        return;
    floor_update(f);
    if (f->stale)
        read_floor(app, f);
    if (f->day && f->day != day_of(time_now())) {
        list_refresh(app, f);
        floor_event(app, f, EVENT(BANSHI_CONCEPT_ALL));
    } else if (due(f, time_now())) {
        list_read(app, f, FLOOR_DUTIES);
        read_floor(app, f);
        sweep_day(app, f);
    }
}

void floor_free(struct floor *f)
{
    banshi_rows_free(f->alerts);
    banshi_rows_free(f->floor);
    banshi_rows_free(f->candidates);
    banshi_rows_free(f->staff);
    banshi_rows_free(f->services);
}
