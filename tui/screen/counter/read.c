/* SPDX-License-Identifier: MIT */
/* What the counter screen knows: the number in hand, the lists, the phrases; read again when something changed. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "counter.h"
#include "i18n.h"
#include "sweep.h"

const struct banshi_ticket *counter_current(const struct counter *c)
{
    return c->current && c->current->count ? banshi_row(struct banshi_ticket, c->current, 0) : NULL;
}

const struct banshi_ticket *counter_first(const struct counter *c)
{
    return table_line(&c->lists.panes[PANE_WAITING].table, 0);
}

const struct banshi_ticket *counter_selected(const struct counter *c)
{
    return list_record(c);
}

/* The visit's application may have been taken in before: at another counter, or by a program that was killed since. */
static void on_cases(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    static const struct {
        const char *state, *outcome;
    } outcomes[] = {
        {"accepted", "accept"}, {"supplement", "supplement"}, {"refused", "refuse"}, {"not_required", "not_required"}};
    struct counter *c = state;
    const struct banshi_ticket *t = counter_current(c);
    (void)app;
    if (error->code != 0 || !rows->count || !t || t->id != c->cases_of)
        return;
    const struct banshi_case *newest = banshi_row(struct banshi_case, rows, 0);
    const char *now = newest->state;
    c->ready_on = !newest->accepted_on ? 0 : newest->promised_due ? newest->promised_due : newest->statutory_due;
    c->taken_in = t->id;
    c->outcome[0] = '\0';
    for (size_t i = 0; i < sizeof outcomes / sizeof outcomes[0]; i++)
        if (strcmp(outcomes[i].state, now) == 0)
            snprintf(c->outcome, sizeof c->outcome, "%s", outcomes[i].outcome);
}

void counter_read_cases(struct app *app, struct counter *c)
{
    const struct banshi_ticket *t = counter_current(c);
    c->ready_on = 0;
    c->cases_of = t ? t->id : 0;
    if (t)
        app_watch(app, c, on_cases, banshi_case_of_ticket, t->id);
}

static void read_current(struct app *app, struct counter *c);

/* Another number may be in hand. */
static void on_number(struct app *app, struct counter *c)
{
    const struct banshi_ticket *t = counter_current(c);
    app_write_seen(app, c);
    if (t && t->id != c->cases_of)
        counter_read_cases(app, c);
}

static void on_current(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    bool again = c->again;
    c->reading = c->again = false;
    if (app_ok(app, error)) {
        keep_rows(&c->current, rows);
        on_number(app, c);
    }
    if (again)
        read_current(app, c);
}

static void read_current(struct app *app, struct counter *c)
{
    c->again = c->reading;
    if (!c->reading)
        app_watch(app, c, on_current, banshi_ticket_list, BANSHI_TICKET_CURRENT);
    c->reading = true;
}

/* One number more or less in the lists ------------------------------------------------------------------------- */

static int by_id(const void *a, const void *b)
{
    const struct banshi_ticket *x = a, *y = b;
    return (x->id > y->id) - (x->id < y->id);
}

static bool is_held(const void *record)
{
    return counter_ticket_is(record, "held");
}

static bool is_skipped(const void *record)
{
    return counter_ticket_is(record, "skipped");
}

static void renew_waiting(struct counter *c, const int64_t *ids, size_t count, const struct banshi_rows *read)
{
    struct list *l = &c->lists.panes[PANE_WAITING];
    struct banshi_rows *rows = l->rows ? banshi_ticket_line_renew(l->rows, ids, count, read, c->lines) : NULL;
    if (rows) {
        keep_rows(&l->rows, rows);
        list_show(c, PANE_WAITING, rows->items, rows->count);
    }
    banshi_rows_free(rows);
}

