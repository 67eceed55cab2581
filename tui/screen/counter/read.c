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

static void on_current(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    bool again = c->again;
    c->reading = c->again = false;
    if (app_ok(app, error)) {
        keep_rows(&c->current, rows);
        app_write_seen(app, c);
        const struct banshi_ticket *t = counter_current(c);
        if (t && t->id != c->cases_of)
            counter_read_cases(app, c);
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
                      .concepts = {BANSHI_CONCEPT_TICKET},
                      .read = read_pane},
    [PANE_HELD] = {.name = N_("Held"),
                   .of = &banshi_ticket_shape,
                   .table = {TABLE_OF(held), .none = N_("None"), .top_stays = true},
                   .concepts = {BANSHI_CONCEPT_TICKET},
                   .read = read_pane},
    [PANE_SKIPPED] = {.name = N_("Skipped"),
                      .of = &banshi_ticket_shape,
                      .table = {TABLE_OF(skipped), .none = N_("None"), .top_stays = true},
                      .concepts = {BANSHI_CONCEPT_TICKET},
                      .read = read_pane},
};

static void on_session(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
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

void counter_event(struct app *app, void *state, int concept)
{
    struct counter *c = state;
    bool all = concept == BANSHI_CONCEPT_ALL;
    if (all || concept == BANSHI_CONCEPT_TICKET)
        read_current(app, c);
    if (all || concept == BANSHI_CONCEPT_COUNTER) {
        app_watch(app, state, on_session, banshi_session_show);
        app_watch(app, state, on_mine, banshi_floor_mine);
    }
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
    if (over || concept == BANSHI_CONCEPT_ROSTER ||
        (concept == BANSHI_CONCEPT_COUNTER && c->duties && c->duties->count))
        counter_refresh(app, c); /* on duty, what others leave is served */
}

void counter_free(struct counter *c)
{
    banshi_rows_free(c->current);
    banshi_rows_free(c->mine);
}
