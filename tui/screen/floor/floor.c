/* SPDX-License-Identifier: MIT */
/* The floor for leads and supervisors: what is wrong first, and what can be done about it. Norms 1.4, 2.1, 5.1, 7.3. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "dialog.h"
#include "floor.h"
#include "i18n.h"
#include "screen/roster/roster.h"

static void open(struct app *app, void *state, const void *argument)
{
    (void)app, (void)argument;
    ((struct floor *)state)->below = FLOOR_COUNTERS;
}

/* Writing ------------------------------------------------------------------------------------------------------ */

static void on_written(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state, (void)rows;
    if (app_ok(app, error))
        app_say(app, STYLE_GOOD, "%s", _("Done; it is shown at the counter"));
}

static void on_stood_in(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (error->code != 0) {
        if (app_rank(app) < RANK_SUPERVISOR || !roster_ask_override(app, error, TAG_OVERRIDE))
            app_error(app, error);
        return;
    }
    const struct banshi_roster_duty *d = banshi_row(struct banshi_roster_duty, rows, 0);
    app_say(app, STYLE_GOOD, _("%s has the duty at %s from now on"), d->published_name, d->counter_label);
}

static void on_closed(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state, (void)rows;
    if (app_ok(app, error))
        app_say(app, STYLE_GOOD, "%s", _("The incident is closed"));
}

static void on_sent(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (app_ok(app, error))
        app_say(app, STYLE_GOOD, _("Sent to %zu; it stays at the counter until it is read"), rows->count);
}

/* Answers ------------------------------------------------------------------------------------------------------ */

/* f->login has the duty; override: a supervisor's reason to pass a rule by, or NULL. */
static void stand_in(struct app *app, struct floor *f, const char *override)
{
    app_write(app, f, on_stood_in, banshi_roster_stand_in, f->duty, f->version, f->login, override);
}

static void result_of_pick(struct app *app, struct floor *f, const struct result *r)
{
    const struct banshi_floor_counter *c = floor_subject(f);
    char title[256];
    size_t i = r->number > 0 ? (size_t)r->number : 0;
    switch ((enum floor_tag)r->tag) {
    case TAG_WHO:
        snprintf(f->login, sizeof f->login, "%s", banshi_row(struct banshi_staff, f->staff, i)->login);
        snprintf(title, sizeof title, "%s · %s %s · %s", _("Open"), c ? c->label : "", c ? c->name : "",
                 banshi_row(struct banshi_staff, f->staff, i)->name);
        floor_ask_text(app, TAG_OPEN, title, _("What is shown at the counter, if anything:"), "");
        break;
    case TAG_QUEUE:
        floor_ask_lag(app, f, i);
        break;
    case TAG_LAG:
        floor_ask_queue_why(app, f, r->number);
        break;
    case TAG_STAND_IN:
        if (r->number == ROSTER_SOMEBODY_ELSE) {
            app_ask(app, f, floor_on_anybody, banshi_staff_list);
            break;
        }
        snprintf(f->login, sizeof f->login, "%s", banshi_row(struct banshi_roster_candidate, f->candidates, i)->login);
        stand_in(app, f, NULL);
        break;
    case TAG_ANYBODY:
        snprintf(f->login, sizeof f->login, "%s", banshi_row(struct banshi_staff, f->staff, i)->login);
        stand_in(app, f, NULL);
        break;
    default:
        f->counter = 0;
        snprintf(f->zone, sizeof f->zone, "%s",
                 r->number < 0 ? "" : banshi_row(struct banshi_floor_counter, list_rows(f, FLOOR_COUNTERS), i)->zone);
        snprintf(title, sizeof title, "%s · %s", _("Message"),
                 f->zone[0] ? f->zone : _("All counters where somebody is"));
        floor_ask_text(app, TAG_MESSAGE, title, _("Text (it stays at the counters until it is read):"), "");
        break;
    }
}

/* What was written about a counter is done to it. */
static void result_of_text(struct app *app, struct floor *f, enum floor_tag tag, const char *text)
{
    switch (tag) {
    case TAG_PAUSE:
        app_write(app, f, on_written, banshi_floor_pause, f->counter, text);
        break;
    case TAG_INCIDENT:
        app_write(app, f, on_closed, banshi_incident_follow, f->incident, text, true);
        break;
    case TAG_CLOSE:
        app_write(app, f, on_written, banshi_floor_close, f->counter, text);
        break;
    case TAG_RESUME:
        app_write(app, f, on_written, banshi_floor_resume, f->counter, text);
        break;
    case TAG_OPEN:
        app_write(app, f, on_written, banshi_floor_open, f->counter, f->login, text);
        break;
    case TAG_QUEUE_WHY:
        app_write(app, f, on_written, banshi_floor_queue, f->counter, f->queue, f->lag, text);
        break;
    default:
        app_write(app, f, on_sent, banshi_message_send, f->counter, f->zone, text);
        break;
    }
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct floor *f = state;
    enum floor_tag tag = (enum floor_tag)r->tag;
    if (!r->chosen || tag == TAG_NONE)
        return;
    if (tag == TAG_WHO || tag == TAG_QUEUE || tag == TAG_LAG || tag == TAG_STAND_IN || tag == TAG_ANYBODY ||
        tag == TAG_ZONE)
        result_of_pick(app, f, r);
    else if (tag == TAG_OVERRIDE && r->text[0])
        stand_in(app, f, r->text);
    else if (tag != TAG_OVERRIDE)
        result_of_text(app, f, tag, r->text);
}

/* Acting ------------------------------------------------------------------------------------------------------- */