static void renew_current(struct counter *c, const int64_t *ids, size_t count, const struct banshi_rows *read)
{
    const struct banshi_ticket *t = counter_current(c);
    for (size_t i = 0; t && i < count; i++)
        if (ids[i] == t->id)
            keep_rows(&c->current, NULL);
    for (size_t i = 0; i < read->count; i++) {
        const struct banshi_ticket *now = banshi_row(struct banshi_ticket, read, i);
        struct banshi_rows *rows = counter_ticket_is(now, "called") || counter_ticket_is(now, "serving")
                                       ? banshi_rows_copy(read->shape, read->items, &i, 1)
                                       : NULL;
        if (rows)
            keep_rows(&c->current, rows);
        banshi_rows_free(rows);
    }
}

static void renew(struct counter *c, const int64_t *ids, size_t count, const struct banshi_rows *read)
{
    renew_waiting(c, ids, count, read);
    list_renew(c, PANE_HELD, ids, count, read, is_held);
    list_renew(c, PANE_SKIPPED, ids, count, read, is_skipped);
    renew_current(c, ids, count, read);
}

/* One that waits again is left to the event: only what is read says where in the line it stands. */
void counter_take(struct counter *c, const struct banshi_rows *answer)
{
    const struct banshi_ticket *t = banshi_row(struct banshi_ticket, answer, 0);
    size_t none = 0;
    struct banshi_rows *taken =
        counter_ticket_is(t, "waiting") ? banshi_rows_copy(answer->shape, answer->items, &none, 0) : NULL;
    renew(c, &t->id, 1, taken ? taken : answer);
    banshi_rows_free(taken);
}

static void read_changes(struct app *app, struct counter *c);

static void on_changed(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    if (app_ok(app, error)) {
        renew(c, c->changes.asked, c->changes.asked_count, rows);
        on_number(app, c);
    } else {
        counter_refresh(app, c);
    }
    c->changes.asked_count = 0;
    read_changes(app, c);
}

static void read_changes(struct app *app, struct counter *c)
{
    if (changes_ask(&c->changes))
        app_watch(app, c, on_changed, banshi_ticket_changed, c->changes.asked, c->changes.asked_count);
}

void counter_read_ticket(struct app *app, struct counter *c, int64_t ticket)
{
    if (changes_add(&c->changes, ticket))
        read_changes(app, c);
    else
        counter_refresh(app, c);
}

static bool serves(const struct counter *c, int64_t queue)
{
    size_t i = 0;
    while (c->lines && i < c->lines->count && banshi_row(struct banshi_ticket_line, c->lines, i)->queue != queue)
        i++;
    return !c->lines || i < c->lines->count;
}

static bool being_read(const struct counter *c, int64_t ticket)
{
    bool reading = c->reading || changes_have(&c->changes, ticket);
    for (size_t pane = 0; pane < PANES; pane++)
        reading = reading || c->lists.panes[pane].reading;
    return reading;
}

/* Is it shown, or to be shown? */
static bool concerns(const struct app *app, const struct counter *c, const struct banshi_event *event)
{
    const struct banshi_ticket *t = counter_current(c);
    bool mine = event->counter && event->counter == banshi_row(struct banshi_session, app->session, 0)->counter;
    bool comes = strcmp(event->state, "skipped") == 0 || (!event->counter && strcmp(event->state, "waiting") == 0);
    bool shown = t && t->id == event->id;
    for (size_t pane = 0; pane < PANES; pane++)
        shown = shown || table_find(&c->lists.panes[pane].table, (uint64_t)event->id);
    return mine || shown || (comes && serves(c, event->queue)) || being_read(c, event->id);
}

static void read_pane(struct app *app, void *state)
{
    static const enum banshi_ticket_scope scopes[PANES] = {BANSHI_TICKET_WAITING, BANSHI_TICKET_HELD,
                                                           BANSHI_TICKET_SKIPPED};
    list_watch(app, state, banshi_ticket_list, scopes[((const struct lists *)state)->asking]);
}

void counter_refresh(struct app *app, struct counter *c)
{
    read_current(app, c);
    list_refresh(app, c);
}

/* The lists ---------------------------------------------------------------------------------------------------- */

static const struct column waiting[] = {
    {N_("Number"), .says = "{number}", .least = 6},
    {N_("Priority"), .says = "[{!priority=ordinary?}★{priority_name}]", .least = 8},
    {N_("Waiting for"), .says = N_("{issued_at:min} min"), .least = 6, .right = true},
    {N_("Item"), .says = "{item_name|queue_name}", .weight = 1},
    {N_("Reason"), .says = "{reason}", .least = 8, .weight = 1, .optional = true},
};
static const struct column held[] = {
    {N_("Number"), .says = "{number}", .least = 6},
    {N_("Priority"), .says = "[{!priority=ordinary?}★{priority_name}]", .least = 8},
    {N_("Taken"), .says = "{issued_at}", .least = 5, .right = true},
    {N_("Reason"), .says = "{reason|item_name|queue_name}", .weight = 1},
};
static const struct column skipped[] = {
    {N_("Number"), .says = "{number}", .least = 6},
    {N_("Priority"), .says = "[{!priority=ordinary?}★{priority_name}]", .least = 8},
    {N_("Taken"), .says = "{issued_at}", .least = 5, .right = true},
    {N_("Item"), .says = "{item_name|queue_name}", .weight = 1},
};

const struct list_view counter_views[PANES] = {
    [PANE_WAITING] = {.name = N_("Waiting"),
                      .of = &banshi_ticket_shape,
                      .table = {TABLE_OF(waiting), .none = N_("Nobody is waiting"), .top_stays = true},
                      .kept = true,
                      .read = read_pane},
    [PANE_HELD] = {.name = N_("Held"),
                   .of = &banshi_ticket_shape,
                   .table = {TABLE_OF(held), .none = N_("None"), .top_stays = true},
                   .order = by_id,
                   .kept = true,
                   .read = read_pane},
    [PANE_SKIPPED] = {.name = N_("Skipped"),
                      .of = &banshi_ticket_shape,
                      .table = {TABLE_OF(skipped), .none = N_("None"), .top_stays = true},
                      .order = by_id,
                      .kept = true,
                      .read = read_pane},
};

static void on_session(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    c->sessions--;
    if (error->code != 0 || !rows->count)
        return;
    keep_rows(&app->session, rows);
    c->paused = strcmp(banshi_row(struct banshi_session, rows, 0)->counter_state, "paused") == 0;
    c->closed = banshi_row(struct banshi_session, rows, 0)->counter == 0;
}

bool counter_done_to(const struct counter *c, char *ret, size_t size)
{
    if (!c->mine || !c->mine->count)
        return false;
    const struct banshi_floor_mine *m = banshi_row(struct banshi_floor_mine, c->mine, 0);
    const char *format = strcmp(m->state, "paused") == 0 ? _("Paused by %s%s%s")
                         : strcmp(m->state, "open") == 0 ? _("Opened by %s%s%s")
                                                         : _("Closed by %s%s%s");
    snprintf(ret, size, format, m->by_name, m->reason[0] ? _(": ") : "", m->reason);
    return true;
}

bool counter_paused_by_others(const struct counter *c)
{
    return c->paused && c->mine && c->mine->count && banshi_row(struct banshi_floor_mine, c->mine, 0)->held;
}

bool counter_waits_for_others(const struct counter *c)
{
    bool other_list = c->lists.pane != PANE_WAITING && counter_selected(c);
    return counter_paused_by_others(c) && !c->closed && !counter_current(c) && !other_list;
}

/* What a lead or supervisor did is said at once, when it is new. */
static void on_mine(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    char text[512];
    if (error->code != 0)
        return;
    banshi_time before = c->mine && c->mine->count ? banshi_row(struct banshi_floor_mine, c->mine, 0)->at : 0;
    keep_rows(&c->mine, rows);
    if (counter_done_to(c, text, sizeof text) && banshi_row(struct banshi_floor_mine, rows, 0)->at != before)
        app_say(app, STYLE_WARN, "%s", text);
}