static bool possible(const struct floor *f, enum action action)
{
    const struct banshi_floor_counter *c = floor_counter(f);
    const struct banshi_floor_duty *d = floor_duty(f);
    switch (action) {
    case ACTION_FLOOR_GO:
        return f->lists.pane == FLOOR_ALERTS && list_record(f);
    case ACTION_FLOOR_OPEN:
        return c && strcmp(c->state, "open") != 0;
    case ACTION_FLOOR_PAUSE:
        return c && strcmp(c->state, "open") == 0;
    case ACTION_FLOOR_CLOSE:
    case ACTION_FLOOR_MESSAGE:
        return c && c->staff;
    case ACTION_FLOOR_INCIDENT:
        return c && c->incident;
    case ACTION_FLOOR_QUEUE:
        return c != NULL;
    case ACTION_FLOOR_STAND_IN:
        return d && d->today && strcmp(d->state, "checked in") != 0 && strcmp(d->state, "late") != 0;
    default:
        return true;
    }
}

static const char *hint(const void *state, enum action action)
{
    const struct floor *f = state;
    const struct banshi_floor_counter *c = floor_counter(f);
    if (!possible(f, action))
        return "";
    if (action == ACTION_FLOOR_OPEN && strcmp(c->state, "paused") == 0)
        return N_("Resume");
    if (action == ACTION_FLOOR_WRONG && f->wrong_only)
        return N_("Show all");
    return NULL;
}

static void go(struct app *app, struct floor *f)
{
    const struct banshi_floor_alert *a = list_record(f);
    if (a->duty)
        floor_take(f, FLOOR_DUTIES, a->duty);
    else if (a->queue)
        floor_take(f, FLOOR_QUEUES, a->queue);
    else if (a->counter)
        floor_take(f, FLOOR_COUNTERS, a->counter);
    else
        app_open(app, "case_search", TAG_NONE, NULL);
}

static bool act_on_counter(struct app *app, struct floor *f, enum action action, const struct banshi_floor_counter *c)
{
    char title[256];
    f->counter = c->id;
    floor_name_counter(c, _(action_table[action].label), title);
    switch (action) {
    case ACTION_FLOOR_OPEN:
        if (strcmp(c->state, "closed") == 0) {
            app_ask(app, f, floor_on_staff, banshi_staff_list);
        } else {
            floor_name_counter(c, _("Resume"), title);
            floor_ask_text(app, TAG_RESUME, title, _("What is shown at the counter, if anything:"), "");
        }
        return true;
    case ACTION_FLOOR_PAUSE:
        floor_ask_text(app, TAG_PAUSE, title, _("Why? This is shown at the counter:"), "");
        return true;
    case ACTION_FLOOR_INCIDENT:
        f->incident = c->incident;
        snprintf(f->what, sizeof f->what, _("%s — what was done?"), c->incident_text);
        floor_ask_text(app, TAG_INCIDENT, title, f->what, "");
        return true;
    case ACTION_FLOOR_CLOSE:
        floor_ask_text(app, TAG_CLOSE, title, _("Why? This is shown to who is there, whose shift ends:"), "");
        return true;
    case ACTION_FLOOR_QUEUE:
        app_ask(app, f, floor_on_services, banshi_floor_service_list, c->id);
        return true;
    case ACTION_FLOOR_MESSAGE:
        floor_ask_text(app, TAG_MESSAGE, title, _("Text (it stays at the counter until it is read):"), "");
        return true;
    default:
        return false;
    }
}

static bool act_anyway(struct app *app, struct floor *f, enum action action)
{
    const struct banshi_floor_duty *d = floor_duty(f);
    switch (action) {
    case ACTION_FLOOR_GO:
        go(app, f);
        return true;
    case ACTION_FLOOR_WRONG:
        f->wrong_only = !f->wrong_only;
        list_update(f);
        return true;
    case ACTION_FLOOR_STAND_IN:
        f->duty = d->id;
        f->version = d->version;
        app_ask(app, f, floor_on_candidates, banshi_roster_candidate_list, d->id);
        return true;
    case ACTION_FLOOR_MESSAGE_ALL:
        floor_ask_zone(app, f);
        return true;
    case ACTION_FLOOR_MESSAGES:
        app_ask(app, f, floor_on_messages, banshi_message_list, 0);
        return true;
    default:
        return false;
    }
}

static bool act(struct app *app, void *state, enum action action)
{
    struct floor *f = state;
    const struct banshi_floor_counter *c = floor_counter(f);
    bool used = true;
    if (action == ACTION_FLOOR_PANE || action == ACTION_FLOOR_PANE_BEFORE)
        used = list_act(app, f, action);
    else if (action_table[action].context != CONTEXT_FLOOR)
        return false;
    else if (app_busy(app, f) || !possible(f, action))
        app_impossible(app, action);
    else
        used = act_anyway(app, f, action) || (c && act_on_counter(app, f, action, c));
    if (f->lists.pane != FLOOR_ALERTS)
        f->below = f->lists.pane;
    return used;
}

static void close(struct app *app, void *state)
{
    (void)app;
    floor_free(state);
}

static const struct list_screen lists = {.views = floor_views,
                                         .view_count = FLOOR_PANES,
                                         .pane = ACTION_FLOOR_PANE,
                                         .pane_before = ACTION_FLOOR_PANE_BEFORE};

const struct screen screen_floor = {
    .name = "floor",
    .title = N_("Floor"),
    .contexts = {CONTEXT_FLOOR},
    .opened_by = ACTION_FLOOR,
    .least = RANK_LEAD,
    .size = sizeof(struct floor),
    .list = &lists,
    .open = open,
    .act = act,
    .hint = hint,
    .event = floor_event,
    .result = result,
    .draw = floor_draw,
    .close = close,
};