const struct banshi_roster_duty *counter_duty(const struct counter *c)
{
    enum { EARLY = 30 * 60 }; /* seconds, as the database allows it */
    for (size_t i = 0; c->duties && i < c->duties->count; i++) {
        const struct banshi_roster_duty *d = banshi_row(struct banshi_roster_duty, c->duties, i);
        bool coming = strcmp(d->state, "planned") == 0 && time_now() >= d->starts - (banshi_time)EARLY * 1000000;
        bool due = coming || strcmp(d->state, "expected") == 0 || strcmp(d->state, "not there") == 0;
        if (due && time_now() < d->ends)
            return d;
    }
    return NULL;
}

/* Has a session of the opening hours ended since they were read? */
static bool session_over(const struct counter *c)
{
    const struct banshi_hours_now *h =
        c->hours && c->hours->count ? banshi_row(struct banshi_hours_now, c->hours, 0) : NULL;
    return !h || (h->until && time_now() >= h->until);
}

void counter_read_lines(struct app *app, struct counter *c)
{
    app_keep(app, c, &c->lines, NULL, banshi_ticket_line_list);
}

/* The counter itself: opened, paused, closed, by whomever; or another one, which may leave people to who is on duty. */
static void counter_changed(struct app *app, struct counter *c, const struct banshi_event *event)
{
    int64_t mine = banshi_row(struct banshi_session, app->session, 0)->counter;
    bool about_me = !event->id || !mine || event->id == mine || c->sessions;
    if (about_me) {
        c->sessions++;
        app_watch(app, c, on_session, banshi_session_show);
        app_watch(app, c, on_mine, banshi_floor_mine);
    }
    if (event->concept != BANSHI_CONCEPT_ALL && (about_me || (c->duties && c->duties->count))) {
        counter_read_lines(app, c);
        counter_refresh(app, c);
    }
}

void counter_event(struct app *app, void *state, const struct banshi_event *event)
{
    struct counter *c = state;
    int concept = (int)event->concept;
    bool all = concept == BANSHI_CONCEPT_ALL;
    if (all)
        read_current(app, c);
    if (concept == BANSHI_CONCEPT_TICKET && !event->id)
        counter_refresh(app, c);
    else if (concept == BANSHI_CONCEPT_TICKET && concerns(app, c, event))
        counter_read_ticket(app, c, event->id);
    if (all || concept == BANSHI_CONCEPT_COUNTER)
        counter_changed(app, c, event);
    if (all || concept == BANSHI_CONCEPT_PHRASE)
        app_keep(app, c, &c->phrases, NULL, banshi_phrase_list);
    bool roster = all || concept == BANSHI_CONCEPT_ROSTER, over = concept == EVENT_MINUTE && session_over(c);
    if (roster || over || concept == BANSHI_CONCEPT_HOURS)
        app_keep(app, c, &c->hours, NULL, banshi_hours_now);
    if (over || all) /* nobody may have been there at closing time */
        sweep_day(app, state);
    if (roster || over)
        app_keep(app, c, &c->duties, NULL, banshi_roster_duty_list, 0, 0, true);
    if (roster)
        app_keep(app, c, &c->swaps, NULL, banshi_roster_swap_list);
    if (roster || over || concept == BANSHI_CONCEPT_COUNTERS)
        counter_read_lines(app, c);
    if (over || concept == BANSHI_CONCEPT_ROSTER || concept == BANSHI_CONCEPT_COUNTERS)
        counter_refresh(app, c); /* on duty, what others leave is served */
}

void counter_free(struct counter *c)
{
    banshi_rows_free(c->current);
    banshi_rows_free(c->mine);
}
